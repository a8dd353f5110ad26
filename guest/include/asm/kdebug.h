// Why a die notifier is called.
#ifndef _ASM_X86_KDEBUG_H
#define _ASM_X86_KDEBUG_H

#include <linux/notifier.h>

struct pt_regs;
enum die_val {
  DIE_OOPS = 1,
  DIE_INT3,
  DIE_DEBUG,
  DIE_PANIC,
  DIE_NMI,
  DIE_DIE,
  DIE_KERNELDEBUG,
  DIE_TRAP,
  DIE_GPF,
  DIE_CALL,
  DIE_PAGE_FAULT,
  DIE_NMIUNKNOWN
};
enum show_regs_mode { SHOW_REGS_SHORT, SHOW_REGS_USER, SHOW_REGS_ALL };
void die(const char* str, struct pt_regs* regs, long err);
void die_addr(const char* str, struct pt_regs* regs, long err, long gp_addr);
int __die(const char* str, struct pt_regs* regs, long err);
void show_stack_regs(struct pt_regs* regs);
void __show_regs(struct pt_regs* regs, enum show_regs_mode mode, const char* log_lvl);
void show_iret_regs(struct pt_regs* regs, const char* log_lvl);
unsigned long oops_begin(void);
void oops_end(unsigned long flags, struct pt_regs* regs, int signr);

#endif
