// Read-copy-update. On one CPU that switches tasks only where code blocks, a reader's section ends
// before anything else runs: a grace period passes at the next such point.
#ifndef _LINUX_RCUPDATE_H
#define _LINUX_RCUPDATE_H

#include <linux/bottom_half.h>
#include <linux/compiler.h>
#include <linux/irqflags.h>
#include <linux/preempt.h>
#include <linux/types.h>
#include <linux/version.h>

void __rcu_read_lock(void);
void __rcu_read_unlock(void);
void call_rcu(struct rcu_head* head, rcu_callback_t func);
void synchronize_rcu(void);
void synchronize_rcu_expedited(void);
void rcu_barrier(void);
void kvfree_call_rcu(struct rcu_head* head, rcu_callback_t func);
int rcu_read_lock_held(void);

#define rcu_read_lock() __rcu_read_lock()
#define rcu_read_unlock() __rcu_read_unlock()
#define rcu_read_lock_bh() local_bh_disable()
#define rcu_read_unlock_bh() local_bh_enable()
#define rcu_read_lock_sched() preempt_disable()
#define rcu_read_unlock_sched() preempt_enable()
#define synchronize_sched() synchronize_rcu()
#if LINUX_VERSION_CODE < KERNEL_VERSION(2, 6, 15)
#define synchronize_kernel() synchronize_rcu()
#endif
#define synchronize_net() synchronize_rcu()
#define call_rcu_bh(head, func) call_rcu(head, func)
#define call_rcu_sched(head, func) call_rcu(head, func)
#define rcu_barrier_bh() rcu_barrier()
#define rcu_barrier_sched() rcu_barrier()
#define RCU_LOCKDEP_WARN(c, s) \
  do {                         \
  } while (0)

#define RCU_INITIALIZER(v) (typeof(*(v)) __force __rcu*)(v)
#define rcu_access_pointer(p) READ_ONCE(p)
#define rcu_dereference(p) READ_ONCE(p)
#define rcu_dereference_raw(p) READ_ONCE(p)
#define rcu_dereference_check(p, c) READ_ONCE(p)
#define rcu_dereference_raw_check(p) READ_ONCE(p)
#define rcu_dereference_protected(p, c) (p)
#define rcu_dereference_bh(p) READ_ONCE(p)
#define rcu_dereference_sched(p) READ_ONCE(p)
#define rcu_dereference_bh_check(p, c) READ_ONCE(p)
#define rcu_pointer_handoff(p) (p)
#define rcu_assign_pointer(p, v)   \
  do {                             \
    barrier();                     \
    WRITE_ONCE(p, (typeof(p))(v)); \
  } while (0)
#define RCU_INIT_POINTER(p, v) WRITE_ONCE(p, (typeof(p))(v))
#define RCU_POINTER_INITIALIZER(p, v) .p = (typeof(*v)*)(v)
#define rcu_replace_pointer(rcu_ptr, ptr, c) \
  ({                                         \
    typeof(ptr) __replaced = (rcu_ptr);      \
    rcu_assign_pointer((rcu_ptr), (ptr));    \
    __replaced;                              \
  })
#define rcu_swap_protected(rcu_ptr, ptr, c) \
  do {                                      \
    typeof(ptr) __swapped = (rcu_ptr);      \
    rcu_assign_pointer((rcu_ptr), (ptr));   \
    (ptr) = __swapped;                      \
  } while (0)
#define __MM32_KFREE_RCU2(ptr, member)                                                  \
  do {                                                                                  \
    typeof(ptr) __doomed = (ptr);                                                       \
    if (__doomed)                                                                       \
      kvfree_call_rcu(&__doomed->member,                                                \
                      (rcu_callback_t)(unsigned long)offsetof(typeof(*(ptr)), member)); \
  } while (0)
#define __MM32_KFREE_RCU1(ptr) kvfree_call_rcu(NULL, (rcu_callback_t)(void*)(ptr))
#define __MM32_PICK2(a, b, name, ...) name
#define kfree_rcu(...) __MM32_PICK2(__VA_ARGS__, __MM32_KFREE_RCU2, __MM32_KFREE_RCU1)(__VA_ARGS__)
#define kvfree_rcu(...) kfree_rcu(__VA_ARGS__)
#define kfree_rcu_mightsleep(ptr) __MM32_KFREE_RCU1(ptr)
#define kvfree_rcu_mightsleep(ptr) __MM32_KFREE_RCU1(ptr)
#define init_rcu_head(head)
#define destroy_rcu_head(head)

struct rcu_gp_oldstate {
  unsigned long rgos_norm;
  unsigned long rgos_exp;
};
unsigned long get_state_synchronize_rcu(void);
unsigned long start_poll_synchronize_rcu(void);
unsigned long start_poll_synchronize_rcu_expedited(void);
bool poll_state_synchronize_rcu(unsigned long oldstate);
void cond_synchronize_rcu(unsigned long oldstate);
void cond_synchronize_rcu_expedited(unsigned long oldstate);
void get_state_synchronize_rcu_full(struct rcu_gp_oldstate* rgosp);
void start_poll_synchronize_rcu_full(struct rcu_gp_oldstate* rgosp);
void start_poll_synchronize_rcu_expedited_full(struct rcu_gp_oldstate* rgosp);
bool poll_state_synchronize_rcu_full(struct rcu_gp_oldstate* rgosp);
void cond_synchronize_rcu_full(struct rcu_gp_oldstate* rgosp);
void cond_synchronize_rcu_expedited_full(struct rcu_gp_oldstate* rgosp);

