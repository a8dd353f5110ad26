// printk: from a format to pieces of lines in the kernel log.
//
// The text is formatted here, cut at its newlines, and handed to the host piece by piece
// (mm32_log). P1: a piece never contains a newline; the last piece of a line has MM32_LOG_NEWLINE.
// _printk takes levels as KERN_SOH and a digit (3.6 and later); printk also takes "<d>" (before).
// A record holds 1024 bytes, what is longer is cut off, as in Linux 6.1 kernel/printk/printk.c.
#include <linux/export.h>
#include <linux/irqflags.h>
#include <linux/jiffies.h>
#include <linux/kernel.h>
#include <linux/ratelimit.h>
#include <linux/string.h>

#include "host.h"

#define RECORD_MAX 1024

int console_printk[4] = {CONSOLE_LOGLEVEL_DEFAULT, MESSAGE_LOGLEVEL_DEFAULT, 1,
                         CONSOLE_LOGLEVEL_DEFAULT};
EXPORT_SYMBOL_GPL(console_printk);
int oops_in_progress;
EXPORT_SYMBOL(oops_in_progress);

enum level_syntax { LEVEL_SOH_ONLY, LEVEL_ANGLE_TOO };

// Takes one level prefix off the text. Returns its letter or 0.
static char take_level(const char** text, enum level_syntax syntax) {
  char level = printk_get_level(*text);
  if (level) {
    *text += 2;
    return level;
  }
  if (syntax != LEVEL_ANGLE_TOO || (*text)[0] != '<' || (*text)[1] == '\0' || (*text)[2] != '>')
    return 0;
  level = (*text)[1];
  if ((level < '0' || level > '7') && level != 'c' && level != 'd') return 0;
  *text += 3;
  return level;
}

// A zero byte is a byte like any other.
static void log_lines(int level, const char* text, const char* end, int flags) {
  for (;;) {
    const char* newline = memchr(text, '\n', end - text);
    size_t length = (newline ? newline : end) - text;
    if (newline || length) mm32_log(level, text, length, flags | (newline ? MM32_LOG_NEWLINE : 0));
    if (!newline || newline + 1 == end) return;
    text = newline + 1;
    flags = 0;
  }
}

static int print_record(const char* fmt, va_list args, enum level_syntax syntax) {
  static char record[RECORD_MAX];
  const char* text = record;
  int level = default_message_loglevel, flags = 0, length;
  bool have_level = false;
  unsigned long irq_flags;
  char letter;
  local_irq_save(irq_flags);  // the record is one for all
  length = vscnprintf(record, sizeof(record), fmt, args);
  while ((letter = take_level(&text, syntax))) {
    if (letter == 'c') {
      flags |= MM32_LOG_CONT;
    } else if (letter != 'd' && !have_level) {
      level = letter - '0';
      have_level = true;
    }
  }
  log_lines(level, text, record + length, flags);
  local_irq_restore(irq_flags);
  return length - (text - record);
}

int vprintk(const char* fmt, va_list args) { return print_record(fmt, args, LEVEL_SOH_ONLY); }
EXPORT_SYMBOL(vprintk);

int _printk(const char* fmt, ...) {
  va_list args;
  int length;
  va_start(args, fmt);
  length = print_record(fmt, args, LEVEL_SOH_ONLY);
  va_end(args);
  return length;
}
EXPORT_SYMBOL(_printk);

int printk(const char* fmt, ...) {
  va_list args;
  int length;
  va_start(args, fmt);
  length = print_record(fmt, args, LEVEL_ANGLE_TOO);
  va_end(args);
  return length;
}
EXPORT_SYMBOL(printk);

int _printk_deferred(const char* fmt, ...) {
  va_list args;
  int length;
  va_start(args, fmt);
  length = print_record(fmt, args, LEVEL_SOH_ONLY);
  va_end(args);
  return length;
}
EXPORT_SYMBOL(_printk_deferred);

void __warn_printk(const char* fmt, ...) {
  va_list args;
  _printk(
      "\001"
      "4------------[ cut here ]------------\n");
  va_start(args, fmt);
  vprintk(fmt, args);
  va_end(args);
}
EXPORT_SYMBOL(__warn_printk);

DEFINE_RATELIMIT_STATE(printk_ratelimit_state, 5 * HZ, 10);

int __printk_ratelimit(const char* func) { return ___ratelimit(&printk_ratelimit_state, func); }
EXPORT_SYMBOL(__printk_ratelimit);

bool printk_timed_ratelimit(unsigned long* caller_jiffies, unsigned int interval_msec) {
  unsigned long elapsed = jiffies - *caller_jiffies;
  if (*caller_jiffies && elapsed <= msecs_to_jiffies(interval_msec)) return false;
  *caller_jiffies = jiffies;
  return true;
}
EXPORT_SYMBOL(printk_timed_ratelimit);

int ___ratelimit(struct ratelimit_state* rs, const char* func) {
  int allowed;
  if (!rs->interval) return 1;
  if (!rs->begin) rs->begin = jiffies;
  if (time_is_before_jiffies(rs->begin + rs->interval)) {
    if (rs->missed && !(rs->flags & RATELIMIT_MSG_ON_RELEASE)) {
      _printk_deferred(KERN_WARNING "%s: %d callbacks suppressed\n", func, rs->missed);
      rs->missed = 0;
    }
    rs->begin = jiffies;
    rs->printed = 0;
  }
  allowed = rs->burst && rs->burst > rs->printed;
  if (allowed)
    rs->printed++;
  else
    rs->missed++;
  return allowed;
}
EXPORT_SYMBOL(___ratelimit);
