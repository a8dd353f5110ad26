// Where memory comes from: there is one node.
#ifndef _LINUX_MEMPOLICY_H
#define _LINUX_MEMPOLICY_H

#include <linux/mm.h>
#include <linux/mmzone.h>
#include <linux/nodemask.h>
#include <linux/pagemap.h>
#include <linux/rbtree.h>
#include <linux/sched.h>
#include <linux/slab.h>
#include <linux/spinlock.h>

struct mempolicy {};

#define MPOL_F_STATIC_NODES (1 << 15)
#define MPOL_F_RELATIVE_NODES (1 << 14)
enum { MPOL_DEFAULT, MPOL_PREFERRED, MPOL_BIND, MPOL_INTERLEAVE, MPOL_LOCAL, MPOL_PREFERRED_MANY };

struct shared_policy;

#define MPOL_F_NUMA_BALANCING (1 << 13)
#define MPOL_MODE_FLAGS (MPOL_F_STATIC_NODES | MPOL_F_RELATIVE_NODES | MPOL_F_NUMA_BALANCING)
#define MPOL_F_NODE (1 << 0)
#define MPOL_F_ADDR (1 << 1)
#define MPOL_F_MEMS_ALLOWED (1 << 2)
#define MPOL_MF_STRICT (1 << 0)
#define MPOL_MF_MOVE (1 << 1)
#define MPOL_MF_MOVE_ALL (1 << 2)
#define MPOL_MF_LAZY (1 << 3)
#define MPOL_MF_INTERNAL (1 << 4)
#define MPOL_MF_VALID (MPOL_MF_STRICT | MPOL_MF_MOVE | MPOL_MF_MOVE_ALL)
#define MPOL_F_SHARED (1 << 0)
#define MPOL_F_MOF (1 << 3)
#define MPOL_F_MORON (1 << 4)
#define RECLAIM_ZONE (1 << 0)
#define RECLAIM_WRITE (1 << 1)
#define RECLAIM_UNMAP (1 << 2)
enum { MPOL_MAX = 6 };
struct shared_policy {};

struct mm_struct;
struct page;
struct task_struct;
struct vm_area_struct;

// One node leaves no choice: no area and no task has a policy.
#define vma_policy(vma) NULL
static inline bool mpol_equal(struct mempolicy* a, struct mempolicy* b) { return true; }
static inline void mpol_put(struct mempolicy* p) {}
static inline void mpol_cond_put(struct mempolicy* pol) {}
static inline void mpol_get(struct mempolicy* pol) {}
static inline void mpol_shared_policy_init(struct shared_policy* sp, struct mempolicy* mpol) {}
static inline void mpol_free_shared_policy(struct shared_policy* p) {}
static inline struct mempolicy* mpol_shared_policy_lookup(struct shared_policy* sp,
                                                          unsigned long idx) {
  return NULL;
}
static inline int vma_dup_policy(struct vm_area_struct* src, struct vm_area_struct* dst) {
  return 0;
}
static inline void numa_policy_init(void) {}
static inline void numa_default_policy(void) {}
static inline void mpol_rebind_task(struct task_struct* tsk, const nodemask_t* new) {}
static inline void mpol_rebind_mm(struct mm_struct* mm, nodemask_t* new) {}
static inline int huge_node(struct vm_area_struct* vma, unsigned long addr, gfp_t gfp_flags,
                            struct mempolicy** mpol, nodemask_t** nodemask) {
  *mpol = NULL;
  *nodemask = NULL;
  return 0;
}
static inline bool init_nodemask_of_mempolicy(nodemask_t* m) { return false; }
static inline int do_migrate_pages(struct mm_struct* mm, const nodemask_t* from,
                                   const nodemask_t* to, int flags) {
  return 0;
}
static inline void check_highest_zone(int k) {}
static inline int mpol_parse_str(char* str, struct mempolicy** mpol) { return 1; }
static inline int mpol_misplaced(struct page* page, struct vm_area_struct* vma,
                                 unsigned long address) {
  return -1;
}
static inline void mpol_put_task_policy(struct task_struct* task) {}
static inline bool mpol_is_preferred_many(struct mempolicy* pol) { return false; }

#endif
