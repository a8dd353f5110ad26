// What i386 adds to <linux/kprobes.h>.
#ifndef _ASM_X86_KPROBES_H
#define _ASM_X86_KPROBES_H

#include <linux/types.h>

typedef u8 kprobe_opcode_t;
#define MAX_INSN_SIZE 16
struct arch_optimized_insn {
  kprobe_opcode_t copied_insn[4];
  kprobe_opcode_t* insn;
  size_t size;
};

#endif
