// struct pt_regs: the registers that an exception saved, as handlers and modules see them.
#ifndef _ASM_X86_PTRACE_H
#define _ASM_X86_PTRACE_H

#include <linux/types.h>

struct pt_regs {
  unsigned long bx, cx, dx, si, di, bp, ax;
  unsigned short ds, __dsh;
  unsigned short es, __esh;
  unsigned short fs, __fsh;
  unsigned short gs, __gsh;
  unsigned long orig_ax;
  unsigned long ip;
  unsigned short cs, __csh;
  unsigned long flags;
  unsigned long sp;
  unsigned short ss, __ssh;
};

static inline int user_mode(struct pt_regs* regs) { return (regs->cs & 3) == 3; }
static inline unsigned long instruction_pointer(struct pt_regs* regs) { return regs->ip; }
static inline void instruction_pointer_set(struct pt_regs* regs, unsigned long val) {
  regs->ip = val;
}
// Handlers get registers with the stack pointer, in ring 0, too.
static inline unsigned long kernel_stack_pointer(struct pt_regs* regs) { return regs->sp; }
static inline void kernel_stack_pointer_set(struct pt_regs* regs, unsigned long val) {
  regs->sp = val;
}
static inline unsigned long user_stack_pointer(struct pt_regs* regs) { return regs->sp; }
static inline unsigned long regs_return_value(struct pt_regs* regs) { return regs->ax; }

#endif
