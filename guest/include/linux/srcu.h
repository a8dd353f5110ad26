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
typedef struct {
  struct srcu_struct* lock;
  int idx;
} class_srcu_t;

// Inline in Linux.
int srcu_read_lock_held(const struct srcu_struct* ssp);
int srcu_read_lock(struct srcu_struct* ssp);
int srcu_read_lock_notrace(struct srcu_struct* ssp);
void srcu_read_unlock(struct srcu_struct* ssp, int idx);
void srcu_read_unlock_notrace(struct srcu_struct* ssp, int idx);
void smp_mb__after_srcu_read_unlock(void);

#endif
