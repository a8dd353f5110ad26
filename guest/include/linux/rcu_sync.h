// Fast and slow phases of readers.
#ifndef _LINUX_RCU_SYNC_H
#define _LINUX_RCU_SYNC_H

#include <linux/rcupdate.h>
#include <linux/types.h>
#include <linux/wait.h>
#include <linux/wait_types_mm32.h>

struct rcu_sync {
  int gp_state;
  int gp_count;
  wait_queue_head_t gp_wait;
  struct callback_head cb_head;
};
_Static_assert(sizeof(struct rcu_sync) == 28, "struct rcu_sync of 6.1 i386");

#endif
