// High-resolution timers.
#ifndef _LINUX_HRTIMER_H
#define _LINUX_HRTIMER_H

#include <linux/ktime.h>
#include <linux/list.h>
#include <linux/percpu.h>
#include <linux/time.h>
#include <linux/timer.h>
#include <linux/timerqueue.h>
#include <linux/types.h>

struct hrtimer;
struct hrtimer_clock_base;
struct hrtimer_sleeper;
struct task_struct;

enum hrtimer_restart { HRTIMER_NORESTART = 0, HRTIMER_RESTART = 1 };
struct hrtimer {
  struct timerqueue_node node;
  ktime_t _softexpires;
  enum hrtimer_restart (*function)(struct hrtimer*);
  struct hrtimer_clock_base* base;
  u8 state;
  u8 is_rel;
  u8 is_soft;
  u8 is_hard;
};
_Static_assert(sizeof(struct hrtimer) == 40, "struct hrtimer of 6.1 i386");
struct hrtimer_sleeper {
  struct hrtimer timer;
  struct task_struct* task;
};
_Static_assert(sizeof(struct hrtimer_sleeper) == 44, "struct hrtimer_sleeper of 6.1 i386");
enum hrtimer_mode {
  HRTIMER_MODE_ABS = 0,
  HRTIMER_MODE_REL = 1,
  HRTIMER_MODE_PINNED = 2,
  HRTIMER_MODE_SOFT = 4,
  HRTIMER_MODE_HARD = 8,
  HRTIMER_MODE_ABS_PINNED = 2,
  HRTIMER_MODE_REL_PINNED = 3,
  HRTIMER_MODE_ABS_SOFT = 4,
  HRTIMER_MODE_REL_SOFT = 5,
  HRTIMER_MODE_ABS_PINNED_SOFT = 6,
  HRTIMER_MODE_REL_PINNED_SOFT = 7,
  HRTIMER_MODE_ABS_HARD = 8,
  HRTIMER_MODE_REL_HARD = 9,
  HRTIMER_MODE_ABS_PINNED_HARD = 10,
  HRTIMER_MODE_REL_PINNED_HARD = 11
};

void hrtimer_init(struct hrtimer*, clockid_t, enum hrtimer_mode);
void hrtimer_init_sleeper(struct hrtimer_sleeper*, clockid_t, enum hrtimer_mode);
void hrtimer_start_range_ns(struct hrtimer*, ktime_t, u64, const enum hrtimer_mode);
int hrtimer_cancel(struct hrtimer*);
int hrtimer_try_to_cancel(struct hrtimer*);
void hrtimer_sleeper_start_expires(struct hrtimer_sleeper*, enum hrtimer_mode);
ktime_t __hrtimer_get_remaining(const struct hrtimer*, bool);
bool hrtimer_active(const struct hrtimer*);
u64 hrtimer_forward(struct hrtimer*, ktime_t, ktime_t);
int schedule_hrtimeout_range(ktime_t*, u64, const enum hrtimer_mode);
int schedule_hrtimeout_range_clock(ktime_t*, u64, const enum hrtimer_mode, clockid_t);
int schedule_hrtimeout(ktime_t*, const enum hrtimer_mode);

static inline void hrtimer_set_expires(struct hrtimer* timer, ktime_t time) {
  timer->node.expires = time;
  timer->_softexpires = time;
}
static inline void hrtimer_add_expires(struct hrtimer* timer, ktime_t time) {
  timer->node.expires = ktime_add_safe(timer->node.expires, time);
  timer->_softexpires = ktime_add_safe(timer->_softexpires, time);
}
static inline ktime_t hrtimer_get_expires(const struct hrtimer* timer) {
  return timer->node.expires;
}
static inline ktime_t hrtimer_get_softexpires(const struct hrtimer* timer) {
  return timer->_softexpires;
}
static inline s64 hrtimer_get_expires_ns(const struct hrtimer* timer) {
  return ktime_to_ns(timer->node.expires);
}
static inline void hrtimer_start(struct hrtimer* timer, ktime_t tim, const enum hrtimer_mode mode) {
  hrtimer_start_range_ns(timer, tim, 0, mode);
}
static inline void hrtimer_start_expires(struct hrtimer* timer, enum hrtimer_mode mode) {
  ktime_t soft = timer->_softexpires;
  hrtimer_start_range_ns(timer, soft, ktime_to_ns(ktime_sub(timer->node.expires, soft)), mode);
}
static inline void hrtimer_restart(struct hrtimer* timer) {
  hrtimer_start_expires(timer, HRTIMER_MODE_ABS);
}
static inline ktime_t hrtimer_get_remaining(const struct hrtimer* timer) {
  return __hrtimer_get_remaining(timer, false);
}
static inline bool hrtimer_is_queued(struct hrtimer* timer) { return timer->state & 1; }
#define hrtimer_cb_get_time(timer) ktime_get()
#define hrtimer_forward_now(timer, interval) \
  hrtimer_forward(timer, hrtimer_cb_get_time(timer), interval)
#define hrtimer_init_on_stack(timer, which, mode) hrtimer_init(timer, which, mode)
#define destroy_hrtimer_on_stack(timer) ((void)(timer))

#endif
