// The words that the helpers of 64-bit arithmetic take.
#ifndef _LINUX_LIBGCC_H
#define _LINUX_LIBGCC_H

#include <linux/compiler.h>

typedef int word_type __attribute__((mode(__word__)));

struct DWstruct {
  int low, high;
};
typedef union {
  struct DWstruct s;
  long long ll;
} DWunion;

long long notrace __ashldi3(long long u, word_type b);
long long notrace __ashrdi3(long long u, word_type b);
word_type notrace __cmpdi2(long long a, long long b);
long long notrace __lshrdi3(long long u, word_type b);
long long notrace __muldi3(long long u, long long v);
word_type notrace __ucmpdi2(unsigned long long a, unsigned long long b);

#endif
