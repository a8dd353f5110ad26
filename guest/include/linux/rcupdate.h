// Read-copy-update. On one CPU that switches tasks only where code blocks, a reader's section ends
// before anything else runs: a grace period passes at the next such point.
#ifndef _LINUX_RCUPDATE_H
#define _LINUX_RCUPDATE_H

#include <linux/bottom_half.h>
#include <linux/compiler.h>
#include <linux/preempt.h>
#include <linux/types.h>

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
#define cond_synchronize_rcu(state) synchronize_rcu()
#define get_state_synchronize_rcu() 0UL

#endif
