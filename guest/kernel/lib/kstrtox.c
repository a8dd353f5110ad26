// Numbers from text: kstrto*, simple_strto*, memparse, and the number parser of sscanf.
#include <linux/ctype.h>
#include <linux/export.h>
#include <linux/kernel.h>
#include <linux/uaccess.h>

#include "parse.h"

#define OVERFLOWED 0x80000000u

const char* parse_base(const char* s, unsigned int* base) {
  bool hex_prefix = s[0] == '0' && _tolower(s[1]) == 'x';
  if (*base == 0) {
    if (s[0] == '0')
      *base = hex_prefix && isxdigit(s[2]) ? 16 : 8;
    else
      *base = 10;
  }
  if (*base == 16 && hex_prefix) s += 2;
  return s;
}

unsigned int parse_digits(const char* s, unsigned int base, u64* value, size_t max_chars) {
  unsigned int count = 0, overflow = 0;
  u64 result = 0;
  for (; max_chars--; s++, count++) {
    unsigned int c = (u8)*s, lower = c | 0x20, digit;
    if (c >= '0' && c <= '9')
      digit = c - '0';
    else if (lower >= 'a' && lower <= 'f')
      digit = lower - 'a' + 10;
    else
      break;
    if (digit >= base) break;
    if (unlikely(result >> 60) && __builtin_mul_overflow(result, (u64)base, &(u64){0}))
      overflow = OVERFLOWED;
    if (result * base + digit < result * base) overflow = OVERFLOWED;
    result = result * base + digit;
  }
  *value = result;
  return count | overflow;
}

static int parse_whole(const char* s, unsigned int base, u64* value) {
  unsigned int count;
  s = parse_base(s, &base);
  count = parse_digits(s, base, value, INT_MAX);
  if (count & OVERFLOWED) return -ERANGE;
  if (!count) return -EINVAL;
  s += count;
  if (*s == '\n') s++;
  return *s ? -EINVAL : 0;
}

int kstrtoull(const char* s, unsigned int base, unsigned long long* res) {
  u64 value;
  int error;
  if (*s == '+') s++;
  error = parse_whole(s, base, &value);
  if (!error) *res = value;
  return error;
}
EXPORT_SYMBOL(kstrtoull);

int kstrtoll(const char* s, unsigned int base, long long* res) {
  u64 value;
  int error;
  if (*s == '-') {
    error = parse_whole(s + 1, base, &value);
    if (error) return error;
    if ((s64)-value > 0) return -ERANGE;
    *res = -value;
    return 0;
  }
  error = kstrtoull(s, base, &value);
  if (error) return error;
  if ((s64)value < 0) return -ERANGE;
  *res = value;
  return 0;
}
EXPORT_SYMBOL(kstrtoll);

#define DEFINE_KSTRTO(name, type, wide, wide_fn)          \
  int name(const char* s, unsigned int base, type* res) { \
    wide value;                                           \
    int error = wide_fn(s, base, &value);                 \
    if (error) return error;                              \
    if (value != (type)value) return -ERANGE;             \
    *res = (type)value;                                   \
    return 0;                                             \
  }                                                       \
  EXPORT_SYMBOL(name)
DEFINE_KSTRTO(_kstrtoul, unsigned long, unsigned long long, kstrtoull);
DEFINE_KSTRTO(_kstrtol, long, long long, kstrtoll);
DEFINE_KSTRTO(kstrtouint, unsigned int, unsigned long long, kstrtoull);
DEFINE_KSTRTO(kstrtoint, int, long long, kstrtoll);
DEFINE_KSTRTO(kstrtou16, u16, unsigned long long, kstrtoull);
DEFINE_KSTRTO(kstrtos16, s16, long long, kstrtoll);
DEFINE_KSTRTO(kstrtou8, u8, unsigned long long, kstrtoull);
DEFINE_KSTRTO(kstrtos8, s8, long long, kstrtoll);

int kstrtobool(const char* s, bool* res) {
  char first, second;
  if (!s) return -EINVAL;
  first = _tolower(s[0]);
  second = first == 'o' ? _tolower(s[1]) : 0;
  if (first == 'y' || first == 't' || s[0] == '1' || (first == 'o' && second == 'n')) {
    *res = true;
    return 0;
  }
  if (first == 'n' || first == 'f' || s[0] == '0' || (first == 'o' && second == 'f')) {
    *res = false;
    return 0;
  }
  return -EINVAL;
}
EXPORT_SYMBOL(kstrtobool);

#define DEFINE_FROM_USER(name, fn, type)                                       \
  int name(const char __user* s, size_t count, unsigned int base, type* res) { \
    char buf[1 + sizeof(type) * 8 + 1 + 1];                                    \
    count = min(count, sizeof(buf) - 1);                                       \
    if (copy_from_user(buf, s, count)) return -EFAULT;                         \
    buf[count] = '\0';                                                         \
    return fn(buf, base, res);                                                 \
  }                                                                            \
  EXPORT_SYMBOL(name)
DEFINE_FROM_USER(kstrtoull_from_user, kstrtoull, unsigned long long);
DEFINE_FROM_USER(kstrtoll_from_user, kstrtoll, long long);
DEFINE_FROM_USER(kstrtoul_from_user, kstrtoul, unsigned long);
DEFINE_FROM_USER(kstrtol_from_user, kstrtol, long);
DEFINE_FROM_USER(kstrtouint_from_user, kstrtouint, unsigned int);
DEFINE_FROM_USER(kstrtoint_from_user, kstrtoint, int);
DEFINE_FROM_USER(kstrtou16_from_user, kstrtou16, u16);
DEFINE_FROM_USER(kstrtos16_from_user, kstrtos16, s16);
DEFINE_FROM_USER(kstrtou8_from_user, kstrtou8, u8);
DEFINE_FROM_USER(kstrtos8_from_user, kstrtos8, s8);

int kstrtobool_from_user(const char __user* s, size_t count, bool* res) {
  char buf[4];
  count = min(count, sizeof(buf) - 1);
  if (copy_from_user(buf, s, count)) return -EFAULT;
  buf[count] = '\0';
  return kstrtobool(buf, res);
}
EXPORT_SYMBOL(kstrtobool_from_user);

unsigned long long parse_simple(const char* s, char** end, unsigned int base, size_t max_chars) {
  const char* digits = parse_base(s, &base);
  size_t prefix = digits - s;
  u64 value = 0;
  if (prefix < max_chars)
    digits += parse_digits(digits, base, &value, max_chars - prefix) & ~OVERFLOWED;
  else
    digits = s + max_chars;
  if (end) *end = (char*)digits;
  return value;
}

unsigned long long simple_strtoull(const char* s, char** end, unsigned int base) {
  return parse_simple(s, end, base, INT_MAX);
}
EXPORT_SYMBOL(simple_strtoull);

unsigned long simple_strtoul(const char* s, char** end, unsigned int base) {
  return simple_strtoull(s, end, base);
}
EXPORT_SYMBOL(simple_strtoul);

long long simple_strtoll(const char* s, char** end, unsigned int base) {
  return *s == '-' ? -simple_strtoull(s + 1, end, base) : simple_strtoull(s, end, base);
}
EXPORT_SYMBOL(simple_strtoll);

long simple_strtol(const char* s, char** end, unsigned int base) {
  return *s == '-' ? -simple_strtoul(s + 1, end, base) : simple_strtoul(s, end, base);
}
EXPORT_SYMBOL(simple_strtol);
