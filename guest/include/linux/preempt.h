// preempt_count: bits 0-7 preemption, 8-15 softirq, 16-19 hardirq, 20-23 NMI. Inverted bit 31 says
// that rescheduling is needed. The count lives at %fs:__preempt_count.
#ifndef _LINUX_PREEMPT_H
#define _LINUX_PREEMPT_H

#include <asm/percpu.h>
#include <linux/compiler.h>
#include <linux/irqflags.h>

#define PREEMPT_BITS 8
#define SOFTIRQ_SHIFT 8
#define HARDIRQ_SHIFT 16
#define NMI_SHIFT 20
#define PREEMPT_MASK 0x000000ffUL
#define SOFTIRQ_MASK 0x0000ff00UL
#define HARDIRQ_MASK 0x000f0000UL
#define NMI_MASK 0x00f00000UL
#define PREEMPT_OFFSET 1UL
#define SOFTIRQ_OFFSET (1UL << SOFTIRQ_SHIFT)
#define SOFTIRQ_DISABLE_OFFSET (2 * SOFTIRQ_OFFSET)
#define HARDIRQ_OFFSET (1UL << HARDIRQ_SHIFT)
#define PREEMPT_NEED_RESCHED 0x80000000

static __always_inline int preempt_count(void) {
  unsigned int count;
  __asm__ __volatile__("movl %%fs:%1,%0" : "=r"(count) : "m"(__preempt_count));
  return (int)(count & ~PREEMPT_NEED_RESCHED);
}
static __always_inline void __preempt_count_add(int val) {
  __asm__ __volatile__("addl %1,%%fs:%0" : "+m"(__preempt_count) : "ri"(val) : "memory", "cc");
}
static __always_inline void __preempt_count_sub(int val) {
  __asm__ __volatile__("subl %1,%%fs:%0" : "+m"(__preempt_count) : "ri"(val) : "memory", "cc");
}
#define preempt_count_add(val) __preempt_count_add(val)
#define preempt_count_sub(val) __preempt_count_sub(val)
#define preempt_count_inc() __preempt_count_add(1)
#define preempt_count_dec() __preempt_count_sub(1)
#define preempt_disable() __preempt_count_add(1)
#define preempt_enable() __preempt_count_sub(1)
#define preempt_disable_notrace() preempt_disable()
#define preempt_enable_notrace() preempt_enable()
#define preempt_enable_no_resched() preempt_enable()
#define sched_preempt_enable_no_resched() preempt_enable()
#define preempt_check_resched() barrier()
#define preemptible() (preempt_count() == 0 && !irqs_disabled())
/* The task stays on its CPU, but may sleep. */
void migrate_disable(void);
void migrate_enable(void);

#define nmi_count() (preempt_count() & NMI_MASK)
#define hardirq_count() (preempt_count() & HARDIRQ_MASK)
#define softirq_count() (preempt_count() & SOFTIRQ_MASK)
#define irq_count() (preempt_count() & (NMI_MASK | HARDIRQ_MASK | SOFTIRQ_MASK))
#define in_nmi() (nmi_count())
#define in_hardirq() (hardirq_count())
#define in_irq() (hardirq_count())
#define in_softirq() (softirq_count())
#define in_serving_softirq() (softirq_count() & SOFTIRQ_OFFSET)
#define in_interrupt() (irq_count())
#define in_task() (!(preempt_count() & (NMI_MASK | HARDIRQ_MASK | SOFTIRQ_OFFSET)))
#define in_atomic() (preempt_count() != 0)
#define in_atomic_preempt_off() (preempt_count() != 1)

#define PREEMPT_SHIFT 0
#define SOFTIRQ_BITS 8
#define HARDIRQ_BITS 4
#define NMI_BITS 4
#define NMI_OFFSET (1UL << NMI_SHIFT)
#define PREEMPT_ENABLED (0 + PREEMPT_NEED_RESCHED)
#define PREEMPT_DISABLE_OFFSET PREEMPT_OFFSET
#define PREEMPT_LOCK_OFFSET PREEMPT_DISABLE_OFFSET
#define SOFTIRQ_LOCK_OFFSET (SOFTIRQ_DISABLE_OFFSET + PREEMPT_DISABLE_OFFSET)
#define PREEMPT_DISABLED (PREEMPT_DISABLE_OFFSET + PREEMPT_ENABLED)
#define INIT_PREEMPT_COUNT PREEMPT_OFFSET
#define FORK_PREEMPT_COUNT (2 * PREEMPT_DISABLE_OFFSET + PREEMPT_ENABLED)
#define preempt_enable_no_resched_notrace() preempt_enable_notrace()
// What is running: 0 a task, 1 a softirq, 2 a hard interrupt, 3 an NMI.
static __always_inline unsigned char interrupt_context_level(void) {
  unsigned long pc = preempt_count();
  unsigned char level = 0;
  level += !!(pc & NMI_MASK);
  level += !!(pc & (NMI_MASK | HARDIRQ_MASK));
  level += !!(pc & (NMI_MASK | HARDIRQ_MASK | SOFTIRQ_OFFSET));
  return level;
}
// Only a kernel with PREEMPT_RT needs these two: elsewhere a spinlock has done it.
static __always_inline void preempt_disable_nested(void) {}
static __always_inline void preempt_enable_nested(void) {}

#include <linux/cleanup.h>

DEFINE_LOCK_GUARD_0(preempt, preempt_disable(), preempt_enable())
DEFINE_LOCK_GUARD_0(preempt_notrace, preempt_disable_notrace(), preempt_enable_notrace())
DEFINE_LOCK_GUARD_0(migrate, migrate_disable(), migrate_enable())

#endif
