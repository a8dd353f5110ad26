// Interrupts on and off, by the CPU's interrupt flag.
#ifndef _LINUX_IRQFLAGS_H
#define _LINUX_IRQFLAGS_H

#include <linux/compiler.h>
#include <linux/typecheck.h>
#include <linux/types.h>

#define X86_EFLAGS_IF 0x200UL
static __always_inline unsigned long arch_local_save_flags(void) {
  unsigned long flags;
  __asm__ __volatile__("pushfl; popl %0" : "=rm"(flags) : : "memory");
  return flags;
}
static __always_inline void arch_local_irq_disable(void) {
  __asm__ __volatile__("cli" : : : "memory");
}
static __always_inline void arch_local_irq_enable(void) {
  __asm__ __volatile__("sti" : : : "memory");
}
#define local_irq_disable() arch_local_irq_disable()
#define local_irq_enable() arch_local_irq_enable()
#define local_irq_save(flags)        \
  do {                               \
    typecheck(unsigned long, flags); \
    flags = arch_local_save_flags(); \
    arch_local_irq_disable();        \
  } while (0)
#define local_irq_restore(flags)                        \
  do {                                                  \
    typecheck(unsigned long, flags);                    \
    if ((flags)&X86_EFLAGS_IF) arch_local_irq_enable(); \
  } while (0)
#define local_save_flags(flags) ((flags) = arch_local_save_flags())
#define irqs_disabled() (!(arch_local_save_flags() & X86_EFLAGS_IF))
#define irqs_disabled_flags(flags) (!((flags)&X86_EFLAGS_IF))
#define raw_local_irq_save(flags) local_irq_save(flags)
#define raw_local_irq_restore(flags) local_irq_restore(flags)
#define raw_local_irq_disable() local_irq_disable()
#define raw_local_irq_enable() local_irq_enable()
#define save_flags(flags) local_save_flags(flags)
#define save_and_cli(flags) local_irq_save(flags)
#define restore_flags(flags) local_irq_restore(flags)

static __always_inline unsigned long arch_local_irq_save(void) {
  unsigned long flags = arch_local_save_flags();
  arch_local_irq_disable();
  return flags;
}
static __always_inline int arch_irqs_disabled_flags(unsigned long flags) {
  return !(flags & X86_EFLAGS_IF);
}
static __always_inline int arch_irqs_disabled(void) {
  return arch_irqs_disabled_flags(arch_local_save_flags());
}
static __always_inline void arch_local_irq_restore(unsigned long flags) {
  if (!arch_irqs_disabled_flags(flags)) arch_local_irq_enable();
}
#define raw_local_save_flags(flags)  \
  do {                               \
    typecheck(unsigned long, flags); \
    flags = arch_local_save_flags(); \
  } while (0)
#define raw_irqs_disabled_flags(flags) arch_irqs_disabled_flags(flags)
#define raw_irqs_disabled() arch_irqs_disabled()
#define raw_check_bogus_irq_restore() \
  do {                                \
  } while (0)

// Tracing of interrupt state is lockdep's.
#define trace_hardirqs_on_prepare() \
  do {                              \
  } while (0)
#define trace_hardirqs_off_finish() \
  do {                              \
  } while (0)
#define trace_hardirqs_on() \
  do {                      \
  } while (0)
#define trace_hardirqs_off() \
  do {                       \
  } while (0)
#define start_critical_timings() \
  do {                           \
  } while (0)
#define stop_critical_timings() \
  do {                          \
  } while (0)
#define lockdep_hardirq_context() 0
#define lockdep_softirq_context(p) 0
#define lockdep_hardirqs_enabled() 0
#define lockdep_softirqs_enabled(p) 0
#define lockdep_hardirq_enter() \
  do {                          \
  } while (0)
#define lockdep_hardirq_exit() \
  do {                         \
  } while (0)
#define lockdep_softirq_enter() \
  do {                          \
  } while (0)
#define lockdep_softirq_exit() \
  do {                         \
  } while (0)
static inline void lockdep_softirqs_on(unsigned long ip) { (void)ip; }
static inline void lockdep_softirqs_off(unsigned long ip) { (void)ip; }
static inline void lockdep_hardirqs_on_prepare(void) {}
static inline void lockdep_hardirqs_on(unsigned long ip) { (void)ip; }
static inline void lockdep_hardirqs_off(unsigned long ip) { (void)ip; }

#include <linux/cleanup.h>

DEFINE_LOCK_GUARD_0(irq, local_irq_disable(), local_irq_enable())
DEFINE_LOCK_GUARD_0(irqsave, local_irq_save(_T->flags), local_irq_restore(_T->flags),
                    unsigned long flags)

#endif
