// What i386 adds to <linux/ftrace.h>.
#ifndef _ASM_X86_FTRACE_H
#define _ASM_X86_FTRACE_H

#define MCOUNT_INSN_SIZE 5
struct dyn_arch_ftrace {};

#endif
