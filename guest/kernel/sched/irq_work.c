// Work that wants to run in an interrupt: at once, or as soon as interrupts are on again.
//
// Linux raises an interrupt at this CPU. Here the work runs in the call that queues it unless
// interrupts are off, and then at the next look at the clock; lazy work waits for the next tick.
// Linux: 6.1 kernel/irq_work.c.
#include <linux/export.h>
#include <linux/hrtimer.h>
#include <linux/interrupt.h>
#include <linux/irq_work.h>
#include <linux/llist.h>
#include <linux/rcuwait.h>
#include <linux/sched.h>

#include "sched.h"

static LLIST_HEAD(raised);
static LLIST_HEAD(lazy);
static struct hrtimer interrupt;

static noinline void run_one(struct irq_work* work) {
  int flags = atomic_read(&work->node.a_flags) & ~IRQ_WORK_PENDING;

  atomic_set(&work->node.a_flags, flags);
  work->func(work);
  atomic_cmpxchg(&work->node.a_flags, flags, flags & ~IRQ_WORK_BUSY);
  if (work->irqwait.task) rcuwait_wake_up(&work->irqwait);
}

static void run_list(struct llist_head* list) {
  struct irq_work *work, *next;
  struct llist_node* node = llist_reverse_order(llist_del_all(list));

  llist_for_each_entry_safe(work, next, node, node.llist) run_one(work);
}

static enum hrtimer_restart take_interrupt(struct hrtimer* timer) {
  run_list(&raised);
  run_list(&lazy);
  return HRTIMER_NORESTART;
}

static noinline void run_now(void) {
  __preempt_count_add(HARDIRQ_OFFSET);
  local_irq_disable();
  run_list(&raised);
  local_irq_enable();
  __preempt_count_sub(HARDIRQ_OFFSET);
  run_softirqs();
}

static void raise_interrupt(u64 delay_ns) {
  if (!interrupt.function) {
    hrtimer_init(&interrupt, CLOCK_MONOTONIC, HRTIMER_MODE_REL_HARD);
    interrupt.function = take_interrupt;
  }
  if (!hrtimer_active(&interrupt) || !delay_ns)
    hrtimer_start(&interrupt, ns_to_ktime(delay_ns), HRTIMER_MODE_REL_HARD);
}

bool irq_work_queue(struct irq_work* work) {
  const int old = atomic_fetch_or(IRQ_WORK_CLAIMED | CSD_TYPE_IRQ_WORK, &work->node.a_flags);

  if (old & IRQ_WORK_PENDING) return false;
  if (old & IRQ_WORK_LAZY) {
    llist_add(&work->node.llist, &lazy);
    raise_interrupt(NS_PER_TICK);
    return true;
  }
  llist_add(&work->node.llist, &raised);
  if (irqs_disabled() || in_hardirq())
    raise_interrupt(0);
  else
    run_now();
  return true;
}
EXPORT_SYMBOL_GPL(irq_work_queue);

bool irq_work_queue_on(struct irq_work* work, int cpu) { return irq_work_queue(work); }
EXPORT_SYMBOL_GPL(irq_work_queue_on);

void irq_work_run(void) {
  run_list(&raised);
  run_list(&lazy);
}
EXPORT_SYMBOL_GPL(irq_work_run);

void irq_work_sync(struct irq_work* work) {
  might_sleep();
  rcuwait_wait_event(&work->irqwait, !irq_work_is_busy(work), TASK_UNINTERRUPTIBLE);
}
EXPORT_SYMBOL_GPL(irq_work_sync);
