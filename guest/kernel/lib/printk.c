// printk: from a format to pieces of lines in the kernel log.
//
// The text is formatted here and handed to the host as a record (mm32_log), which may hold several
// lines. One whose text did not end in a newline can be continued, as long as both fit into one.
// _printk takes levels as KERN_SOH and a digit (3.6 and later); what sources for older kernels call
// also takes "<d>", up to 2.6.30 at the start of each line.
// Linux: 6.1 kernel/printk/printk.c, vprintk_store.
#include <linux/export.h>
#include <linux/irqflags.h>
#include <linux/jiffies.h>
#include <linux/kernel.h>
#include <linux/ratelimit.h>
#include <linux/string.h>

#include "host.h"

#define RECORD_MAX 992  // LOG_LINE_MAX

int console_printk[4] = {CONSOLE_LOGLEVEL_DEFAULT, MESSAGE_LOGLEVEL_DEFAULT, 1,
                         CONSOLE_LOGLEVEL_DEFAULT};
EXPORT_SYMBOL_GPL(console_printk);
int oops_in_progress;
EXPORT_SYMBOL(oops_in_progress);

enum level_syntax { LEVEL_NONE, LEVEL_SOH_ONLY, LEVEL_ANGLE_TOO, LEVEL_EACH_LINE };

// Takes one level prefix off the text. Returns its letter or 0.
static char take_level(const char** text, enum level_syntax syntax) {
  char level = printk_get_level(*text);
  if (level) {
    *text += 2;
    return level;
  }
  if (syntax == LEVEL_SOH_ONLY || (*text)[0] != '<' || (*text)[1] == '\0' || (*text)[2] != '>')
    return 0;
  level = (*text)[1];
  if ((level < '0' || level > '7') && level != 'c' && level != 'd') return 0;
  *text += 3;
  return level;
}

// Until 2.6.30: a level of its own for each line that has one. A zero byte is a byte like any
// other.
static void log_each_line(int level, const char* text, const char* end, unsigned int flags) {
  for (;;) {
    const char* newline = memchr(text, '\n', end - text);
    size_t length = (newline ? newline : end) - text;
    char letter;
    mm32_log(level, text, length, flags | (newline ? MM32_LOG_NEWLINE : 0));
    if (!newline || newline + 1 == end) return;
    text = newline + 1;
    flags &= ~MM32_LOG_CONT;
    letter = take_level(&text, LEVEL_EACH_LINE);
    if (letter >= '0' && letter <= '7') level = letter - '0';
  }
}

// A record is cut to RECORD_MAX with its level and a final newline, which is not part of the text.
static int print_record(int level, unsigned int flags, const char* fmt, va_list args,
                        enum level_syntax syntax) {
  static char record[RECORD_MAX];
  const char *text = record, *end;
  unsigned long irq_flags;
  int length;
  char letter;
  local_irq_save(irq_flags);  // the record is one for all
  length = vsnprintf(record, sizeof(record), fmt, args) + 1;
  if (length > RECORD_MAX) length = RECORD_MAX;
  flags |= length << MM32_LOG_ROOM_SHIFT;
  end = record + length - 1;
  while (syntax != LEVEL_NONE && (letter = take_level(&text, syntax))) {
    if (letter == 'c')
      flags |= MM32_LOG_CONT;
    else if (letter != 'd' && level == LOGLEVEL_DEFAULT)
      level = letter - '0';
  }
  if (level < 0) level = default_message_loglevel;
  if (syntax == LEVEL_EACH_LINE) {
    log_each_line(level, text, end, flags);
  } else {
    if (end > text && end[-1] == '\n') {
      flags |= MM32_LOG_NEWLINE;
      end--;
    }
    mm32_log(level, text, end - text, flags);
  }
  local_irq_restore(irq_flags);
  return end - text;
}

int vprintk_emit(int facility, int level, const struct dev_printk_info* dev_info, const char* fmt,
                 va_list args) {
  if (level == LOGLEVEL_SCHED) level = LOGLEVEL_DEFAULT;
  return print_record(level, dev_info ? MM32_LOG_NEWLINE : 0, fmt, args,
                      facility ? LEVEL_NONE : LEVEL_SOH_ONLY);
}
EXPORT_SYMBOL(vprintk_emit);

int vprintk(const char* fmt, va_list args) {
  return print_record(LOGLEVEL_DEFAULT, 0, fmt, args, LEVEL_SOH_ONLY);
}
EXPORT_SYMBOL(vprintk);

int _printk(const char* fmt, ...) {
  va_list args;
  int length;
  va_start(args, fmt);
  length = print_record(LOGLEVEL_DEFAULT, 0, fmt, args, LEVEL_SOH_ONLY);
  va_end(args);
  return length;
}
EXPORT_SYMBOL(_printk);

// Whoever takes its address gets the one of 6.1; calls are macros (linux/printk.h).
int(printk)(const char* fmt, ...) __alias(_printk);
EXPORT_SYMBOL(printk);

#define OLD_PRINTK(name, syntax)                                   \
  int mm32_v##name(const char* fmt, va_list args) {                \
    return print_record(LOGLEVEL_DEFAULT, 0, fmt, args, syntax);   \
  }                                                                \
  EXPORT_SYMBOL(mm32_v##name);                                     \
  int mm32_##name(const char* fmt, ...) {                          \
    va_list args;                                                  \
    int length;                                                    \
    va_start(args, fmt);                                           \
    length = print_record(LOGLEVEL_DEFAULT, 0, fmt, args, syntax); \
    va_end(args);                                                  \
    return length;                                                 \
  }                                                                \
  EXPORT_SYMBOL(mm32_##name)

OLD_PRINTK(printk_3_5, LEVEL_ANGLE_TOO);
OLD_PRINTK(printk_2_6_30, LEVEL_EACH_LINE);

int _printk_deferred(const char* fmt, ...) {
  va_list args;
  int length;
  va_start(args, fmt);
  length = print_record(LOGLEVEL_DEFAULT, 0, fmt, args, LEVEL_SOH_ONLY);
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
