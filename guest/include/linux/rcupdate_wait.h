#ifndef _LINUX_RCUPDATE_WAIT_H
#define _LINUX_RCUPDATE_WAIT_H

#include <linux/completion.h>

struct callback_head;
struct completion;
struct rcu_synchronize;

struct rcu_synchronize {
  struct callback_head head;
  struct completion completion;
};
void wakeme_after_rcu(struct callback_head* head);
void __wait_rcu_gp(bool checktiny, int n, call_rcu_func_t* crcu_array,
                   struct rcu_synchronize* rs_array);

#endif
