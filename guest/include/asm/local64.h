// 64-bit counters of one CPU.
#ifndef _ASM_LOCAL64_H
#define _ASM_LOCAL64_H

#include <linux/atomic.h>

typedef struct {
  atomic64_t a;
} local64_t;
#define local64_read(l) atomic64_read(&(l)->a)
#define local64_set(l, i) atomic64_set((&(l)->a), (i))
#define local64_inc(l) atomic64_inc(&(l)->a)
#define local64_add(i, l) atomic64_add((i), (&(l)->a))

#endif