struct callback_head;
struct lockdep_map;
struct task_struct;

#define NUM_ACTIVE_RCU_POLL_OLDSTATE 2
#define TRC_NEED_QS 0x1
#define TRC_NEED_QS_CHECKED 0x2
void rcu_barrier_tasks(void);
void rcu_barrier_tasks_rude(void);
unsigned long get_completed_synchronize_rcu(void);
void get_completed_synchronize_rcu_full(struct rcu_gp_oldstate* rgosp);
void rcu_init(void);
extern int rcu_scheduler_active;
void rcu_sched_clock_irq(int user);
void rcu_report_dead(unsigned int cpu);
void rcutree_migrate_callbacks(int cpu);
void rcu_init_tasks_generic(void);
void rcu_sysrq_start(void);
void rcu_sysrq_end(void);
void call_rcu_tasks(struct callback_head* head, rcu_callback_t func);
void synchronize_rcu_tasks(void);
u8 rcu_trc_cmpxchg_need_qs(struct task_struct* t, u8 old, u8 new);
void rcu_tasks_trace_qs_blkd(struct task_struct* t);
void call_rcu_tasks_rude(struct callback_head* head, rcu_callback_t func);
void synchronize_rcu_tasks_rude(void);
void exit_tasks_rcu_start(void);
void exit_tasks_rcu_stop(void);
void exit_tasks_rcu_finish(void);
extern struct lockdep_map rcu_lock_map;
extern struct lockdep_map rcu_bh_lock_map;
extern struct lockdep_map rcu_sched_lock_map;
extern struct lockdep_map rcu_callback_map;
extern int rcu_expedited;
extern int rcu_normal;
#define ULONG_CMP_GE(a, b) (ULONG_MAX / 2 >= (unsigned long)(a) - (unsigned long)(b))
#define ULONG_CMP_LT(a, b) (ULONG_MAX / 2 < (unsigned long)(a) - (unsigned long)(b))
#define USHORT_CMP_GE(a, b) (USHRT_MAX / 2 >= (unsigned short)((a) - (b)))
#define USHORT_CMP_LT(a, b) (USHRT_MAX / 2 < (unsigned short)((a) - (b)))
#define ulong2long(a) (*(long*)(&(a)))
#define rcu_check_sparse(p, space)
#define unrcu_pointer(p) ((typeof(*(p)) __force*)(p))
#define rcu_dereference_sched_check(p, c) READ_ONCE(p)
#define rcu_sleep_check() \
  do {                    \
  } while (0)
#define rcu_lock_acquire(a) \
  do {                      \
  } while (0)
#define rcu_lock_release(a) \
  do {                      \
  } while (0)
#define RCU_NONIDLE(a) \
  do {                 \
    do {               \
      a;               \
    } while (0);       \
  } while (0)
#define rcu_tasks_qs(t, preempt) \
  do {                           \
    (void)(t);                   \
    (void)(preempt);             \
  } while (0)
#define rcu_note_voluntary_context_switch(t) rcu_tasks_qs(t, false)
#define cond_resched_tasks_rcu_qs() cond_resched()
#define smp_mb__after_unlock_lock() \
  do {                              \
  } while (0)
#define same_state_synchronize_rcu(oldstate1, oldstate2) ((oldstate1) == (oldstate2))
static inline int rcu_read_lock_bh_held(void) { return 1; }
static inline int rcu_read_lock_sched_held(void) { return !preemptible(); }
static inline int rcu_read_lock_any_held(void) { return !preemptible(); }
static inline bool rcu_lockdep_current_cpu_online(void) { return true; }
static inline bool rcu_trace_implies_rcu_gp(void) { return true; }
static inline void rcu_read_lock_sched_notrace(void) { preempt_disable_notrace(); }
static inline void rcu_read_unlock_sched_notrace(void) { preempt_enable_notrace(); }
static inline void init_rcu_head_on_stack(struct rcu_head* head) { (void)head; }
static inline void destroy_rcu_head_on_stack(struct rcu_head* head) { (void)head; }
// A head that call_rcu() has not seen holds all ones instead of a function.
static inline void rcu_head_init(struct rcu_head* rhp) { rhp->func = (rcu_callback_t)~0L; }
static inline bool rcu_head_after_call_rcu(struct rcu_head* rhp, rcu_callback_t f) {
  rcu_callback_t func = READ_ONCE(rhp->func);
  return func == f || func != (rcu_callback_t)~0L;
}

#include <linux/cleanup.h>

DEFINE_LOCK_GUARD_0(rcu, rcu_read_lock(), rcu_read_unlock())

#endif
