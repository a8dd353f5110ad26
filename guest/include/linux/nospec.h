// Indices that a guess of the processor cannot carry out of an array: nothing is guessed here.
#ifndef _LINUX_NOSPEC_H
#define _LINUX_NOSPEC_H

#include <asm/barrier.h>

struct task_struct;
static inline unsigned long array_index_mask_nospec(unsigned long index, unsigned long size) {
  return index < size ? ~0UL : 0;
}
#undef array_index_nospec
#define array_index_nospec(index, size)                     \
  ({                                                        \
    typeof(index) _i = (index);                             \
    (typeof(_i))(_i & array_index_mask_nospec(_i, (size))); \
  })
int arch_prctl_spec_ctrl_get(struct task_struct* task, unsigned long which);
int arch_prctl_spec_ctrl_set(struct task_struct* task, unsigned long which, unsigned long ctrl);
void arch_seccomp_spec_mitigate(struct task_struct* task);

#endif
