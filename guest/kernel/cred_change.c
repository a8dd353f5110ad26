/*
 * Other credentials for the running task: prepared in a copy, then committed or taken over for a
 * while. What a task committed goes with it: insmod and rmmod are processes of their own.
 * Linux 6.1: kernel/cred.c.
 */
#include <linux/cred.h>
#include <linux/export.h>
#include <linux/sched.h>
#include <linux/slab.h>

#include "bug_at.h"
#include "kernel.h"

void __put_cred(struct cred* cred) {
  BUG_ON_AT(atomic_long_read(&cred->usage) != 0, "kernel/cred.c", 147);
  BUG_ON_AT(cred == current->cred, "kernel/cred.c", 153);
  BUG_ON_AT(cred == current->real_cred, "kernel/cred.c", 154);
  kfree(cred);
}
EXPORT_SYMBOL(__put_cred);

static struct cred* copy_of(const struct cred* old) {
  struct cred* new = kmalloc(sizeof(*new), GFP_KERNEL);
  if (!new) return NULL;
  *new = *old;
  new->non_rcu = 0;
  atomic_long_set(&new->usage, 1);
  if (new->group_info) get_group_info(new->group_info);
  return new;
}

struct cred* prepare_creds(void) {
  return copy_of(current->cred);
}
EXPORT_SYMBOL(prepare_creds);

struct cred* prepare_kernel_cred(struct task_struct* daemon) {
  return copy_of(daemon ? daemon->real_cred : &init_cred);
}
EXPORT_SYMBOL(prepare_kernel_cred);

int commit_creds(struct cred* new) {
  const struct cred* old = current->real_cred;
  BUG_ON_AT(current->cred != old, "kernel/cred.c", 456);
  BUG_ON_AT(atomic_long_read(&new->usage) < 1, "kernel/cred.c", 462);
  get_cred(new); /* one for each of the task's two */
  rcu_assign_pointer(current->real_cred, new);
  rcu_assign_pointer(current->cred, new);
  put_cred(old);
  put_cred(old);
  return 0;
}
EXPORT_SYMBOL(commit_creds);

void abort_creds(struct cred* new) {
  BUG_ON_AT(atomic_long_read(&new->usage) < 1, "kernel/cred.c", 540);
  put_cred(new);
}
EXPORT_SYMBOL(abort_creds);

const struct cred* override_creds(const struct cred* new) {
  const struct cred* old = current->cred;
  get_cred(new);
  rcu_assign_pointer(current->cred, new);
  return old;
}
EXPORT_SYMBOL(override_creds);

void revert_creds(const struct cred* old) {
  const struct cred* override = current->cred;
  rcu_assign_pointer(current->cred, old);
  put_cred(override);
}
EXPORT_SYMBOL(revert_creds);

const struct cred* get_task_cred(struct task_struct* task) { return get_cred(task->real_cred); }
EXPORT_SYMBOL(get_task_cred);

void mm32_exit_creds(void) {
  const struct cred *real = current->real_cred, *effective = current->cred;
  if (real == &init_cred && effective == &init_cred) return;
  current->real_cred = get_cred(&init_cred);
  current->cred = get_cred(&init_cred);
  put_cred(real);
  put_cred(effective);
}
