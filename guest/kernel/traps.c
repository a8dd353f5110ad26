/*
 * The C side of exceptions: sets up the IDT and hands each exception to the host's decision.
 * Linux: arch/x86/kernel/idt.c, traps.c; arch/x86/mm/fault.c.
 */
#include "host.h"
#include "kernel.h"
#include "segments.h"

#define GATE_INTERRUPT 0x8e00
#define GATE_DPL3 0x6000
#define VECTOR_BREAKPOINT 3
#define VECTOR_OVERFLOW 4
#define VECTOR_PAGE_FAULT 14
#define VECTOR_SYSCALL 0x80

struct idt_gate {
  u16 offset_low;
  u16 selector;
  u16 type;
  u16 offset_high;
};

extern struct idt_gate idt_table[256];
extern const unsigned long exception_entries[256];

void trap_init(void) {
  int v;

  for (v = 0; v < 256; v++) {
    struct idt_gate* gate = &idt_table[v];

    gate->offset_low = exception_entries[v] & 0xffff;
    gate->offset_high = exception_entries[v] >> 16;
    gate->selector = __KERNEL_CS;
    gate->type = GATE_INTERRUPT;
    if (v == VECTOR_BREAKPOINT || v == VECTOR_OVERFLOW || v == VECTOR_SYSCALL)
      gate->type |= GATE_DPL3;
  }
}

void handle_exception(struct pt_regs* regs, unsigned int vector) {
  unsigned long address = 0;

  if (vector == VECTOR_PAGE_FAULT) __asm__ volatile("movl %%cr2, %0" : "=r"(address));
  if (mm32_trap(regs, vector, address) == TRAP_KILL) mm32_task_exit(0);
}
