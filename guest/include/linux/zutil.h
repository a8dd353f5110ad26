// Words of deflate, and the Adler-32 sum of a stream. Linux: 6.1 include/linux/zutil.h.
#ifndef _Z_UTIL_H
#define _Z_UTIL_H

#include <linux/kernel.h>
#include <linux/string.h>
#include <linux/zlib.h>

typedef unsigned char uch;
typedef unsigned short ush;
typedef unsigned long ulg;
typedef uLong (*check_func)(uLong check, const Byte* buf, uInt len);

#define STORED_BLOCK 0
#define STATIC_TREES 1
#define DYN_TREES 2
#define MIN_MATCH 3
#define MAX_MATCH 258
#define PRESET_DICT 0x20
#ifndef OS_CODE
#define OS_CODE 0x03
#endif
#define BASE 65521L  // the largest prime below 65536
#define NMAX 5552    // so many bytes may be added before the sums are reduced

static inline uLong zlib_adler32(uLong adler, const Byte* buf, uInt len) {
  unsigned long low = adler & 0xffff, high = adler >> 16;
  if (!buf) return 1;
  while (len) {
    uInt part = len < NMAX ? len : NMAX;
    for (len -= part; part; part--) {
      low += *buf++;
      high += low;
    }
    low %= BASE;
    high %= BASE;
  }
  return high << 16 | low;
}

#endif
