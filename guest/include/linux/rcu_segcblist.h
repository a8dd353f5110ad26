// Lists of RCU callbacks.
#ifndef _LINUX_RCU_SEGCBLIST_H
#define _LINUX_RCU_SEGCBLIST_H

#include <linux/atomic.h>
#include <linux/types.h>

struct callback_head;
struct rcu_cblist;
struct rcu_segcblist;

#define RCU_DONE_TAIL 0
#define RCU_WAIT_TAIL 1
#define RCU_NEXT_READY_TAIL 2
#define RCU_NEXT_TAIL 3
#define RCU_CBLIST_NSEGS 4
#define SEGCBLIST_ENABLED BIT(0)
#define SEGCBLIST_RCU_CORE BIT(1)
#define SEGCBLIST_LOCKING BIT(2)
#define SEGCBLIST_KTHREAD_CB BIT(3)
#define SEGCBLIST_KTHREAD_GP BIT(4)
#define SEGCBLIST_OFFLOADED BIT(5)
struct rcu_cblist {
  struct callback_head* head;
  struct callback_head** tail;
  long len;
};
struct rcu_segcblist {
  struct callback_head* head;
  struct callback_head** tails[4];
  unsigned long gp_seq[4];
  long len;
  long seglen[4];
  u8 flags;
};

#endif
