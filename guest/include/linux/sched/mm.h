// Address spaces and what a task may allocate.
//
// The memalloc scopes set the task's flags as Linux does; the flags of a request are then reduced
// by current_gfp_context.
#ifndef _LINUX_SCHED_MM_H
#define _LINUX_SCHED_MM_H

#include <linux/atomic.h>
#include <linux/gfp.h>
#include <linux/mm_types.h>
#include <linux/sched.h>

#define PF_MEMALLOC_NOFS 0x00040000
#define PF_MEMALLOC_NOIO 0x00080000
#define PF_MEMALLOC_PIN 0x10000000

struct mm_struct* get_task_mm(struct task_struct* task);
void mmput(struct mm_struct* mm);
void mmput_async(struct mm_struct* mm);
void __mmdrop(struct mm_struct* mm);

static inline gfp_t current_gfp_context(gfp_t flags) {
  unsigned int pflags = READ_ONCE(current->flags);
  if (pflags & PF_MEMALLOC_NOIO)
    flags &= ~(__GFP_IO | __GFP_FS);
  else if (pflags & PF_MEMALLOC_NOFS)
    flags &= ~__GFP_FS;
  if (pflags & PF_MEMALLOC_PIN) flags &= ~__GFP_MOVABLE;
  return flags;
}
#define might_alloc(gfp_mask) might_sleep_if(gfpflags_allow_blocking(gfp_mask))
#define fs_reclaim_acquire(gfp_mask) ((void)(gfp_mask))
#define fs_reclaim_release(gfp_mask) ((void)(gfp_mask))

#define __MM32_MEMALLOC_SCOPE(name, flag)                            \
  static inline unsigned int memalloc_##name##_save(void) {          \
    unsigned int flags = current->flags & (flag);                    \
    current->flags |= (flag);                                        \
    return flags;                                                    \
  }                                                                  \
  static inline void memalloc_##name##_restore(unsigned int flags) { \
    current->flags = (current->flags & ~(flag)) | flags;             \
  }
__MM32_MEMALLOC_SCOPE(noio, PF_MEMALLOC_NOIO)
__MM32_MEMALLOC_SCOPE(nofs, PF_MEMALLOC_NOFS)
__MM32_MEMALLOC_SCOPE(noreclaim, PF_MEMALLOC)
__MM32_MEMALLOC_SCOPE(pin, PF_MEMALLOC_PIN)
#undef __MM32_MEMALLOC_SCOPE

struct file;
struct mem_cgroup;
struct mm_struct;
struct rlimit;
struct task_struct;

struct mm_struct* mm_alloc(void);
struct mm_struct* mm_access(struct task_struct* task, unsigned int mode);
void exit_mm_release(struct task_struct*, struct mm_struct*);
void exec_mm_release(struct task_struct*, struct mm_struct*);
void mm_update_next_owner(struct mm_struct* mm);
void arch_pick_mmap_layout(struct mm_struct* mm, struct rlimit* rlim_stack);
unsigned long arch_get_unmapped_area(struct file*, unsigned long, unsigned long, unsigned long,
                                     unsigned long);
unsigned long arch_get_unmapped_area_topdown(struct file* filp, unsigned long addr,
                                             unsigned long len, unsigned long pgoff,
                                             unsigned long flags);
unsigned long generic_get_unmapped_area(struct file* filp, unsigned long addr, unsigned long len,
                                        unsigned long pgoff, unsigned long flags);
unsigned long generic_get_unmapped_area_topdown(struct file* filp, unsigned long addr,
                                                unsigned long len, unsigned long pgoff,
                                                unsigned long flags);
extern typeof(struct mem_cgroup*) int_active_memcg;
enum {
  MEMBARRIER_STATE_PRIVATE_EXPEDITED_READY = 1,
  MEMBARRIER_STATE_PRIVATE_EXPEDITED,
  MEMBARRIER_STATE_GLOBAL_EXPEDITED_READY = 4,
  MEMBARRIER_STATE_GLOBAL_EXPEDITED = 8,
  MEMBARRIER_STATE_PRIVATE_EXPEDITED_SYNC_CORE_READY = 0x10,
  MEMBARRIER_STATE_PRIVATE_EXPEDITED_SYNC_CORE = 0x20,
  MEMBARRIER_STATE_PRIVATE_EXPEDITED_RSEQ_READY = 0x40,
  MEMBARRIER_STATE_PRIVATE_EXPEDITED_RSEQ = 0x80
};
enum { MEMBARRIER_FLAG_SYNC_CORE = 1, MEMBARRIER_FLAG_RSEQ };
void membarrier_exec_mmap(struct mm_struct* mm);
void membarrier_update_current_mm(struct mm_struct* next_mm);

static inline void mmgrab(struct mm_struct* mm) { atomic_inc(&mm->mm_count); }
static inline void mmdrop(struct mm_struct* mm) {
  if (atomic_dec_and_test(&mm->mm_count)) __mmdrop(mm);
}
static inline void mmget(struct mm_struct* mm) { atomic_inc(&mm->mm_users); }
static inline bool mmget_not_zero(struct mm_struct* mm) {
  return atomic_inc_not_zero(&mm->mm_users);
}

#endif
