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

void rcu_sync_init(struct rcu_sync* rsp);
void rcu_sync_enter_start(struct rcu_sync* rsp);
void rcu_sync_enter(struct rcu_sync* rsp);
void rcu_sync_exit(struct rcu_sync* rsp);
void rcu_sync_dtor(struct rcu_sync* rsp);
static inline bool rcu_sync_is_idle(struct rcu_sync* rsp) { return !READ_ONCE(rsp->gp_state); }
#define __RCU_SYNC_INITIALIZER(name) \
  { .gp_wait = __WAIT_QUEUE_HEAD_INITIALIZER(name.gp_wait) }
#define DEFINE_RCU_SYNC(name) struct rcu_sync name = __RCU_SYNC_INITIALIZER(name)

#endif
