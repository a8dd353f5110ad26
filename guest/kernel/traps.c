/*
 * The C side of exceptions: sets up the IDT and hands each exception to the host's decision.
 * Nothing raises interrupts here, so a vector of theirs is an int instruction: a line of the board
 * goes to its handlers, else what Linux says when nobody waits for one is said, and the guest goes
 * on. Linux: arch/x86/kernel/idt.c, traps.c, irq.c, apic/apic.c; arch/x86/mm/fault.c.
 */
#include <linux/kernel.h>

#include "host.h"
#include "kernel.h"
#include "sched/irq.h"
#include "segments.h"

#define GATE_INTERRUPT 0x8e00
#define GATE_DPL3 0x6000
#define VECTOR_BREAKPOINT 3
#define VECTOR_OVERFLOW 4
#define VECTOR_PAGE_FAULT 14
#define VECTOR_SPURIOUS_IRQ_BUG 15
/* Linux: arch/x86/include/asm/irq_vectors.h */
#define VECTOR_FIRST_IRQ 0x20
#define VECTOR_FIRST_FREE_IRQ \
  0x40 /* below: the interrupt lines of the board, each with its handler */
#define VECTOR_FIRST_LINE 0x30
#define VECTOR_SYSCALL 0x80
#define VECTOR_FIRST_SYSTEM 0xec
#define VECTOR_SPURIOUS_APIC 0xff

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

/* Between the CPU's own messages a few numbers belong to nobody. */
static int is_system_vector(unsigned int vector) {
  return vector == VECTOR_FIRST_SYSTEM || (vector >= 0xf0 && vector != 0xf3 && vector != 0xf5);
}

static void handle_interrupt(unsigned int vector) {
  if (vector < VECTOR_FIRST_FREE_IRQ) {
    if (vector >= VECTOR_FIRST_LINE) take_interrupt_of(vector - VECTOR_FIRST_LINE);
    return;
  }
  if (vector < VECTOR_FIRST_SYSTEM)
    pr_emerg("__common_interrupt: 0.%u No irq handler for vector\n", vector);
  else if (vector == VECTOR_SPURIOUS_APIC)
    pr_info("Spurious APIC interrupt (vector 0xFF) on CPU#0, should never happen.\n");
  else if (!is_system_vector(vector))
    pr_info("Spurious interrupt (vector 0x%02x) on CPU#0. Not pending!\n", vector);
}

void handle_exception(struct pt_regs* regs, unsigned int vector) {
  unsigned long address = 0;

  if (vector == VECTOR_SPURIOUS_IRQ_BUG) return;
  if (vector >= VECTOR_FIRST_IRQ && vector != VECTOR_SYSCALL) {
    handle_interrupt(vector);
    return;
  }
  if (vector == VECTOR_BREAKPOINT && kprobe_int3_handler(regs)) return;
  kprobe_leave_slot(regs);
  if (vector == VECTOR_PAGE_FAULT) __asm__ volatile("movl %%cr2, %0" : "=r"(address));
  if (mm32_trap(regs, vector, address) == TRAP_KILL) mm32_task_exit(0);
}
