#ifndef _LINUX_STACKTRACE_H
#define _LINUX_STACKTRACE_H

#include <linux/kernel.h>

struct pt_regs;
struct task_struct;

typedef bool (*stack_trace_consume_fn)(void*, unsigned long);
void arch_stack_walk(stack_trace_consume_fn consume_entry, void* cookie, struct task_struct* task,
                     struct pt_regs* regs);
int arch_stack_walk_reliable(stack_trace_consume_fn consume_entry, void* cookie,
                             struct task_struct* task);
void arch_stack_walk_user(stack_trace_consume_fn consume_entry, void* cookie,
                          const struct pt_regs* regs);
void stack_trace_print(const unsigned long* trace, unsigned int nr_entries, int spaces);
int stack_trace_snprint(char* buf, size_t size, const unsigned long* entries,
                        unsigned int nr_entries, int spaces);
unsigned int stack_trace_save(unsigned long* store, unsigned int size, unsigned int skipnr);
unsigned int stack_trace_save_tsk(struct task_struct* task, unsigned long* store, unsigned int size,
                                  unsigned int skipnr);
unsigned int stack_trace_save_regs(struct pt_regs* regs, unsigned long* store, unsigned int size,
                                   unsigned int skipnr);
unsigned int stack_trace_save_user(unsigned long* store, unsigned int size);
unsigned int filter_irq_stacks(unsigned long* entries, unsigned int nr_entries);

// Inline in Linux.
int stack_trace_save_tsk_reliable(struct task_struct* tsk, unsigned long* store, unsigned int size);

#endif
