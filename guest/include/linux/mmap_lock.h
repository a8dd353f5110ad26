// The lock of an address space.
#ifndef _LINUX_MMAP_LOCK_H
#define _LINUX_MMAP_LOCK_H

#include <linux/mm_types.h>
#include <linux/rwsem.h>

#define MMAP_LOCK_INITIALIZER(name) .mmap_lock = __RWSEM_INITIALIZER((name).mmap_lock),
static inline void mmap_init_lock(struct mm_struct* mm) { init_rwsem(&mm->mmap_lock); }
static inline void mmap_write_lock(struct mm_struct* mm) { down_write(&mm->mmap_lock); }
static inline int mmap_write_lock_killable(struct mm_struct* mm) {
  return down_write_killable(&mm->mmap_lock);
}
static inline bool mmap_write_trylock(struct mm_struct* mm) {
  return down_write_trylock(&mm->mmap_lock) != 0;
}
static inline void mmap_write_unlock(struct mm_struct* mm) { up_write(&mm->mmap_lock); }
static inline void mmap_write_downgrade(struct mm_struct* mm) { downgrade_write(&mm->mmap_lock); }
static inline void mmap_read_lock(struct mm_struct* mm) { down_read(&mm->mmap_lock); }
static inline int mmap_read_lock_killable(struct mm_struct* mm) {
  return down_read_killable(&mm->mmap_lock);
}
static inline bool mmap_read_trylock(struct mm_struct* mm) {
  return down_read_trylock(&mm->mmap_lock) != 0;
}
static inline void mmap_read_unlock(struct mm_struct* mm) { up_read(&mm->mmap_lock); }
#define mmap_assert_locked(mm) ((void)(mm))
#define mmap_assert_write_locked(mm) ((void)(mm))
// The lock was called mmap_sem until 5.7.
#define mmap_sem mmap_lock

struct mm_struct;

void __mmap_lock_do_trace_start_locking(struct mm_struct* mm, bool write);
void __mmap_lock_do_trace_acquire_returned(struct mm_struct* mm, bool write, bool success);
void __mmap_lock_do_trace_released(struct mm_struct* mm, bool write);

static inline void mmap_write_lock_nested(struct mm_struct* mm, int subclass) {
  mmap_write_lock(mm);
}
static inline void mmap_read_unlock_non_owner(struct mm_struct* mm) { mmap_read_unlock(mm); }
static inline int mmap_lock_is_contended(struct mm_struct* mm) {
  return !list_empty(&mm->mmap_lock.wait_list);
}

#endif
