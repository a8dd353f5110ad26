/*
 * The clock interrupt: which timer is next, and running what is due.
 *
 * The virtual clock moves when the guest spends time; those who spend it, and those who let others
 * run, call poll_clock(). Interrupts that are disabled, and handlers in progress, hold it up.
 * Linux: kernel/time/tick-sched.c, kernel/softirq.c.
 */
#include <linux/interrupt.h>
#include <linux/kernel.h>

#include "sched/sched.h"

/* emu/export/mailbox.hpp */
struct mailbox {
  u32 registers[6];
  u64 clock_ns;
};
extern volatile struct mailbox mm32_mailbox;

u64 now_ns(void) { return mm32_mailbox.clock_ns; }

u64 next_event_ns(void) { return min3(next_timer_ns(), next_hrtimer_ns(), next_rcu_ns()); }

void poll_clock(void) {
  if (next_event_ns() > now_ns() || irqs_disabled() || in_hardirq()) return;
  if (next_hrtimer_ns() <= now_ns()) run_hrtimers();
  if (next_timer_ns() <= now_ns()) raise_softirq_bit(TIMER_SOFTIRQ);
  if (next_rcu_ns() <= now_ns()) raise_softirq_bit(RCU_SOFTIRQ);
  run_softirqs();
}
