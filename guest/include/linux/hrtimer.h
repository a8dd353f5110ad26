// High-resolution timers.
#ifndef _LINUX_HRTIMER_H
#define _LINUX_HRTIMER_H

#include <linux/cache.h>
#include <linux/ktime.h>
#include <linux/list.h>
#include <linux/percpu.h>
#include <linux/seqlock.h>
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

struct clock_event_device;
struct hrtimer_clock_base;
struct hrtimer_cpu_base;
struct restart_block;
struct tick_device;
struct timerqueue_head;
struct timespec64;

#define HRTIMER_STATE_INACTIVE 0x00
#define HRTIMER_STATE_ENQUEUED 0x01
struct hrtimer_clock_base {
  struct hrtimer_cpu_base* cpu_base;
  unsigned int index;
  clockid_t clockid;
  seqcount_raw_spinlock_t seq;
  struct hrtimer* running;
  struct timerqueue_head active;
  ktime_t (*get_time)(void);
  ktime_t offset;
};
enum hrtimer_base_type {
  HRTIMER_BASE_MONOTONIC,
  HRTIMER_BASE_REALTIME,
  HRTIMER_BASE_BOOTTIME,
  HRTIMER_BASE_TAI,
  HRTIMER_BASE_MONOTONIC_SOFT,
  HRTIMER_BASE_REALTIME_SOFT,
  HRTIMER_BASE_BOOTTIME_SOFT,
  HRTIMER_BASE_TAI_SOFT,
  HRTIMER_MAX_CLOCK_BASES
};
struct hrtimer_cpu_base {
  raw_spinlock_t lock;
  unsigned int cpu;
  unsigned int active_bases;
  unsigned int clock_was_set_seq;
  unsigned int hres_active : 1;
  unsigned int in_hrtirq : 1;
  unsigned int hang_detected : 1;
  unsigned int softirq_activated : 1;
  unsigned int online : 1;
  unsigned int nr_events;
  unsigned short nr_retries;
  unsigned short nr_hangs;
  unsigned int max_hang_time;
  ktime_t expires_next;
  struct hrtimer* next_timer;
  ktime_t softirq_expires_next;
  struct hrtimer* softirq_next_timer;
  struct hrtimer_clock_base clock_base[8];
  call_single_data_t csd;
} ____cacheline_aligned;
void hrtimer_interrupt(struct clock_event_device* dev);
extern unsigned int hrtimer_resolution;
void timerfd_clock_was_set(void);
void timerfd_resume(void);
extern typeof(struct tick_device) tick_cpu_device;
u64 hrtimer_get_next_event(void);
u64 hrtimer_next_event_without(const struct hrtimer* exclude);
int nanosleep_copyout(struct restart_block*, struct timespec64*);
long hrtimer_nanosleep(ktime_t rqtp, const enum hrtimer_mode mode, const clockid_t clockid);
void hrtimer_run_queues(void);
void hrtimers_init(void);
void sysrq_timer_list_show(void);
int hrtimers_prepare_cpu(unsigned int cpu);
int hrtimers_cpu_starting(unsigned int cpu);
int hrtimers_cpu_dying(unsigned int cpu);

// A range: the timer may expire anywhere between the soft time and `delta` later.
static inline void hrtimer_set_expires_range(struct hrtimer* timer, ktime_t time, ktime_t delta) {
  timer->_softexpires = time;
  timer->node.expires = ktime_add_safe(time, delta);
}
static inline void hrtimer_set_expires_range_ns(struct hrtimer* timer, ktime_t time, u64 delta) {
  hrtimer_set_expires_range(timer, time, ns_to_ktime(delta));
}
static inline void hrtimer_set_expires_tv64(struct hrtimer* timer, s64 tv64) {
  timer->node.expires = tv64;
  timer->_softexpires = tv64;
}
static inline void hrtimer_add_expires_ns(struct hrtimer* timer, u64 ns) {
  timer->node.expires = ktime_add_ns(timer->node.expires, ns);
  timer->_softexpires = ktime_add_ns(timer->_softexpires, ns);
}
static inline s64 hrtimer_get_expires_tv64(const struct hrtimer* timer) {
  return timer->node.expires;
}
static inline s64 hrtimer_get_softexpires_tv64(const struct hrtimer* timer) {
  return timer->_softexpires;
}
static inline ktime_t hrtimer_expires_remaining(const struct hrtimer* timer) {
  return ktime_sub(timer->node.expires, hrtimer_cb_get_time(timer));
}
static inline ktime_t hrtimer_expires_remaining_adjusted(const struct hrtimer* timer) {
  return hrtimer_expires_remaining(timer);
}
static inline int hrtimer_is_hres_active(struct hrtimer* timer) {
  return !timer->base || timer->base->cpu_base->hres_active;
}
static inline int hrtimer_callback_running(struct hrtimer* timer) {
  return timer->base && timer->base->running == timer;
}
static inline void hrtimer_init_sleeper_on_stack(struct hrtimer_sleeper* sl, clockid_t clock_id,
                                                 enum hrtimer_mode mode) {
  hrtimer_init_sleeper(sl, clock_id, mode);
}
static inline void hrtimer_cancel_wait_running(struct hrtimer* timer) { cpu_relax(); }

#endif
