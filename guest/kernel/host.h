/*
 * Calls from the resident kernel to the host that have no name in Linux. Each is a leaf: the host
 * never calls back (see the export table, emu/export/). Arguments as in any regparm(3) call.
 */
#ifndef MM32_HOST_H
#define MM32_HOST_H

#include <asm/ptrace.h>
#include <linux/types.h>

enum trap_action {
  TRAP_RESUME = 0, /* the cause is gone, or regs were changed: return from the exception */
  TRAP_KILL = 1,   /* the report is printed; the running task must end */
};

/* Decides about an exception. address: CR2 for a page fault. */
int mm32_trap(struct pt_regs* regs, unsigned int vector, unsigned long address);

/* The running task ends here; does not return. */
void mm32_task_exit(long code) __attribute__((noreturn));

/* The running task waits for what only another task could do. Returns when it may look again. */
void mm32_block(const char *what);

/* "Modules linked in: …" in a report. */
void mm32_print_modules(void);

/* Virtual time passes; jiffies follow. */
void mm32_sleep_ns(u64 nanoseconds);

#endif
