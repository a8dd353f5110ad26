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

#endif
