// Limits of transmit queues that follow the load.
#ifndef _LINUX_DYNAMIC_QUEUE_LIMITS_H
#define _LINUX_DYNAMIC_QUEUE_LIMITS_H

#include <asm/bug.h>
#include <linux/cache.h>
#include <linux/types.h>

struct dql;

#define DQL_MAX_OBJECT (UINT_MAX / 16)
#define DQL_MAX_LIMIT ((UINT_MAX / 2) - DQL_MAX_OBJECT)
struct dql {
  unsigned int num_queued;
  unsigned int adj_limit;
  unsigned int last_obj_cnt;
  unsigned int limit ____cacheline_aligned;
  unsigned int num_completed;
  unsigned int prev_ovlimit;
  unsigned int prev_num_queued;
  unsigned int prev_last_obj_cnt;
  unsigned int lowest_slack;
  unsigned long slack_start_time;
  unsigned int max_limit;
  unsigned int min_limit;
  unsigned int slack_hold_time;
};
void dql_completed(struct dql* dql, unsigned int count);
void dql_reset(struct dql* dql);
void dql_init(struct dql* dql, unsigned int hold_time);

static inline void dql_queued(struct dql* dql, unsigned int count) {
  BUG_ON(count > DQL_MAX_OBJECT);
  dql->last_obj_cnt = count;
  dql->num_queued += count;
}
// Below zero: more is queued than the limit allows.
static inline int dql_avail(const struct dql* dql) { return dql->adj_limit - dql->num_queued; }

#endif
