// struct ratelimit_state, of 28 bytes as in 6.1 i386.
#ifndef _LINUX_RATELIMIT_TYPES_H
#define _LINUX_RATELIMIT_TYPES_H

#include <linux/spinlock_types.h>
#include <linux/types.h>

#define DEFAULT_RATELIMIT_INTERVAL (5 * CONFIG_HZ)
#define DEFAULT_RATELIMIT_BURST 10
#define RATELIMIT_MSG_ON_RELEASE (1UL << 0)

struct ratelimit_state {
  raw_spinlock_t lock;
  int interval;
  int burst;
  int printed;
  int missed;
  unsigned long begin;
  unsigned long flags;
};
_Static_assert(sizeof(struct ratelimit_state) == 28, "struct ratelimit_state of 6.1 i386");
int ___ratelimit(struct ratelimit_state* rs, const char* func);
#define __ratelimit(state) ___ratelimit(state, __func__)
#define RATELIMIT_STATE_INIT(name, interval_init, burst_init) \
  { .interval = interval_init, .burst = burst_init }
#define DEFINE_RATELIMIT_STATE(name, interval_init, burst_init) \
  struct ratelimit_state name = RATELIMIT_STATE_INIT(name, interval_init, burst_init)

#define RATELIMIT_STATE_INIT_DISABLED \
  RATELIMIT_STATE_INIT(ratelimit_state, 0, DEFAULT_RATELIMIT_BURST)

#endif
