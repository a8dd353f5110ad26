// Text added to a buffer in sequence; what does not fit whole marks the buffer as overflowed.
// Linux: lib/seq_buf.c (seq_buf_vprintf, seq_buf_printf), of which modules may call the latter.
#include <linux/export.h>
#include <linux/kernel.h>
#include <linux/seq_buf.h>

#include "../bug_at.h"

int seq_buf_vprintf(struct seq_buf* s, const char* fmt, va_list args) {
  WARN_ON_AT(s->size == 0, "lib/seq_buf.c", 61);
  if (s->len < s->size) {
    const int length = vsnprintf(s->buffer + s->len, s->size - s->len, fmt, args);

    if (s->len + length < s->size) {
      s->len += length;
      return 0;
    }
  }
  seq_buf_set_overflow(s);
  return -1;
}

int seq_buf_printf(struct seq_buf* s, const char* fmt, ...) {
  va_list args;
  int result;

  va_start(args, fmt);
  result = seq_buf_vprintf(s, fmt, args);
  va_end(args);
  return result;
}
EXPORT_SYMBOL_GPL(seq_buf_printf);
