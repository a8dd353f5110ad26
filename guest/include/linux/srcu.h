// RCU whose readers may sleep.
#ifndef _LINUX_SRCU_H
#define _LINUX_SRCU_H

#include <linux/completion.h>
#include <linux/mutex.h>
#include <linux/rcupdate.h>
#include <linux/srcutree.h>

struct callback_head;
struct srcu_struct;

int init_srcu_struct(struct srcu_struct* ssp);
void call_srcu(struct srcu_struct* ssp, struct callback_head* head,
               void (*func)(struct callback_head*));
void cleanup_srcu_struct(struct srcu_struct* ssp);
int __srcu_read_lock(struct srcu_struct* ssp);
void __srcu_read_unlock(struct srcu_struct* ssp, int idx);
void synchronize_srcu(struct srcu_struct* ssp);
unsigned long get_state_synchronize_srcu(struct srcu_struct* ssp);
unsigned long start_poll_synchronize_srcu(struct srcu_struct* ssp);
bool poll_state_synchronize_srcu(struct srcu_struct* ssp, unsigned long cookie);
void srcu_init(void);
#define srcu_dereference_check(p, ssp, c) READ_ONCE(p)
#define srcu_dereference(p, ssp) READ_ONCE(p)
#define srcu_dereference_notrace(p, ssp) READ_ONCE(p)
static inline int srcu_read_lock_held(const struct srcu_struct* ssp) { return 1; }
static inline int srcu_read_lock(struct srcu_struct* ssp) { return __srcu_read_lock(ssp); }
static inline void srcu_read_unlock(struct srcu_struct* ssp, int idx) {
  WARN_ON_ONCE(idx & ~1);
  __srcu_read_unlock(ssp, idx);
}
static inline int srcu_read_lock_notrace(struct srcu_struct* ssp) { return __srcu_read_lock(ssp); }
static inline void srcu_read_unlock_notrace(struct srcu_struct* ssp, int idx) {
  __srcu_read_unlock(ssp, idx);
}
static inline void smp_mb__after_srcu_read_unlock(void) { smp_mb(); }

#include <linux/cleanup.h>

DEFINE_LOCK_GUARD_1(srcu, struct srcu_struct, _T->idx = srcu_read_lock(_T->lock),
                    srcu_read_unlock(_T->lock, _T->idx), int idx)

#endif
