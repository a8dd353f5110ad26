// KUNIT_EXPECT_* note a failure, KUNIT_ASSERT_* end the case, too; part of <kunit/test.h>. Each
// operand is evaluated once; the texts are those of Linux 6.1 lib/kunit/assert.c.
#include <kunit/test.h>
#ifndef _KUNIT_ASSERTS_MM32_H
#define _KUNIT_ASSERTS_MM32_H

enum kunit_operand_mm32 { KUNIT_NUMBER, KUNIT_POINTER, KUNIT_STRING };
struct kunit_failure_mm32 {
  const char* file;
  int line;
  enum kunit_assert_type type;
  enum kunit_operand_mm32 operand;
  const char *left, *op, *right;  // texts
  long long left_value, right_value;
};
void __printf(3, 4) kunit_fail_text_mm32(struct kunit* test, const struct kunit_failure_mm32* f,
                                         const char* fmt, ...);
void kunit_fail_truth_mm32(struct kunit* test, const struct kunit_failure_mm32* f, const char* fmt,
                           ...);
void kunit_fail_pointer_mm32(struct kunit* test, const struct kunit_failure_mm32* f,
                             const char* fmt, ...);
void kunit_fail_pair_mm32(struct kunit* test, const struct kunit_failure_mm32* f, const char* fmt,
                          ...);

#define __KUNIT_AT(kind, ...)                                     \
  &(const struct kunit_failure_mm32) {                            \
    .file = __FILE__, .line = __LINE__, .type = kind, __VA_ARGS__ \
  }

