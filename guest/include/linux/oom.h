// The choice of whom to kill when memory runs out.
#ifndef _LINUX_OOM_H
#define _LINUX_OOM_H

#include <linux/mm.h>
#include <linux/nodemask.h>
#include <linux/numa.h>
#include <linux/sched/coredump.h>
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

struct mutex;

#define OOM_DISABLE (-17)
#define OOM_ADJUST_MIN (-16)
#define OOM_ADJUST_MAX 15
extern struct mutex oom_lock;
extern struct mutex oom_adj_mutex;
long oom_badness(struct task_struct* p, unsigned long totalpages);
bool out_of_memory(struct oom_control* oc);
void exit_oom_victim(void);
bool oom_killer_disable(long timeout);
void oom_killer_enable(void);
struct task_struct* find_lock_task_mm(struct task_struct* p);

struct mm_struct;

static inline void set_current_oom_origin(void) { current->signal->oom_flag_origin = true; }
static inline void clear_current_oom_origin(void) { current->signal->oom_flag_origin = false; }
static inline bool oom_task_origin(const struct task_struct* p) {
  return p->signal->oom_flag_origin;
}
static inline bool tsk_is_oom_victim(struct task_struct* tsk) { return tsk->signal->oom_mm; }
static inline vm_fault_t check_stable_address_space(struct mm_struct* mm) {
  return unlikely(test_bit(22 /* MMF_UNSTABLE */, &mm->flags)) ? VM_FAULT_SIGBUS : 0;
}

#endif
