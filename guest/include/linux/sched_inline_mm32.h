// The inline functions of <linux/sched.h>, which includes this file.
#include <linux/sched.h>
#ifndef _LINUX_SCHED_INLINE_MM32_H
#define _LINUX_SCHED_INLINE_MM32_H

#include <linux/bitops.h>

// A thread's flags, TIF_...
static inline void update_tsk_thread_flag(struct task_struct* tsk, int flag, bool value) {
  if (value)
    set_bit(flag, &task_thread_info(tsk)->flags);
  else
    clear_bit(flag, &task_thread_info(tsk)->flags);
}
static inline int test_and_set_tsk_thread_flag(struct task_struct* tsk, int flag) {
  return test_and_set_bit(flag, &task_thread_info(tsk)->flags);
}
static inline int test_and_clear_tsk_thread_flag(struct task_struct* tsk, int flag) {
  return test_and_clear_bit(flag, &task_thread_info(tsk)->flags);
}
static inline void set_tsk_need_resched(struct task_struct* tsk) {
  set_tsk_thread_flag(tsk, 3 /* TIF_NEED_RESCHED */);
}
static inline void clear_tsk_need_resched(struct task_struct* tsk) {
  clear_tsk_thread_flag(tsk, 3 /* TIF_NEED_RESCHED */);
}
static inline int test_tsk_need_resched(struct task_struct* tsk) {
  return test_tsk_thread_flag(tsk, 3 /* TIF_NEED_RESCHED */);
}

// The properties PFA_... of a task; those of SPEC cannot be taken back once forced.
#define TASK_PFA_TEST(name, func)                         \
  static inline bool task_##func(struct task_struct* p) { \
    return test_bit(PFA_##name, &p->atomic_flags);        \
  }
#define TASK_PFA_SET(name, func)                              \
  static inline void task_set_##func(struct task_struct* p) { \
    set_bit(PFA_##name, &p->atomic_flags);                    \
  }
#define TASK_PFA_CLEAR(name, func)                              \
  static inline void task_clear_##func(struct task_struct* p) { \
    clear_bit(PFA_##name, &p->atomic_flags);                    \
  }
TASK_PFA_TEST(NO_NEW_PRIVS, no_new_privs)
TASK_PFA_SET(NO_NEW_PRIVS, no_new_privs)
TASK_PFA_TEST(SPREAD_PAGE, spread_page)
TASK_PFA_SET(SPREAD_PAGE, spread_page)
TASK_PFA_CLEAR(SPREAD_PAGE, spread_page)
TASK_PFA_TEST(SPREAD_SLAB, spread_slab)
TASK_PFA_SET(SPREAD_SLAB, spread_slab)
TASK_PFA_CLEAR(SPREAD_SLAB, spread_slab)
TASK_PFA_TEST(SPEC_SSB_DISABLE, spec_ssb_disable)
TASK_PFA_SET(SPEC_SSB_DISABLE, spec_ssb_disable)
TASK_PFA_CLEAR(SPEC_SSB_DISABLE, spec_ssb_disable)
TASK_PFA_TEST(SPEC_SSB_NOEXEC, spec_ssb_noexec)
TASK_PFA_SET(SPEC_SSB_NOEXEC, spec_ssb_noexec)
TASK_PFA_CLEAR(SPEC_SSB_NOEXEC, spec_ssb_noexec)
TASK_PFA_TEST(SPEC_SSB_FORCE_DISABLE, spec_ssb_force_disable)
TASK_PFA_SET(SPEC_SSB_FORCE_DISABLE, spec_ssb_force_disable)
TASK_PFA_TEST(SPEC_IB_DISABLE, spec_ib_disable)
TASK_PFA_SET(SPEC_IB_DISABLE, spec_ib_disable)
TASK_PFA_CLEAR(SPEC_IB_DISABLE, spec_ib_disable)
TASK_PFA_TEST(SPEC_IB_FORCE_DISABLE, spec_ib_force_disable)
TASK_PFA_SET(SPEC_IB_FORCE_DISABLE, spec_ib_force_disable)

static inline void current_restore_flags(unsigned long orig_flags, unsigned long flags) {
  current->flags = (current->flags & ~flags) | (orig_flags & flags);
}
static inline bool is_percpu_thread(void) {
  return (current->flags & PF_NO_SETAFFINITY) && current->nr_cpus_allowed == 1;
}
static inline bool owner_on_cpu(struct task_struct* owner) { return READ_ONCE(owner->on_cpu); }
#define task_is_stopped_or_traced(task) (task_is_stopped(task) || task_is_traced(task))
#define is_special_task_state(state) \
  ((state) & (__TASK_STOPPED | __TASK_TRACED | TASK_PARKED | TASK_DEAD))
#define used_math() (current->flags & PF_USED_MATH)
#define tsk_used_math(p) ((p)->flags & PF_USED_MATH)
#define set_used_math() ((void)(current->flags |= PF_USED_MATH))
#define clear_used_math() ((void)(current->flags &= ~PF_USED_MATH))

// Ids as the name space of `ns` sees them; NULL is the current task's.
static inline pid_t task_pid_nr_ns(struct task_struct* tsk, struct pid_namespace* ns) {
  return __task_pid_nr_ns(tsk, PIDTYPE_PID, ns);
}
static inline pid_t task_tgid_nr_ns(struct task_struct* tsk, struct pid_namespace* ns) {
  return __task_pid_nr_ns(tsk, PIDTYPE_TGID, ns);
}
static inline pid_t task_pgrp_nr_ns(struct task_struct* tsk, struct pid_namespace* ns) {
  return __task_pid_nr_ns(tsk, PIDTYPE_PGID, ns);
}
static inline pid_t task_pgrp_vnr(struct task_struct* tsk) { return task_pgrp_nr_ns(tsk, NULL); }
static inline pid_t task_pgrp_nr(struct task_struct* tsk) { return task_pgrp_nr_ns(tsk, NULL); }
static inline pid_t task_session_nr_ns(struct task_struct* tsk, struct pid_namespace* ns) {
  return __task_pid_nr_ns(tsk, PIDTYPE_SID, ns);
}
static inline pid_t task_session_vnr(struct task_struct* tsk) {
  return task_session_nr_ns(tsk, NULL);
}

// Nothing else runs until a task blocks: there is no reason to break off.
static inline bool preempt_model_rt(void) { return false; }
static inline bool preempt_model_preemptible(void) { return false; }
static inline int spin_needbreak(spinlock_t* lock) { return 0; }
static inline int rwlock_needbreak(rwlock_t* lock) { return 0; }
static inline int _cond_resched(void) { return 0; }
static inline void cond_resched_rcu(void) {}
#define cond_resched_rwlock_read(lock) ((void)(lock), 0)
#define cond_resched_rwlock_write(lock) ((void)(lock), 0)

#endif
