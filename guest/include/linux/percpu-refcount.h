// Reference counts on each CPU.
#ifndef _LINUX_PERCPU_REFCOUNT_H
#define _LINUX_PERCPU_REFCOUNT_H

#include <linux/atomic.h>
#include <linux/gfp.h>
#include <linux/percpu.h>
#include <linux/rcupdate.h>
#include <linux/types.h>

struct percpu_ref;
struct percpu_ref_data;

struct percpu_ref {
  unsigned long percpu_count_ptr;
  struct percpu_ref_data* data;
};
_Static_assert(sizeof(struct percpu_ref) == 8, "struct percpu_ref of 6.1 i386");
typedef void percpu_ref_func_t(struct percpu_ref*);

int percpu_ref_init(struct percpu_ref*, percpu_ref_func_t(*), unsigned int, gfp_t);
void percpu_ref_exit(struct percpu_ref*);
void percpu_ref_switch_to_atomic(struct percpu_ref*, percpu_ref_func_t(*));
void percpu_ref_switch_to_atomic_sync(struct percpu_ref*);
void percpu_ref_switch_to_percpu(struct percpu_ref*);
void percpu_ref_kill_and_confirm(struct percpu_ref*, percpu_ref_func_t(*));
void percpu_ref_resurrect(struct percpu_ref*);
void percpu_ref_reinit(struct percpu_ref*);
bool percpu_ref_is_zero(struct percpu_ref*);

#endif
