// Text of files of /proc/sys: what the handlers of numbers and those of strings and bitmaps share.
#ifndef MM32_FS_SYSCTL_TEXT_H
#define MM32_FS_SYSCTL_TEXT_H

#include <linux/minmax.h>
#include <linux/string.h>
#include <linux/sysctl.h>

// A piece of text that is read from, or a place that is written to.
struct text {
  char* at;
  size_t left;
};
struct number {
  unsigned long value;
  bool negative;
};

static inline void put_text(struct text* t, const char* s) {
  const size_t length = min(strlen(s), t->left);

  memcpy(t->at, s, length);
  t->at += length;
  t->left -= length;
}

// A number that one of `ends` follows, or nothing; which one: *end. -EINVAL.
int get_number(struct text* t, struct number* number, const char* ends, char* end);
void put_number(struct text* t, const struct number* number);
// Without a place, room, or at another position than 0 when reading: *lenp becomes 0.
bool nothing_to_do(const struct ctl_table* table, int write, size_t* lenp, const loff_t* ppos);

#endif
