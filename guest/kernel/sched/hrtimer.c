/*
 * High-resolution timers: a queue for each clock, sorted by the latest time to fire.
 *
 * A timer fires with interrupts disabled, as in the interrupt of the clock, unless its mode is
 * soft. All clocks run alike, so a clock is an offset. Linux: kernel/time/hrtimer.c.
 */
#include <linux/export.h>
#include <linux/hrtimer.h>
#include <linux/kernel.h>
#include <linux/sched.h>
#include <linux/timekeeping.h>

#include "bug_at.h"
#include "kernel.h"
#include "sched/sched.h"

#define ENQUEUED 1
#define TAI_CLOCK 11

static ktime_t get_real(void) { return ktime_get_real(); }
static ktime_t get_boottime(void) { return ktime_get_boottime(); }

enum { MONOTONIC, REALTIME, BOOTTIME, BASES };
static struct hrtimer_clock_base bases[BASES] = {
    {.index = MONOTONIC, .clockid = CLOCK_MONOTONIC, .get_time = ktime_get},
    {.index = REALTIME, .clockid = CLOCK_REALTIME, .get_time = get_real},
    {.index = BOOTTIME, .clockid = CLOCK_BOOTTIME, .get_time = get_boottime}};

void timers_init(void) {
  bases[REALTIME].offset = ktime_get_with_offset(TK_OFFS_REAL) - (ktime_t)now_ns();
}

static u64 due_ns(const struct hrtimer_clock_base* base, ktime_t expires) {
  return expires <= base->offset ? 0 : expires - base->offset;
}

u64 next_hrtimer_ns(void) {
  u64 next = NO_EVENT;
  int i;

  for (i = 0; i < BASES; i++) {
    const struct timerqueue_node* node = timerqueue_getnext(&bases[i].active);

    if (node) next = min(next, due_ns(&bases[i], node->expires));
  }
  return next;
}

static void take_off(struct hrtimer* timer) {
  timerqueue_del(&timer->base->active, &timer->node);
  timer->state = 0;
}

static void enqueue(struct hrtimer* timer) {
  timer->state = ENQUEUED;
  timerqueue_add(&timer->base->active, &timer->node);
}

static enum hrtimer_restart call(struct hrtimer* timer) {
  const int context = timer->is_soft ? SOFTIRQ_OFFSET : HARDIRQ_OFFSET;
  enum hrtimer_restart again;

  __preempt_count_add(context);
  if (!timer->is_soft) local_irq_disable();
  again = timer->function(timer);
  if (!timer->is_soft) local_irq_enable();
  __preempt_count_sub(context);
  return again;
}

static void fire(struct hrtimer_clock_base* base, struct hrtimer* timer) {
  take_off(timer);
  base->running = timer;
  if (call(timer) == HRTIMER_RESTART && !timer->state) enqueue(timer);
  base->running = NULL;
}

void run_hrtimers(void) {
  int i;

  for (i = 0; i < BASES; i++) {
    struct timerqueue_node* node;

    while ((node = timerqueue_getnext(&bases[i].active))) {
      struct hrtimer* timer = container_of(node, struct hrtimer, node);

      if (due_ns(&bases[i], timer->_softexpires) > now_ns()) break;
      fire(&bases[i], timer);
    }
  }
}

void hrtimer_init(struct hrtimer* timer, clockid_t clock_id, enum hrtimer_mode mode) {
  memset(timer, 0, sizeof(*timer));
  if (clock_id == CLOCK_REALTIME && mode & HRTIMER_MODE_REL) clock_id = CLOCK_MONOTONIC;
  timer->is_soft = !!(mode & HRTIMER_MODE_SOFT);
  timer->is_hard = !!(mode & HRTIMER_MODE_HARD);
  timer->base = &bases[clock_id == CLOCK_REALTIME || clock_id == TAI_CLOCK ? REALTIME
                       : clock_id == CLOCK_BOOTTIME                        ? BOOTTIME
                                                                           : MONOTONIC];
  timerqueue_init(&timer->node);
}
EXPORT_SYMBOL_GPL(hrtimer_init);

void hrtimer_start_range_ns(struct hrtimer* timer, ktime_t tim, u64 delta_ns,
                            const enum hrtimer_mode mode) {
  if (WARN_ON_ONCE_AT(!timer->function, "kernel/time/hrtimer.c", 1335)) return;
  if (timer->state) take_off(timer);
  if (mode & HRTIMER_MODE_REL) tim = ktime_add_safe(tim, timer->base->get_time());
  timer->_softexpires = tim;
  timer->node.expires = ktime_add_safe(tim, delta_ns);
  enqueue(timer);
}
EXPORT_SYMBOL_GPL(hrtimer_start_range_ns);

