// How much a queue needs so that it never runs dry: the limit grows when it did, and goes down by
// what was never needed within the hold time. Counters wrap round.
// Linux: 6.1 lib/dynamic_queue_limits.c.
#include <linux/dynamic_queue_limits.h>
#include <linux/export.h>
#include <linux/jiffies.h>
#include <linux/kernel.h>

#include "../bug_at.h"

// a - b, or 0 when a is not after b.
static unsigned int beyond(unsigned int a, unsigned int b) { return (int)(a - b) > 0 ? a - b : 0; }

static void watch_again(struct dql* dql) {
  dql->slack_start_time = jiffies;
  dql->lowest_slack = UINT_MAX;
}

// What of the limit was not needed this time.
static unsigned int slack_of(const struct dql* dql, unsigned int completed) {
  const unsigned int slack =
      beyond(dql->limit + dql->prev_ovlimit, 2 * (completed - dql->num_completed));
  const unsigned int last =
      dql->prev_ovlimit ? beyond(dql->prev_last_obj_cnt, dql->prev_ovlimit) : 0;
  return max(slack, last);
}

static unsigned int lowered_limit(struct dql* dql, unsigned int completed) {
  unsigned int limit = dql->limit;
  dql->lowest_slack = min(dql->lowest_slack, slack_of(dql, completed));
  if (!time_after(jiffies, dql->slack_start_time + dql->slack_hold_time)) return limit;
  limit = beyond(limit, dql->lowest_slack);
  watch_again(dql);
  return limit;
}

void dql_completed(struct dql* dql, unsigned int count) {
  const unsigned int queued = READ_ONCE(dql->num_queued), completed = dql->num_completed + count;
  unsigned int over = beyond(queued - dql->num_completed, dql->limit), limit = dql->limit;
  const bool busy = queued != completed, was_busy = dql->prev_num_queued != dql->num_completed;
  const bool all_previous = (int)(completed - dql->prev_num_queued) >= 0;
  BUG_ON_AT(count > queued - dql->num_completed, "lib/dynamic_queue_limits.c", 27);
  if ((over && !busy) || (dql->prev_ovlimit && all_previous)) {
    limit += beyond(completed, dql->prev_num_queued) + dql->prev_ovlimit;
    watch_again(dql);
  } else if (busy && was_busy && !all_previous) {
    limit = lowered_limit(dql, completed);
  }
  limit = clamp(limit, dql->min_limit, dql->max_limit);
  if (limit != dql->limit) {
    dql->limit = limit;
    over = 0;
  }
  dql->adj_limit = limit + completed;
  dql->prev_ovlimit = over;
  dql->prev_last_obj_cnt = dql->last_obj_cnt;
  dql->num_completed = completed;
  dql->prev_num_queued = queued;
}
EXPORT_SYMBOL(dql_completed);

void dql_reset(struct dql* dql) {
  dql->limit = dql->num_queued = dql->num_completed = 0;
  dql->last_obj_cnt = dql->prev_num_queued = dql->prev_last_obj_cnt = dql->prev_ovlimit = 0;
  watch_again(dql);
}
EXPORT_SYMBOL(dql_reset);

void dql_init(struct dql* dql, unsigned int hold_time) {
  dql->max_limit = DQL_MAX_LIMIT;
  dql->min_limit = 0;
  dql->slack_hold_time = hold_time;
  dql_reset(dql);
}
EXPORT_SYMBOL(dql_init);
