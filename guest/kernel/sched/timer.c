/*
 * Timers of jiffies: a wheel of nine levels of 64 slots, each level eight times coarser than the
 * one before, so that a far timer is late by up to an eighth of its time.
 *
 * T1: all timers of a slot fire in the tick slot_ticks[slot], the newest first. T2: a slot's bit in
 * `used` is set when it has timers. T3: the slots before tick `clk` have fired.
 * Source: Linux 6.1 kernel/time/timer.c, calc_wheel_index and __run_timers.
 */
#include <linux/bitmap.h>
#include <linux/export.h>
#include <linux/interrupt.h>
#include <linux/jiffies.h>
#include <linux/poison.h>
#include <linux/timer.h>

#include "bug_at.h"
#include "sched/sched.h"

#undef timer_delete
#undef timer_delete_sync
int timer_delete(struct timer_list* timer);
int timer_delete_sync(struct timer_list* timer);

#define LEVELS 9
#define SLOTS 64
#define LEVEL_SHIFT 3
#define INDEX_SHIFT 22
#define MAX_DELTA (63UL << (LEVEL_SHIFT * (LEVELS - 1)))

static struct hlist_head wheel[LEVELS * SLOTS];
static unsigned long slot_ticks[LEVELS * SLOTS];
static DECLARE_BITMAP(used, LEVELS* SLOTS);
static unsigned long clk = INITIAL_JIFFIES;
static struct timer_list* running;

static unsigned long tick_now(void) {
  return INITIAL_JIFFIES + (unsigned long)div_u64(now_ns(), NS_PER_TICK);
}

static unsigned int place(unsigned long expires, unsigned int level, unsigned long* tick) {
  expires = (expires >> (LEVEL_SHIFT * level)) + 1;
  *tick = expires << (LEVEL_SHIFT * level);
  return level * SLOTS + expires % SLOTS;
}

static unsigned int find_slot(unsigned long expires, unsigned long* tick) {
  unsigned long delta = expires - clk;
  unsigned int level = 0;

  if ((long)delta < 0) {
    *tick = clk;
    return clk % SLOTS;
  }
  if (delta > MAX_DELTA) {
    delta = MAX_DELTA;
    expires = clk + delta;
  }
  while (level < LEVELS - 1 && delta >= 63UL << (LEVEL_SHIFT * level)) level++;
  return place(expires, level, tick);
}

/* The first slot to fire; LEVELS * SLOTS: none. Of one tick the coarse levels go first. */
static unsigned int first_slot(void) {
  unsigned int slot, best = LEVELS * SLOTS;

  for_each_set_bit(slot, used, LEVELS * SLOTS) if (best == LEVELS * SLOTS ||
                                                   time_before_eq(slot_ticks[slot],
                                                                  slot_ticks[best])) best = slot;
  return best;
}

u64 next_timer_ns(void) {
  static const u64 never = NO_EVENT;
  const unsigned int slot = first_slot();

  if (slot == LEVELS * SLOTS) return never;
  return (u64)(slot_ticks[slot] - (unsigned long)INITIAL_JIFFIES) * NS_PER_TICK;
}

static void detach(struct timer_list* timer) {
  const unsigned int slot = timer->flags >> INDEX_SHIFT;

  __hlist_del(&timer->entry);
  timer->entry.pprev = NULL;
  timer->entry.next = LIST_POISON2;
  if (hlist_empty(&wheel[slot])) __clear_bit(slot, used);
}

/* Empty slots need not be passed one by one. */
static void forward_clk(void) {
  const unsigned long now = tick_now();
  const unsigned int slot = first_slot();

  if ((long)(now - clk) < 1) return;
  clk = slot == LEVELS * SLOTS || time_after(slot_ticks[slot], now) ? now : slot_ticks[slot];
}

static void enqueue(struct timer_list* timer) {
  unsigned long tick;
  const unsigned int slot = find_slot(timer->expires, &tick);

  timer->flags = (timer->flags & ((1u << INDEX_SHIFT) - 1)) | slot << INDEX_SHIFT;
  slot_ticks[slot] = tick;
  __set_bit(slot, used);
  hlist_add_head(&timer->entry, &wheel[slot]);
}

void run_timers(void) {
  const unsigned long now = tick_now();

  for (;;) {
    const unsigned int slot = first_slot();
    struct hlist_head due;

    if (slot == LEVELS * SLOTS || time_after(slot_ticks[slot], now)) break;
    clk = slot_ticks[slot] + 1;
    hlist_move_list(&wheel[slot], &due);
    __clear_bit(slot, used);
    while (!hlist_empty(&due)) {
      struct timer_list* timer = hlist_entry(due.first, struct timer_list, entry);

      running = timer;
      detach(timer);
      timer->function(timer);
      running = NULL;
    }
  }
  clk = now + 1;
}