/* -1: its function is in progress. */
int hrtimer_try_to_cancel(struct hrtimer* timer) {
  if (timer->base->running == timer) return -1;
  if (!timer->state) return 0;
  take_off(timer);
  return 1;
}
EXPORT_SYMBOL_GPL(hrtimer_try_to_cancel);

int hrtimer_cancel(struct hrtimer* timer) {
  int ret;

  while ((ret = hrtimer_try_to_cancel(timer)) < 0) wait_for_others("its own timer's end");
  return ret;
}
EXPORT_SYMBOL_GPL(hrtimer_cancel);

bool hrtimer_active(const struct hrtimer* timer) {
  return timer->state || timer->base->running == timer;
}
EXPORT_SYMBOL_GPL(hrtimer_active);

ktime_t __hrtimer_get_remaining(const struct hrtimer* timer, bool adjust) {
  return timer->node.expires - timer->base->get_time();
}
EXPORT_SYMBOL_GPL(__hrtimer_get_remaining);

u64 hrtimer_forward(struct hrtimer* timer, ktime_t now, ktime_t interval) {
  const ktime_t delta = now - timer->node.expires;
  u64 overruns = 1;

  if (delta < 0) return 0;
  if (WARN_ON_AT(timer->state & ENQUEUED, "kernel/time/hrtimer.c", 1061)) return 0;
  if (interval < 1) interval = 1;
  if (delta >= interval) {
    const s64 step = ktime_to_ns(interval);

    overruns = ktime_divns(delta, step);
    hrtimer_add_expires(timer, step * overruns);
    if (timer->node.expires > now) return overruns;
    overruns++;
  }
  hrtimer_add_expires(timer, interval);
  return overruns;
}
EXPORT_SYMBOL_GPL(hrtimer_forward);

static enum hrtimer_restart wake_sleeper(struct hrtimer* timer) {
  struct hrtimer_sleeper* sleeper = container_of(timer, struct hrtimer_sleeper, timer);
  struct task_struct* task = sleeper->task;

  sleeper->task = NULL;
  if (task) wake_task(task, TASK_NORMAL);
  return HRTIMER_NORESTART;
}

void hrtimer_init_sleeper(struct hrtimer_sleeper* sl, clockid_t clock_id, enum hrtimer_mode mode) {
  hrtimer_init(&sl->timer, clock_id, mode);
  sl->timer.function = wake_sleeper;
  sl->task = current;
}
EXPORT_SYMBOL_GPL(hrtimer_init_sleeper);

void hrtimer_sleeper_start_expires(struct hrtimer_sleeper* sl, enum hrtimer_mode mode) {
  hrtimer_start_expires(&sl->timer, mode);
}
EXPORT_SYMBOL_GPL(hrtimer_sleeper_start_expires);

int schedule_hrtimeout_range_clock(ktime_t* expires, u64 delta, const enum hrtimer_mode mode,
                                   clockid_t clock_id) {
  struct hrtimer_sleeper sleeper;

  if (expires && *expires == 0) {
    __set_current_state(TASK_RUNNING);
    return 0;
  }
  if (!expires) {
    schedule();
    return -EINTR;
  }
  hrtimer_init_sleeper(&sleeper, clock_id, mode);
  hrtimer_start_range_ns(&sleeper.timer, *expires, delta, mode);
  if (sleeper.task) schedule();
  hrtimer_cancel(&sleeper.timer);
  __set_current_state(TASK_RUNNING);
  return sleeper.task ? -EINTR : 0;
}
EXPORT_SYMBOL_GPL(schedule_hrtimeout_range_clock);

int schedule_hrtimeout_range(ktime_t* expires, u64 delta, const enum hrtimer_mode mode) {
  return schedule_hrtimeout_range_clock(expires, delta, mode, CLOCK_MONOTONIC);
}
EXPORT_SYMBOL_GPL(schedule_hrtimeout_range);

int schedule_hrtimeout(ktime_t* expires, const enum hrtimer_mode mode) {
  return schedule_hrtimeout_range(expires, 0, mode);
}
EXPORT_SYMBOL_GPL(schedule_hrtimeout);
