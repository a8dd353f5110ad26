// What files of /proc/sys read and write: numbers as text.
//
// The buffer is the kernel's, *lenp its length and afterwards what was used, *ppos the position. A
// write that does not begin at 0 is taken without effect. V1: a value out of its range leaves this
// and the following elements as they are.
// Linux: 6.1 kernel/sysctl.c, with sysctl_writes_strict as by default.
#include <linux/ctype.h>
#include <linux/errno.h>
#include <linux/export.h>
#include <linux/jiffies.h>
#include <linux/kernel.h>
#include <linux/limits.h>
#include <linux/string.h>
#include <linux/sysctl.h>

#include "sysctl_text.h"

#define SPACES " \t\n"

const int sysctl_vals[] = {0, 1, 2, 3, 4, 100, 200, 1000, 3000, INT_MAX, 65535, -1};
EXPORT_SYMBOL(sysctl_vals);
const unsigned long sysctl_long_vals[] = {0, 1, LONG_MAX};
EXPORT_SYMBOL_GPL(sysctl_long_vals);

static void skip_spaces_of(struct text* t) {
  while (t->left && isspace(*t->at)) t->at++, t->left--;
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
