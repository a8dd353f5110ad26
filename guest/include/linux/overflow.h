// Arithmetic that says when it overflows, and sizes that saturate.
#ifndef _LINUX_OVERFLOW_H
#define _LINUX_OVERFLOW_H

#include <linux/compiler.h>
#include <linux/limits.h>
#include <linux/types.h>

#define is_signed_type(type) (((type)(-1)) < (type)1)
#define __type_half_max(type) ((type)1 << (8 * sizeof(type) - 1 - is_signed_type(type)))
#define type_max(T) ((T)((__type_half_max(T) - 1) + __type_half_max(T)))
#define type_min(T) ((T)((T)-type_max(T) - (T)1))
#define check_add_overflow(a, b, d) __builtin_add_overflow(a, b, d)
#define check_sub_overflow(a, b, d) __builtin_sub_overflow(a, b, d)
#define check_mul_overflow(a, b, d) __builtin_mul_overflow(a, b, d)
#define check_shl_overflow(a, s, d)                                                   \
  ({                                                                                  \
    typeof(a) _a = a;                                                                 \
    typeof(s) _s = s;                                                                 \
    typeof(d) _d = d;                                                                 \
    u64 _a_full = _a;                                                                 \
    unsigned int _to_shift = (_s >= 0 && _s < 8 * (int)sizeof(*d)) ? _s : 0;          \
    *_d = (_a_full << _to_shift);                                                     \
    (_to_shift != (unsigned int)_s || *_d < 0 || _a < 0 || (*_d >> _to_shift) != _a); \
  })
static inline size_t __must_check size_mul(size_t a, size_t b) {
  size_t bytes;
  return check_mul_overflow(a, b, &bytes) ? SIZE_MAX : bytes;
}
static inline size_t __must_check size_add(size_t a, size_t b) {
  size_t bytes;
  return check_add_overflow(a, b, &bytes) ? SIZE_MAX : bytes;
}
static inline size_t __must_check size_sub(size_t minuend, size_t subtrahend) {
  size_t bytes;
  if (minuend == SIZE_MAX || subtrahend == SIZE_MAX) return SIZE_MAX;
  return check_sub_overflow(minuend, subtrahend, &bytes) ? SIZE_MAX : bytes;
}
#define array_size(a, b) size_mul(a, b)
#define array3_size(a, b, c) size_mul(size_mul(a, b), c)
#define flex_array_size(p, member, count) size_mul(count, sizeof(*(p)->member))
#define struct_size(p, member, count) size_add(sizeof(*(p)), flex_array_size(p, member, count))
#define struct_size_t(type, member, count) struct_size((type*)NULL, member, count)
#define overflows_type(n, T) ((n) != (typeof(n))(T)(n))

#define is_non_negative(a) ((a) > 0 || (a) == 0)
#define is_negative(a) (!(is_non_negative(a)))
static inline bool __must_check __must_check_overflow(bool overflow) { return unlikely(overflow); }

// An object on the stack that ends with an array of `count`; since 6.9 its counter is named too.
#define __MM32_FLEX(type, name, member, count, initial...)            \
  union {                                                             \
    u8 bytes[sizeof(type) + sizeof(((type*)0)->member[0]) * (count)]; \
    type obj;                                                         \
  } name##_u = {initial};                                             \
  type* name = (type*)&name##_u
#define DEFINE_RAW_FLEX(type, name, member, count) __MM32_FLEX(type, name, member, count, )
#define __MM32_FLEX4(type, name, member, count) __MM32_FLEX(type, name, member, count, )
#define __MM32_FLEX5(type, name, member, counter, count) \
  __MM32_FLEX(type, name, member, count, .obj.counter = (count))
#define __MM32_FLEX_PICK(a, b, c, d, e, name, ...) name
#define DEFINE_FLEX(...) __MM32_FLEX_PICK(__VA_ARGS__, __MM32_FLEX5, __MM32_FLEX4, 0)(__VA_ARGS__)

#endif