enum when { ANY_TIME, ONLY_PENDING, ONLY_EARLIER };

static int modify(struct timer_list* timer, unsigned long expires, enum when when) {
  const int pending = timer_pending(timer);
  unsigned long tick;

  if (!timer->function) return 0; /* shut down, or never set up */
  if (when == ONLY_PENDING && !pending) return 0;
  forward_clk();
  if (pending) {
    if (timer->expires == expires) return 1;
    if (when == ONLY_EARLIER && (long)(timer->expires - expires) <= 0) return 1;
    if (find_slot(expires, &tick) == timer->flags >> INDEX_SHIFT) {
      timer->expires = expires;
      return 1;
    }
    detach(timer);
  }
  timer->expires = expires;
  enqueue(timer);
  return pending;
}

int mod_timer(struct timer_list* timer, unsigned long expires) {
  return modify(timer, expires, ANY_TIME);
}
EXPORT_SYMBOL(mod_timer);

int mod_timer_pending(struct timer_list* timer, unsigned long expires) {
  return modify(timer, expires, ONLY_PENDING);
}
EXPORT_SYMBOL(mod_timer_pending);

int timer_reduce(struct timer_list* timer, unsigned long expires) {
  return modify(timer, expires, ONLY_EARLIER);
}
EXPORT_SYMBOL(timer_reduce);

void add_timer(struct timer_list* timer) {
  if (WARN_ON_ONCE_AT(timer_pending(timer), "kernel/time/timer.c", 1242)) return;
  modify(timer, timer->expires, ANY_TIME);
}
EXPORT_SYMBOL(add_timer);

void add_timer_on(struct timer_list* timer, int cpu) {
  if (WARN_ON_ONCE_AT(timer_pending(timer), "kernel/time/timer.c", 1264)) return;
  modify(timer, timer->expires, ANY_TIME);
}
EXPORT_SYMBOL_GPL(add_timer_on);

int timer_delete(struct timer_list* timer) {
  const int pending = timer_pending(timer);

  if (pending) detach(timer);
  return pending;
}
EXPORT_SYMBOL(timer_delete);

/* A timer function cannot wait for its own end. */
int try_to_del_timer_sync(struct timer_list* timer) {
  return running == timer ? -1 : timer_delete(timer);
}
EXPORT_SYMBOL(try_to_del_timer_sync);

int timer_delete_sync(struct timer_list* timer) { return timer_delete(timer); }
EXPORT_SYMBOL(timer_delete_sync);

int del_timer(struct timer_list* timer) { return timer_delete(timer); }
EXPORT_SYMBOL(del_timer);

int del_timer_sync(struct timer_list* timer) { return timer_delete(timer); }
EXPORT_SYMBOL(del_timer_sync);

void init_timer_key(struct timer_list* timer, void (*func)(struct timer_list*), unsigned int flags,
                    const char* name, void* key) {
  timer->entry.pprev = NULL;
  timer->function = func;
  timer->flags = flags;
}
EXPORT_SYMBOL(init_timer_key);

struct sleeper {
  struct timer_list timer;
  struct task_struct* task;
};

static void wake_sleeper(struct timer_list* timer) {
  wake_task(container_of(timer, struct sleeper, timer)->task, TASK_NORMAL);
}

signed long schedule_timeout(signed long timeout) {
  struct sleeper sleeper = {.task = current};
  unsigned long expires;

  if (timeout == MAX_SCHEDULE_TIMEOUT) {
    schedule();
    return timeout;
  }
  if (timeout < 0) {
    pr_err("schedule_timeout: wrong timeout value %lx\n", timeout);
    dump_stack();
    __set_current_state(TASK_RUNNING);
    return 0;
  }
  expires = tick_now() + timeout;
  init_timer_key(&sleeper.timer, wake_sleeper, 0, NULL, NULL);
  modify(&sleeper.timer, expires, ANY_TIME);
  schedule();
  timer_delete(&sleeper.timer);
  timeout = expires - tick_now();
  return timeout < 0 ? 0 : timeout;
}
EXPORT_SYMBOL(schedule_timeout);

signed long schedule_timeout_killable(signed long timeout);
signed long schedule_timeout_idle(signed long timeout);
#define DEFINE_TIMEOUT(name, state)       \
  signed long name(signed long timeout) { \
    __set_current_state(state);           \
    return schedule_timeout(timeout);     \
  }                                       \
  EXPORT_SYMBOL(name)
DEFINE_TIMEOUT(schedule_timeout_interruptible, TASK_INTERRUPTIBLE);
DEFINE_TIMEOUT(schedule_timeout_uninterruptible, TASK_UNINTERRUPTIBLE);
DEFINE_TIMEOUT(schedule_timeout_killable, TASK_KILLABLE);
DEFINE_TIMEOUT(schedule_timeout_idle, TASK_IDLE);
