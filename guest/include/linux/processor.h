// Loops that wait for another CPU.
#ifndef _LINUX_PROCESSOR_H
#define _LINUX_PROCESSOR_H

#include <asm/processor.h>

#define spin_begin()
#define spin_cpu_relax() cpu_relax()
#define spin_end()
#define spin_until_cond(cond)          \
  do {                                 \
    while (!likely(cond)) cpu_relax(); \
  } while (0)

#include <asm/processor.h>

#endif
