#include <asm/processor.h>

#define spin_begin()
#define spin_cpu_relax() cpu_relax()
#define spin_end()
#define spin_until_cond(cond)          \
  do {                                 \
    while (!likely(cond)) cpu_relax(); \
  } while (0)

#include <asm/processor.h>
