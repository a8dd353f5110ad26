// What files of /proc/sys read and write: numbers, strings and sets of bits as text.
//
// The buffer is the kernel's, *lenp its length and afterwards what was used, *ppos the position. A
// write that does not begin at 0 is taken without effect, but for strings and bitmaps. V1: a value
// out of its range leaves this and the following elements as they are.
// Linux: 6.1 kernel/sysctl.c, with sysctl_writes_strict as by default.
#include <linux/bitmap.h>
#include <linux/ctype.h>
#include <linux/errno.h>
#include <linux/export.h>
#include <linux/jiffies.h>
#include <linux/kernel.h>
#include <linux/limits.h>
#include <linux/slab.h>
#include <linux/string.h>
#include <linux/sysctl.h>

#define NUMBER_CHARS 21
#define SPACES " \t\n"

const int sysctl_vals[] = {0, 1, 2, 3, 4, 100, 200, 1000, 3000, INT_MAX, 65535, -1};
EXPORT_SYMBOL(sysctl_vals);
const unsigned long sysctl_long_vals[] = {0, 1, LONG_MAX};
EXPORT_SYMBOL_GPL(sysctl_long_vals);

// A piece of text that is read from, or a place that is written to.
struct text {
  char* at;
  size_t left;
};
struct number {
  unsigned long value;
  bool negative;
};

static void skip_spaces_of(struct text* t) {
  while (t->left && isspace(*t->at)) t->at++, t->left--;
}

static int digits(const char* s, unsigned int base, unsigned long* value, const char** end) {
  u64 n = 0;

  for (; isxdigit(*s); s++) {
    const unsigned int digit = isdigit(*s) ? *s - '0' : tolower(*s) - 'a' + 10;

    if (digit >= base) break;
    n = n * base + digit;
    if (n > ULONG_MAX) return -ERANGE;
  }
  *value = n;
  *end = s;
  return 0;
}

// A number that one of `ends` follows, or nothing; which one: *end.
static noinline int get_number(struct text* t, struct number* number, const char* ends, char* end) {
  char copy[NUMBER_CHARS + 1];
  const char *p = copy, *behind;
  size_t length = min_t(size_t, t->left, NUMBER_CHARS);
  unsigned int base = 10;

  if (!length) return -EINVAL;
  memcpy(copy, t->at, length);
  copy[length] = 0;
  number->negative = *p == '-' && t->left > 1;
  if (number->negative) p++;
  if (!isdigit(*p)) return -EINVAL;
  if (*p == '0') {
    base = 8;
    if (tolower(p[1]) == 'x' && isxdigit(p[2])) {
      base = 16;
      p += 2;
    }
  }
  if (digits(p, base, &number->value, &behind)) return -EINVAL;
  length = behind - copy;
  if (length == NUMBER_CHARS) return -EINVAL;
  if (length < t->left && !(*behind && strchr(ends, *behind))) return -EINVAL;
  if (end && length < t->left) *end = *behind;
  t->at += length;
  t->left -= length;
  return 0;
}

static void put_text(struct text* t, const char* s) {
  const size_t length = min(strlen(s), t->left);

  memcpy(t->at, s, length);
  t->at += length;
  t->left -= length;
}

static void put_number(struct text* t, const struct number* number) {
  char digits[NUMBER_CHARS + 2];

  snprintf(digits, sizeof(digits), "%s%lu", number->negative ? "-" : "", number->value);
  put_text(t, digits);
}

typedef int convert(struct number* number, void* element, int write, const struct ctl_table* table);

// All elements of a table, `size` bytes each. False: a write in which there is no number.
static noinline bool elements(struct ctl_table* table, int write, struct text* t, size_t size,
                              convert* conv, int* err) {
  size_t count = table->maxlen / size;
  char* element = table->data;
  bool first = true;

  for (; t->left && count--; element += size, first = false) {
    struct number number;

    if (write) {
      skip_spaces_of(t);
      if (!t->left) break;
      *err = get_number(t, &number, SPACES, NULL);
    }
    if (!*err && conv(&number, element, write, table)) *err = -EINVAL;
    if (*err) break;
    if (write) continue;
    if (!first) put_text(t, "\t");
    put_number(t, &number);
  }
  if (write && !*err) skip_spaces_of(t);
  if (!write && !first && !*err) put_text(t, "\n");
  return !write || !first;
}

