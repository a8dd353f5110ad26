// Timers: the layout of 6.1, the calls of every version, and the rounding of timeouts.
//
// Before 4.15 a timer called function(data). Sources of those versions see a timer with these two
// members behind the real ones; what runs is a function that calls theirs.
#ifndef _LINUX_TIMER_H
#define _LINUX_TIMER_H

#include <linux/jiffies.h>
#include <linux/ktime.h>
#include <linux/list.h>
#include <linux/round_jiffies_mm32.h>
#include <linux/version.h>

#define TIMER_DEFERRABLE 0x00080000
#define TIMER_PINNED 0x00100000
#define TIMER_IRQSAFE 0x00200000

#if LINUX_VERSION_CODE < KERNEL_VERSION(4, 15, 0)
struct timer_list {
  struct hlist_node entry;
  unsigned long expires;
  void (*run_mm32)(struct timer_list* timer);
  u32 flags;
  void (*function)(unsigned long data);
  unsigned long data;
};
static inline void __mm32_timer_run(struct timer_list* timer) { timer->function(timer->data); }
#define TIMER_INITIALIZER(_function, _expires, _data) \
  { .expires = (_expires), .run_mm32 = __mm32_timer_run, .function = (_function), .data = (_data) }
#define DEFINE_TIMER(_name, ...) struct timer_list _name = __MM32_TIMER(__VA_ARGS__, 0, 0)
#define __MM32_TIMER(function, expires, data, ...) TIMER_INITIALIZER(function, expires, data)
void init_timer_key(struct timer_list* timer, void (*func)(struct timer_list*), unsigned int flags,
                    const char* name, void* key);
#define init_timer(timer) init_timer_key(timer, __mm32_timer_run, 0, NULL, NULL)
#define init_timer_deferrable(timer) \
  init_timer_key(timer, __mm32_timer_run, TIMER_DEFERRABLE, NULL, NULL)
#define init_timer_on_stack(timer) init_timer(timer)
#define setup_timer(timer, fn, value)     \
  do {                                    \
    struct timer_list* __timer = (timer); \
    init_timer(__timer);                  \
    __timer->function = (fn);             \
    __timer->data = (value);              \
  } while (0)
#define setup_timer_on_stack(timer, fn, value) setup_timer(timer, fn, value)
#else
struct timer_list {
  struct hlist_node entry;
  unsigned long expires;
  void (*function)(struct timer_list* timer);
  u32 flags;
};
_Static_assert(sizeof(struct timer_list) == 20, "struct timer_list of 6.1 i386");
#define __TIMER_INITIALIZER(_function, _flags) \
  { .function = (_function), .flags = (_flags) }
#define TIMER_INITIALIZER(_function, ...) __TIMER_INITIALIZER(_function, 0)
#define DEFINE_TIMER(_name, _function) struct timer_list _name = __TIMER_INITIALIZER(_function, 0)
void init_timer_key(struct timer_list* timer, void (*func)(struct timer_list*), unsigned int flags,
                    const char* name, void* key);
#define timer_setup(timer, callback, flags) init_timer_key(timer, callback, flags, NULL, NULL)
#define timer_setup_on_stack(timer, callback, flags) timer_setup(timer, callback, flags)
#define from_timer(var, callback_timer, timer_fieldname) \
  container_of(callback_timer, typeof(*var), timer_fieldname)
#endif

#define destroy_timer_on_stack(timer) ((void)(timer))
static inline int timer_pending(const struct timer_list* timer) {
  return timer->entry.pprev != NULL;
}
void add_timer(struct timer_list* timer);
void add_timer_on(struct timer_list* timer, int cpu);
int mod_timer(struct timer_list* timer, unsigned long expires);
int mod_timer_pending(struct timer_list* timer, unsigned long expires);
#if LINUX_VERSION_CODE < KERNEL_VERSION(4, 8, 0)
#define mod_timer_pinned(timer, expires) mod_timer(timer, expires)
#define set_timer_slack(timer, slack) ((void)(timer), (void)(slack))
#endif
int timer_reduce(struct timer_list* timer, unsigned long expires);
int del_timer(struct timer_list* timer);
int del_timer_sync(struct timer_list* timer);
int try_to_del_timer_sync(struct timer_list* timer);
#define del_singleshot_timer_sync(timer) del_timer_sync(timer)
#define timer_delete(timer) del_timer(timer)
#define timer_delete_sync(timer) del_timer_sync(timer)
#define timer_shutdown_sync(timer) del_timer_sync(timer)

struct hrtimer;

#define TIMER_CPUMASK 0x0003FFFF
#define TIMER_MIGRATING 0x00040000
#define TIMER_BASEMASK (TIMER_CPUMASK | TIMER_MIGRATING)
#define TIMER_INIT_FLAGS (TIMER_DEFERRABLE | TIMER_PINNED | TIMER_IRQSAFE)
#define TIMER_ARRAYSHIFT 22
#define TIMER_ARRAYMASK 0xFFC00000
#define TIMER_TRACE_FLAGMASK (TIMER_MIGRATING | TIMER_DEFERRABLE | TIMER_PINNED | TIMER_IRQSAFE)
#define NEXT_TIMER_MAX_DELTA ((1UL << 30) - 1)
int timer_shutdown(struct timer_list* timer);
void init_timers(void);
enum hrtimer_restart it_real_fn(struct hrtimer*);
int timers_prepare_cpu(unsigned int cpu);
int timers_dead_cpu(unsigned int cpu);

#endif
