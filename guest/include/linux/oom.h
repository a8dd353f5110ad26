// The choice of whom to kill when memory runs out.
#ifndef _LINUX_OOM_H
#define _LINUX_OOM_H

#include <linux/nodemask.h>
#include <linux/numa.h>
#include <linux/sched/signal.h>
#include <linux/types.h>

struct notifier_block;
int register_oom_notifier(struct notifier_block* nb);
int unregister_oom_notifier(struct notifier_block* nb);

struct mem_cgroup;
struct task_struct;
struct zonelist;

enum oom_constraint {
  CONSTRAINT_NONE = 0,
  CONSTRAINT_CPUSET = 1,
  CONSTRAINT_MEMORY_POLICY = 2,
  CONSTRAINT_MEMCG = 3
};
struct oom_control {
  struct zonelist* zonelist;
  nodemask_t* nodemask;
  struct mem_cgroup* memcg;
  const gfp_t gfp_mask;
  const int order;
  unsigned long totalpages;
  struct task_struct* chosen;
  long chosen_points;
  enum oom_constraint constraint;
};
_Static_assert(sizeof(struct oom_control) == 36, "struct oom_control of 6.1 i386");

#define OOM_SCORE_ADJ_MIN (-1000)
#define OOM_SCORE_ADJ_MAX 1000

#endif