static bool nothing_to_do(const struct ctl_table* table, int write, size_t* lenp,
                          const loff_t* ppos) {
  if (table->data && table->maxlen && *lenp && (write || !*ppos)) return false;
  *lenp = 0;
  return true;
}

static noinline int vector(struct ctl_table* table, int write, void* buffer, size_t* lenp,
                           loff_t* ppos, size_t size, convert* conv) {
  struct text t = {buffer, *lenp};
  int err = 0;

  if (nothing_to_do(table, write, lenp, ppos)) return 0;
  if (!write || !*ppos) {
    if (write) t.left = min_t(size_t, t.left, PAGE_SIZE - 1);
    if (!elements(table, write, &t, size, conv, &err)) return err ? err : -EINVAL;
    *lenp -= t.left;
  }
  *ppos += *lenp;
  return err;
}

// The one number of an unsigned file.
static noinline int single(struct ctl_table* table, int write, void* buffer, size_t* lenp,
                           loff_t* ppos, convert* conv) {
  struct text t = {buffer, *lenp};
  struct number number;
  int err;

  if (nothing_to_do(table, write, lenp, ppos)) return 0;
  if (table->maxlen / sizeof(unsigned int) != 1) {
    *lenp = 0;
    return -EINVAL;
  }
  if (write) {
    if (*ppos) {
      *ppos += *lenp;
      return 0;
    }
    t.left = min_t(size_t, t.left, PAGE_SIZE - 1);
    skip_spaces_of(&t);
    err = get_number(&t, &number, SPACES, NULL);
    return err || number.negative || conv(&number, table->data, 1, table) ? -EINVAL : 0;
  }
  err = conv(&number, table->data, 0, table);
  if (err) return err;
  put_number(&t, &number);
  put_text(&t, "\n");
  *lenp -= t.left;
  *ppos += *lenp;
  return 0;
}

static int set_int(struct number* number, int* place, int write) {
  if (!write) {
    number->negative = *place < 0;
    number->value = number->negative ? -(unsigned long)*place : *place;
    return 0;
  }
  if (number->value > (unsigned long)INT_MAX + number->negative) return -EINVAL;
  *place = number->negative ? -number->value : number->value;
  return 0;
}

static int plain_int(struct number* number, void* element, int write,
                     const struct ctl_table* table) {
  return set_int(number, element, write);
}

static int limited_int(struct number* number, void* element, int write,
                       const struct ctl_table* table) {
  const int *min = table->extra1, *max = table->extra2;
  int value, err;

  if (!write) return set_int(number, element, 0);
  err = set_int(number, &value, 1);
  if (err) return err;
  if ((min && value < *min) || (max && value > *max)) return -EINVAL;
  *(int*)element = value;
  return 0;
}

static int plain_uint(struct number* number, void* element, int write,
                      const struct ctl_table* table) {
  if (write) {
    *(unsigned int*)element = number->value;
  } else {
    *number = (struct number){.value = *(unsigned int*)element};
  }
  return 0;
}

static int limited_uint(struct number* number, void* element, int write,
                        const struct ctl_table* table) {
  const unsigned int *min = table->extra1, *max = table->extra2;

  if (write && ((min && number->value < *min) || (max && number->value > *max))) return -ERANGE;
  return plain_uint(number, element, write, table);
}

static int plain_bool(struct number* number, void* element, int write,
                      const struct ctl_table* table) {
  if (write) {
    *(bool*)element = number->value;
  } else {
    *number = (struct number){.value = *(bool*)element};
  }
  return 0;
}

static int seconds(struct number* number, void* element, int write, const struct ctl_table* table) {
  int err;

  if (write) {
    if (number->value > INT_MAX / HZ) return -EINVAL;
    number->value *= HZ;
    return set_int(number, element, 1);
  }
  err = set_int(number, element, 0);
  number->value /= HZ;
  return err;
}

