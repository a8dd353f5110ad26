// KUnit: tests that live in a module and report in the Test Anything Protocol when it is loaded. A
// case runs in a thread of its own, so that an ASSERT that fails can end it. Linux: 6.1
// include/kunit/test.h, lib/kunit/test.c. Debian's kernel has KUnit switched off: modules that use
// it come as sources.
#ifndef _KUNIT_TEST_H
#define _KUNIT_TEST_H

#include <linux/container_of.h>
#include <linux/err.h>
#include <linux/init.h>
#include <linux/kconfig.h>
#include <linux/kernel.h>
#include <linux/kref.h>
#include <linux/list.h>
#include <linux/module.h>
#include <linux/slab.h>
#include <linux/spinlock.h>
#include <linux/string.h>
#include <linux/types.h>
#include <linux/version.h>

struct completion;

#define KUNIT_PARAM_DESC_SIZE 128
#define KUNIT_STATUS_COMMENT_SIZE 256
enum kunit_status { KUNIT_SUCCESS, KUNIT_FAILURE, KUNIT_SKIPPED };
enum kunit_assert_type { KUNIT_ASSERTION, KUNIT_EXPECTATION };

struct kunit {
  void* priv;
  const char* name;
  char* log;
  const void* param_value;
  int param_index;
  spinlock_t lock;
  enum kunit_status status;
  struct list_head resources;
  char status_comment[KUNIT_STATUS_COMMENT_SIZE];
  struct completion* over_mm32;  // the thread of the case has ended
};
struct kunit_case {
  void (*run_case)(struct kunit* test);
  const char* name;
  const void* (*generate_params)(const void* prev, char* desc);
  enum kunit_status status;
  char* log;
};
struct kunit_suite {
  const char name[256];
  int (*suite_init)(struct kunit_suite* suite);
  void (*suite_exit)(struct kunit_suite* suite);
  int (*init)(struct kunit* test);
  void (*exit)(struct kunit* test);
  struct kunit_case* test_cases;
  int suite_init_err;
};

#define KUNIT_CASE(test_name) \
  { .run_case = test_name, .name = #test_name }
#define KUNIT_CASE_SLOW(test_name) KUNIT_CASE(test_name)
#define KUNIT_CASE_ATTR(test_name, attributes) KUNIT_CASE(test_name)
#define KUNIT_CASE_PARAM(test_name, gen_params) \
  { .run_case = test_name, .name = #test_name, .generate_params = gen_params }
#define KUNIT_ARRAY_PARAM(name, array, get_desc)                                        \
  static const void* name##_gen_params(const void* prev, char* __desc_mm32) {           \
    typeof((array)[0])* __next_mm32 = prev ? ((typeof(__next_mm32))prev) + 1 : (array); \
    void (*__describe_mm32)(typeof(__next_mm32), char*) = get_desc;                     \
    if (__next_mm32 - (array) >= (long)ARRAY_SIZE((array))) return NULL;                \
    if (__describe_mm32) __describe_mm32(__next_mm32, __desc_mm32);                     \
    return __next_mm32;                                                                 \
  }

int kunit_run_suites_mm32(struct kunit_suite* const* suites, int n, unsigned int version);
// The suites run when the module is loaded.
#define kunit_test_suites(...)                                                         \
  static struct kunit_suite* const __kunit_suites_mm32[] = {__VA_ARGS__};              \
  static int __init __kunit_init_mm32(void) {                                          \
    return kunit_run_suites_mm32(__kunit_suites_mm32, ARRAY_SIZE(__kunit_suites_mm32), \
                                 LINUX_VERSION_CODE);                                  \
  }                                                                                    \
  static void __exit __kunit_exit_mm32(void) {}                                        \
  module_init(__kunit_init_mm32);                                                      \
  module_exit(__kunit_exit_mm32)
#define kunit_test_suite(suite) kunit_test_suites(&suite)
#define kunit_test_init_section_suites(...) kunit_test_suites(__VA_ARGS__)
#define kunit_test_init_section_suite(suite) kunit_test_suites(&suite)

struct kunit* kunit_get_current_test(void);
void __printf(2, 3) kunit_mark_skipped_mm32(struct kunit* test, const char* fmt, ...);
void __noreturn kunit_end_case_mm32(struct kunit* test);
#define kunit_mark_skipped(test, fmt, ...) kunit_mark_skipped_mm32(test, fmt, ##__VA_ARGS__)
#define kunit_skip(test, fmt, ...)                \
  do {                                            \
    kunit_mark_skipped(test, fmt, ##__VA_ARGS__); \
    kunit_end_case_mm32(test);                    \
  } while (0)

#define kunit_log(lvl, test_or_suite, fmt, ...) printk(lvl fmt, ##__VA_ARGS__)
#define kunit_printk(lvl, test, fmt, ...) printk(lvl "    # %s: " fmt, (test)->name, ##__VA_ARGS__)
#define kunit_info(test, fmt, ...) kunit_printk(KERN_INFO, test, fmt, ##__VA_ARGS__)
#define kunit_warn(test, fmt, ...) kunit_printk(KERN_WARNING, test, fmt, ##__VA_ARGS__)
#define kunit_err(test, fmt, ...) kunit_printk(KERN_ERR, test, fmt, ##__VA_ARGS__)

#include <kunit/asserts_mm32.h>
#include <kunit/resource.h>

#endif
