// Words as five printable characters each.
#ifndef _LINUX_ASCII85_H
#define _LINUX_ASCII85_H

#include <linux/math.h>
#include <linux/types.h>

#define ASCII85_BUFSZ 6

static inline long ascii85_encode_len(long bytes) { return DIV_ROUND_UP(bytes, 4); }

// `out` has ASCII85_BUFSZ bytes; zero is the one character z.
static inline const char* ascii85_encode(u32 value, char* out) {
  int i;

  if (!value) return "z";
  out[5] = 0;
  for (i = 5; i--; value /= 85) out[i] = '!' + value % 85;
  return out;
}

#endif