static int user_ticks(struct number* number, void* element, int write,
                      const struct ctl_table* table) {
  if (write) {
    if (number->value > LONG_MAX / HZ * USER_HZ) return -EINVAL;
    *(int*)element = clock_t_to_jiffies(number->negative ? -number->value : number->value);
    return 0;
  }
  set_int(number, element, 0);
  number->value = jiffies_to_clock_t(number->value);
  return 0;
}

static int milliseconds(struct number* number, void* element, int write,
                        const struct ctl_table* table) {
  if (write) {
    const unsigned long value = msecs_to_jiffies(number->negative ? -number->value : number->value);

    if (value > INT_MAX) return -EINVAL;
    *(int*)element = value;
    return 0;
  }
  set_int(number, element, 0);
  number->value = jiffies_to_msecs(number->value);
  return 0;
}

static int limited_ulong(struct number* number, void* element, int write,
                         const struct ctl_table* table) {
  const unsigned long *min = table->extra1, *max = table->extra2;

  if (!write) {
    *number = (struct number){.value = *(unsigned long*)element};
    return 0;
  }
  if (number->negative || (min && number->value < *min) || (max && number->value > *max))
    return -EINVAL;
  *(unsigned long*)element = number->value;
  return 0;
}

static int limited_ulong_ms(struct number* number, void* element, int write,
                            const struct ctl_table* table) {
  if (write) number->value = HZ * number->value / 1000;
  if (limited_ulong(number, element, write, table)) return -EINVAL;
  if (!write) number->value = 1000UL * number->value / HZ;
  return 0;
}

#define VECTOR(name, type, conv)                                                           \
  int name(struct ctl_table* table, int write, void* buffer, size_t* lenp, loff_t* ppos) { \
    return vector(table, write, buffer, lenp, ppos, sizeof(type), conv);                   \
  }
VECTOR(proc_dointvec, int, plain_int)
EXPORT_SYMBOL(proc_dointvec);
VECTOR(proc_dointvec_minmax, int, limited_int)
EXPORT_SYMBOL(proc_dointvec_minmax);
VECTOR(proc_dobool, int, plain_bool)
EXPORT_SYMBOL(proc_dobool);
VECTOR(proc_dointvec_jiffies, int, seconds)
EXPORT_SYMBOL(proc_dointvec_jiffies);
VECTOR(proc_dointvec_userhz_jiffies, int, user_ticks)
EXPORT_SYMBOL(proc_dointvec_userhz_jiffies);
VECTOR(proc_dointvec_ms_jiffies, int, milliseconds)
EXPORT_SYMBOL(proc_dointvec_ms_jiffies);
VECTOR(proc_doulongvec_minmax, unsigned long, limited_ulong)
EXPORT_SYMBOL(proc_doulongvec_minmax);
VECTOR(proc_doulongvec_ms_jiffies_minmax, unsigned long, limited_ulong_ms)
EXPORT_SYMBOL(proc_doulongvec_ms_jiffies_minmax);

int proc_douintvec(struct ctl_table* table, int write, void* buffer, size_t* lenp, loff_t* ppos) {
  return single(table, write, buffer, lenp, ppos, plain_uint);
}
EXPORT_SYMBOL(proc_douintvec);
int proc_douintvec_minmax(struct ctl_table* table, int write, void* buffer, size_t* lenp,
                          loff_t* ppos) {
  return single(table, write, buffer, lenp, ppos, limited_uint);
}
EXPORT_SYMBOL_GPL(proc_douintvec_minmax);

int proc_dou8vec_minmax(struct ctl_table* table, int write, void* buffer, size_t* lenp,
                        loff_t* ppos) {
  unsigned int value, min = 0, max = 255;
  struct ctl_table one = *table;
  int err;

  if (table->maxlen != sizeof(u8)) return -EINVAL;
  value = *(u8*)table->data;
  one.data = &value;
  one.maxlen = sizeof(value);
  if (!one.extra1) one.extra1 = &min;
  if (!one.extra2) one.extra2 = &max;
  err = single(&one, write, buffer, lenp, ppos, limited_uint);
  if (!err && write) *(u8*)table->data = value;
  return err;
}
EXPORT_SYMBOL_GPL(proc_dou8vec_minmax);

