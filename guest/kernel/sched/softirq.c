/*
 * Softirqs and tasklets: what handlers leave for later.
 *
 * They run when the handler that raised them ends, when a section without them ends, and before
 * the next task's turn. Q1: preempt_count has SOFTIRQ_OFFSET while one runs, so that none runs
 * inside of another. A disabled tasklet stays on its list. Linux: kernel/softirq.c.
 */
#include <linux/export.h>
#include <linux/interrupt.h>
#include <linux/kernel.h>
#include <linux/sched.h>

#include "bug_at.h"
#include "sched/sched.h"

struct tasklets {
  struct tasklet_struct* head;
  struct tasklet_struct** tail;
};
static struct tasklets normal = {NULL, &normal.head}, high = {NULL, &high.head};
static unsigned int raised;

void raise_softirq_bit(unsigned int nr) { raised |= 1u << nr; }

static bool has_enabled(const struct tasklets* list) {
  const struct tasklet_struct* t;

  for (t = list->head; t; t = t->next)
    if (!atomic_read(&t->count)) return true;
  return false;
}

bool softirqs_waiting(void) { return raised || has_enabled(&high) || has_enabled(&normal); }

static void append(struct tasklets* list, struct tasklet_struct* t) {
  t->next = NULL;
  *list->tail = t;
  list->tail = &t->next;
}

static void run_tasklet(struct tasklet_struct* t) {
  WARN_ONCE_AT(!test_and_clear_bit(TASKLET_STATE_SCHED, &t->state), "kernel/softirq.c", 798,
               "tasklet SCHED state not set: %s %pS\n", t->use_callback ? "callback" : "func",
               t->use_callback ? (void*)t->callback : (void*)t->func);
  set_bit(TASKLET_STATE_RUN, &t->state);
  if (t->use_callback)
    t->callback(t);
  else
    t->func(t->data);
  clear_bit(TASKLET_STATE_RUN, &t->state);
}

static void run_tasklets(struct tasklets* list) {
  struct tasklet_struct *t = list->head, *next;

  list->head = NULL;
  list->tail = &list->head;
  for (; t; t = next) {
    next = t->next;
    if (atomic_read(&t->count))
      append(list, t);
    else
      run_tasklet(t);
  }
}

#define MOST_ROUNDS 10

void run_softirqs(void) {
  int round;

  if (in_interrupt() || irqs_disabled()) return;
  for (round = 0; round < MOST_ROUNDS && softirqs_waiting(); round++) {
    const unsigned int now = raised;

    raised = 0;
    __preempt_count_add(SOFTIRQ_OFFSET);
    if (has_enabled(&high)) run_tasklets(&high);
    if (now & 1u << TIMER_SOFTIRQ) run_timers();
    if (has_enabled(&normal)) run_tasklets(&normal);
    if (now & 1u << RCU_SOFTIRQ) run_rcu_callbacks();
    __preempt_count_sub(SOFTIRQ_OFFSET);
  }
}

void __tasklet_schedule(struct tasklet_struct* t) { append(&normal, t); }
EXPORT_SYMBOL(__tasklet_schedule);

void __tasklet_hi_schedule(struct tasklet_struct* t) { append(&high, t); }
EXPORT_SYMBOL(__tasklet_hi_schedule);

void tasklet_setup(struct tasklet_struct* t, void (*callback)(struct tasklet_struct*)) {
  *t = (struct tasklet_struct){.callback = callback, .use_callback = true};
}
EXPORT_SYMBOL(tasklet_setup);

void tasklet_init(struct tasklet_struct* t, void (*func)(unsigned long), unsigned long data) {
  *t = (struct tasklet_struct){.func = func, .data = data};
}
EXPORT_SYMBOL(tasklet_init);

void tasklet_kill(struct tasklet_struct* t) {
  if (in_interrupt()) pr_notice("Attempt to kill tasklet from interrupt\n");
  while (test_bit(TASKLET_STATE_SCHED, &t->state)) {
    run_softirqs();
    if (test_bit(TASKLET_STATE_SCHED, &t->state))
      wait_for_others("a tasklet to run (tasklet_kill)");
  }
}
EXPORT_SYMBOL(tasklet_kill);

void tasklet_unlock(struct tasklet_struct* t) { clear_bit(TASKLET_STATE_RUN, &t->state); }
EXPORT_SYMBOL_GPL(tasklet_unlock);

void tasklet_unlock_wait(struct tasklet_struct* t) {
  while (test_bit(TASKLET_STATE_RUN, &t->state)) wait_for_others("a tasklet to end");
}
EXPORT_SYMBOL_GPL(tasklet_unlock_wait);

void tasklet_unlock_spin_wait(struct tasklet_struct* t) {}
EXPORT_SYMBOL(tasklet_unlock_spin_wait);

void __local_bh_disable_ip(unsigned long ip, unsigned int cnt);
void __local_bh_disable_ip(unsigned long ip, unsigned int cnt) { __preempt_count_add(cnt); }
EXPORT_SYMBOL(__local_bh_disable_ip);

void __local_bh_enable_ip(unsigned long ip, unsigned int cnt);
void __local_bh_enable_ip(unsigned long ip, unsigned int cnt) {
  __preempt_count_sub(cnt);
  if (!in_interrupt()) run_softirqs();
}
EXPORT_SYMBOL(__local_bh_enable_ip);

void _local_bh_enable(void);
void _local_bh_enable(void) { __preempt_count_sub(SOFTIRQ_DISABLE_OFFSET); }
EXPORT_SYMBOL(_local_bh_enable);