#define KUNIT_FAIL(test, fmt, ...) \
  kunit_fail_text_mm32(test, __KUNIT_AT(KUNIT_EXPECTATION), fmt, ##__VA_ARGS__)
#define KUNIT_FAIL_AND_ABORT(test, fmt, ...) \
  kunit_fail_text_mm32(test, __KUNIT_AT(KUNIT_ASSERTION), fmt, ##__VA_ARGS__)
#define KUNIT_SUCCEED(test) \
  do {                      \
  } while (0)

#define __KUNIT_TRUTH(test, kind, condition, wanted, fmt, ...)                                     \
  do {                                                                                             \
    if (unlikely((!!(condition)) != (wanted)))                                                     \
      kunit_fail_truth_mm32(test, __KUNIT_AT(kind, .left = #condition, .left_value = wanted), fmt, \
                            ##__VA_ARGS__);                                                        \
  } while (0)
#define __KUNIT_POINTER(test, kind, ptr, fmt, ...)                                                \
  do {                                                                                            \
    const void* __p_mm32 = (ptr);                                                                 \
    if (unlikely(IS_ERR_OR_NULL(__p_mm32)))                                                       \
      kunit_fail_pointer_mm32(test, __KUNIT_AT(kind, .left = #ptr, .left_value = (long)__p_mm32), \
                              fmt, ##__VA_ARGS__);                                                \
  } while (0)
#define __KUNIT_PAIR(test, kind, a, cmp, b, fmt, ...)                                        \
  do {                                                                                       \
    const typeof(a) __a_mm32 = (a);                                                          \
    const typeof(b) __b_mm32 = (b);                                                          \
    if (unlikely(!(__a_mm32 cmp __b_mm32)))                                                  \
      kunit_fail_pair_mm32(                                                                  \
          test,                                                                              \
          __KUNIT_AT(kind, .operand = KUNIT_NUMBER, .left = #a, .op = #cmp, .right = #b,     \
                     .left_value = (long long)__a_mm32, .right_value = (long long)__b_mm32), \
          fmt, ##__VA_ARGS__);                                                               \
  } while (0)
#define __KUNIT_PTRS(test, kind, a, cmp, b, fmt, ...)                                     \
  do {                                                                                    \
    const void *__a_mm32 = (const void*)(a), *__b_mm32 = (const void*)(b);                \
    if (unlikely(!(__a_mm32 cmp __b_mm32)))                                               \
      kunit_fail_pair_mm32(                                                               \
          test,                                                                           \
          __KUNIT_AT(kind, .operand = KUNIT_POINTER, .left = #a, .op = #cmp, .right = #b, \
                     .left_value = (long)__a_mm32, .right_value = (long)__b_mm32),        \
          fmt, ##__VA_ARGS__);                                                            \
  } while (0)
#define __KUNIT_STRINGS(test, kind, a, cmp, b, fmt, ...)                                 \
  do {                                                                                   \
    const char *__a_mm32 = (a), *__b_mm32 = (b);                                         \
    if (unlikely(!__a_mm32 || !__b_mm32 || !(strcmp(__a_mm32, __b_mm32) cmp 0)))         \
      kunit_fail_pair_mm32(                                                              \
          test,                                                                          \
          __KUNIT_AT(kind, .operand = KUNIT_STRING, .left = #a, .op = #cmp, .right = #b, \
                     .left_value = (long)__a_mm32, .right_value = (long)__b_mm32),       \
          fmt, ##__VA_ARGS__);                                                           \
  } while (0)
#define __KUNIT_MEMORY(test, kind, a, cmp, b, size, fmt, ...)                             \
  do {                                                                                    \
    const void *__a_mm32 = (a), *__b_mm32 = (b);                                          \
    if (unlikely(!__a_mm32 || !__b_mm32 || !(memcmp(__a_mm32, __b_mm32, size) cmp 0)))    \
      kunit_fail_pair_mm32(                                                               \
          test,                                                                           \
          __KUNIT_AT(kind, .operand = KUNIT_POINTER, .left = #a, .op = #cmp, .right = #b, \
                     .left_value = (long)__a_mm32, .right_value = (long)__b_mm32),        \
          fmt, ##__VA_ARGS__);                                                            \
  } while (0)

#define __EXP KUNIT_EXPECTATION
#define __ASS KUNIT_ASSERTION
#define KUNIT_EXPECT_TRUE(test, c) __KUNIT_TRUTH(test, __EXP, c, 1, NULL)
#define KUNIT_ASSERT_TRUE(test, c) __KUNIT_TRUTH(test, __ASS, c, 1, NULL)
#define KUNIT_EXPECT_FALSE(test, c) __KUNIT_TRUTH(test, __EXP, c, 0, NULL)
#define KUNIT_ASSERT_FALSE(test, c) __KUNIT_TRUTH(test, __ASS, c, 0, NULL)
#define KUNIT_EXPECT_NOT_ERR_OR_NULL(test, p) __KUNIT_POINTER(test, __EXP, p, NULL)
#define KUNIT_ASSERT_NOT_ERR_OR_NULL(test, p) __KUNIT_POINTER(test, __ASS, p, NULL)
#define KUNIT_EXPECT_TRUE_MSG(test, c, ...) __KUNIT_TRUTH(test, __EXP, c, 1, __VA_ARGS__)
#define KUNIT_ASSERT_TRUE_MSG(test, c, ...) __KUNIT_TRUTH(test, __ASS, c, 1, __VA_ARGS__)
#define KUNIT_EXPECT_FALSE_MSG(test, c, ...) __KUNIT_TRUTH(test, __EXP, c, 0, __VA_ARGS__)
#define KUNIT_ASSERT_FALSE_MSG(test, c, ...) __KUNIT_TRUTH(test, __ASS, c, 0, __VA_ARGS__)
#define KUNIT_EXPECT_NOT_ERR_OR_NULL_MSG(test, p, ...) __KUNIT_POINTER(test, __EXP, p, __VA_ARGS__)
#define KUNIT_ASSERT_NOT_ERR_OR_NULL_MSG(test, p, ...) __KUNIT_POINTER(test, __ASS, p, __VA_ARGS__)
#define KUNIT_EXPECT_EQ(test, a, b) __KUNIT_PAIR(test, __EXP, a, ==, b, NULL)
#define KUNIT_EXPECT_EQ_MSG(test, a, b, ...) __KUNIT_PAIR(test, __EXP, a, ==, b, __VA_ARGS__)
#define KUNIT_ASSERT_EQ(test, a, b) __KUNIT_PAIR(test, __ASS, a, ==, b, NULL)
#define KUNIT_ASSERT_EQ_MSG(test, a, b, ...) __KUNIT_PAIR(test, __ASS, a, ==, b, __VA_ARGS__)
#define KUNIT_EXPECT_NE(test, a, b) __KUNIT_PAIR(test, __EXP, a, !=, b, NULL)
#define KUNIT_EXPECT_NE_MSG(test, a, b, ...) __KUNIT_PAIR(test, __EXP, a, !=, b, __VA_ARGS__)
#define KUNIT_ASSERT_NE(test, a, b) __KUNIT_PAIR(test, __ASS, a, !=, b, NULL)
#define KUNIT_ASSERT_NE_MSG(test, a, b, ...) __KUNIT_PAIR(test, __ASS, a, !=, b, __VA_ARGS__)
#define KUNIT_EXPECT_LT(test, a, b) __KUNIT_PAIR(test, __EXP, a, <, b, NULL)
#define KUNIT_EXPECT_LT_MSG(test, a, b, ...) __KUNIT_PAIR(test, __EXP, a, <, b, __VA_ARGS__)
#define KUNIT_ASSERT_LT(test, a, b) __KUNIT_PAIR(test, __ASS, a, <, b, NULL)
#define KUNIT_ASSERT_LT_MSG(test, a, b, ...) __KUNIT_PAIR(test, __ASS, a, <, b, __VA_ARGS__)
#define KUNIT_EXPECT_LE(test, a, b) __KUNIT_PAIR(test, __EXP, a, <=, b, NULL)
#define KUNIT_EXPECT_LE_MSG(test, a, b, ...) __KUNIT_PAIR(test, __EXP, a, <=, b, __VA_ARGS__)
#define KUNIT_ASSERT_LE(test, a, b) __KUNIT_PAIR(test, __ASS, a, <=, b, NULL)
#define KUNIT_ASSERT_LE_MSG(test, a, b, ...) __KUNIT_PAIR(test, __ASS, a, <=, b, __VA_ARGS__)
#define KUNIT_EXPECT_GT(test, a, b) __KUNIT_PAIR(test, __EXP, a, >, b, NULL)
#define KUNIT_EXPECT_GT_MSG(test, a, b, ...) __KUNIT_PAIR(test, __EXP, a, >, b, __VA_ARGS__)
#define KUNIT_ASSERT_GT(test, a, b) __KUNIT_PAIR(test, __ASS, a, >, b, NULL)
#define KUNIT_ASSERT_GT_MSG(test, a, b, ...) __KUNIT_PAIR(test, __ASS, a, >, b, __VA_ARGS__)
#define KUNIT_EXPECT_GE(test, a, b) __KUNIT_PAIR(test, __EXP, a, >=, b, NULL)
#define KUNIT_EXPECT_GE_MSG(test, a, b, ...) __KUNIT_PAIR(test, __EXP, a, >=, b, __VA_ARGS__)
#define KUNIT_ASSERT_GE(test, a, b) __KUNIT_PAIR(test, __ASS, a, >=, b, NULL)
#define KUNIT_ASSERT_GE_MSG(test, a, b, ...) __KUNIT_PAIR(test, __ASS, a, >=, b, __VA_ARGS__)
#define KUNIT_EXPECT_PTR_EQ(test, a, b) __KUNIT_PTRS(test, __EXP, a, ==, b, NULL)
#define KUNIT_EXPECT_PTR_EQ_MSG(test, a, b, ...) __KUNIT_PTRS(test, __EXP, a, ==, b, __VA_ARGS__)
#define KUNIT_ASSERT_PTR_EQ(test, a, b) __KUNIT_PTRS(test, __ASS, a, ==, b, NULL)
#define KUNIT_ASSERT_PTR_EQ_MSG(test, a, b, ...) __KUNIT_PTRS(test, __ASS, a, ==, b, __VA_ARGS__)
#define KUNIT_EXPECT_PTR_NE(test, a, b) __KUNIT_PTRS(test, __EXP, a, !=, b, NULL)
#define KUNIT_EXPECT_PTR_NE_MSG(test, a, b, ...) __KUNIT_PTRS(test, __EXP, a, !=, b, __VA_ARGS__)
#define KUNIT_ASSERT_PTR_NE(test, a, b) __KUNIT_PTRS(test, __ASS, a, !=, b, NULL)
#define KUNIT_ASSERT_PTR_NE_MSG(test, a, b, ...) __KUNIT_PTRS(test, __ASS, a, !=, b, __VA_ARGS__)
#define KUNIT_EXPECT_STREQ(test, a, b) __KUNIT_STRINGS(test, __EXP, a, ==, b, NULL)
#define KUNIT_EXPECT_STREQ_MSG(test, a, b, ...) __KUNIT_STRINGS(test, __EXP, a, ==, b, __VA_ARGS__)
#define KUNIT_ASSERT_STREQ(test, a, b) __KUNIT_STRINGS(test, __ASS, a, ==, b, NULL)
#define KUNIT_ASSERT_STREQ_MSG(test, a, b, ...) __KUNIT_STRINGS(test, __ASS, a, ==, b, __VA_ARGS__)
#define KUNIT_EXPECT_STRNEQ(test, a, b) __KUNIT_STRINGS(test, __EXP, a, !=, b, NULL)
#define KUNIT_EXPECT_STRNEQ_MSG(test, a, b, ...) __KUNIT_STRINGS(test, __EXP, a, !=, b, __VA_ARGS__)
#define KUNIT_ASSERT_STRNEQ(test, a, b) __KUNIT_STRINGS(test, __ASS, a, !=, b, NULL)
#define KUNIT_ASSERT_STRNEQ_MSG(test, a, b, ...) __KUNIT_STRINGS(test, __ASS, a, !=, b, __VA_ARGS__)
#define KUNIT_EXPECT_MEMEQ(test, a, b, size) __KUNIT_MEMORY(test, __EXP, a, ==, b, size, NULL)
#define KUNIT_EXPECT_MEMEQ_MSG(test, a, b, size, ...) \
  __KUNIT_MEMORY(test, __EXP, a, ==, b, size, __VA_ARGS__)
#define KUNIT_ASSERT_MEMEQ(test, a, b, size) __KUNIT_MEMORY(test, __ASS, a, ==, b, size, NULL)
#define KUNIT_ASSERT_MEMEQ_MSG(test, a, b, size, ...) \
  __KUNIT_MEMORY(test, __ASS, a, ==, b, size, __VA_ARGS__)
#define KUNIT_EXPECT_MEMNEQ(test, a, b, size) __KUNIT_MEMORY(test, __EXP, a, !=, b, size, NULL)
#define KUNIT_EXPECT_MEMNEQ_MSG(test, a, b, size, ...) \
  __KUNIT_MEMORY(test, __EXP, a, !=, b, size, __VA_ARGS__)
#define KUNIT_ASSERT_MEMNEQ(test, a, b, size) __KUNIT_MEMORY(test, __ASS, a, !=, b, size, NULL)
#define KUNIT_ASSERT_MEMNEQ_MSG(test, a, b, size, ...) \
  __KUNIT_MEMORY(test, __ASS, a, !=, b, size, __VA_ARGS__)
#define KUNIT_EXPECT_NULL(test, p) __KUNIT_PTRS(test, __EXP, p, ==, NULL, NULL)
#define KUNIT_EXPECT_NULL_MSG(test, p, ...) __KUNIT_PTRS(test, __EXP, p, ==, NULL, __VA_ARGS__)
#define KUNIT_ASSERT_NULL(test, p) __KUNIT_PTRS(test, __ASS, p, ==, NULL, NULL)
#define KUNIT_ASSERT_NULL_MSG(test, p, ...) __KUNIT_PTRS(test, __ASS, p, ==, NULL, __VA_ARGS__)
#define KUNIT_EXPECT_NOT_NULL(test, p) __KUNIT_PTRS(test, __EXP, p, !=, NULL, NULL)
#define KUNIT_EXPECT_NOT_NULL_MSG(test, p, ...) __KUNIT_PTRS(test, __EXP, p, !=, NULL, __VA_ARGS__)
#define KUNIT_ASSERT_NOT_NULL(test, p) __KUNIT_PTRS(test, __ASS, p, !=, NULL, NULL)
#define KUNIT_ASSERT_NOT_NULL_MSG(test, p, ...) __KUNIT_PTRS(test, __ASS, p, !=, NULL, __VA_ARGS__)
#endif