static noinline void write_string(char* data, size_t room, const char* from, size_t size,
                                  size_t at) {
  while (size-- && at < room - 1) {
    const char c = *from++;

    if (!c || c == '\n') break;
    data[at++] = c;
  }
  data[at] = 0;
}

int proc_dostring(struct ctl_table* table, int write, void* buffer, size_t* lenp, loff_t* ppos) {
  char* data = table->data;
  size_t length;

  if (nothing_to_do(table, 1, lenp, ppos)) return 0;
  length = min_t(size_t, strlen(data), table->maxlen - write);
  if (*ppos > length) {
    if (!write) *lenp = 0;
    return 0;
  }
  if (write) {
    write_string(data, table->maxlen, buffer, *lenp, *ppos);
    *ppos += *lenp;
    return 0;
  }
  length = min_t(size_t, length - *ppos, *lenp);
  memcpy(buffer, data + *ppos, length);
  if (length < *lenp) ((char*)buffer)[length++] = '\n';
  *lenp = length;
  *ppos += length;
  return 0;
}
EXPORT_SYMBOL(proc_dostring);

// "3", "5-9": the bits into `bits`. What ends it is taken, too.
static noinline int get_range(struct text* t, unsigned long* bits, size_t size) {
  struct number first, last;
  char end = 0;
  int err = get_number(t, &first, "-,\n", &end);

  if (err) return err;
  if (first.value >= size || first.negative) return -EINVAL;
  last = first;
  if (t->left) t->at++, t->left--;
  if (end == '-') {
    end = 0;
    err = get_number(t, &last, ",\n", &end);
    if (err) return err;
    if (last.value >= size || last.negative || first.value > last.value) return -EINVAL;
    if (t->left) t->at++, t->left--;
  }
  bitmap_set(bits, first.value, last.value - first.value + 1);
  return 0;
}

static void skip_newlines(struct text* t) {
  while (t->left && *t->at == '\n') t->at++, t->left--;
}

static noinline int get_ranges(struct text* t, unsigned long* bits, size_t size, bool add) {
  unsigned long* read = bitmap_zalloc(size, GFP_KERNEL);
  int err = 0;

  if (!read) return -ENOMEM;
  for (skip_newlines(t); t->left && !err; skip_newlines(t)) err = get_range(t, read, size);
  if (!err && add) bitmap_or(bits, bits, read, size);
  if (!err && !add) bitmap_copy(bits, read, size);
  bitmap_free(read);
  return err;
}

static noinline void put_ranges(struct text* t, const unsigned long* bits, size_t size) {
  size_t begin = 0, end;
  const char* separator = "";

  for (;; begin = end) {
    begin = find_next_bit(bits, size, begin);
    if (begin >= size) break;
    end = find_next_zero_bit(bits, size, begin + 1);
    put_text(t, separator);
    put_number(t, &(struct number){.value = begin});
    separator = ",";
    if (end == begin + 1) continue;
    put_text(t, "-");
    put_number(t, &(struct number){.value = end - 1});
  }
  put_text(t, "\n");
}

int proc_do_large_bitmap(struct ctl_table* table, int write, void* buffer, size_t* lenp,
                         loff_t* ppos) {
  struct text t = {buffer, *lenp};
  unsigned long* bits = table->data ? *(unsigned long**)table->data : NULL;
  int err = 0;

  if (!bits || nothing_to_do(table, write, lenp, ppos)) {
    *lenp = 0;
    return 0;
  }
  if (write)
    err = get_ranges(&t, bits, table->maxlen, *ppos);
  else
    put_ranges(&t, bits, table->maxlen);
  if (err) return err;
  *lenp -= t.left;
  *ppos += *lenp;
  return 0;
}
EXPORT_SYMBOL(proc_do_large_bitmap);
