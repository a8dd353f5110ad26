// Strings and sets of bits in files of /proc/sys, and numbers as text.
// Linux: 6.1 kernel/sysctl.c (proc_dostring, proc_do_large_bitmap, proc_get_long).
#include "sysctl_text.h"

#include <linux/bitmap.h>
#include <linux/ctype.h>
#include <linux/errno.h>
#include <linux/export.h>
#include <linux/kernel.h>
#include <linux/limits.h>
#include <linux/slab.h>

#define NUMBER_CHARS 21

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

int get_number(struct text* t, struct number* number, const char* ends, char* end) {
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

void put_number(struct text* t, const struct number* number) {
  char digits[NUMBER_CHARS + 2];

  snprintf(digits, sizeof(digits), "%s%lu", number->negative ? "-" : "", number->value);
  put_text(t, digits);
}

bool nothing_to_do(const struct ctl_table* table, int write, size_t* lenp, const loff_t* ppos) {
  if (table->data && table->maxlen && *lenp && (write || !*ppos)) return false;
  *lenp = 0;
  return true;
}

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
