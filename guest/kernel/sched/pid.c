/*
 * Process numbers as objects: who looks for a task by its number holds the object, not the task.
 *
 * A thread brings its object with it, in one piece of memory. P1: the object belongs to a task from
 * init_task_links() until the task ends, and holds one reference of its own; whoever else holds one
 * keeps the memory. Every task is its own group; those of the kernel belong to the group and
 * session of number 0. Linux: kernel/pid.c.
 */
#include <linux/export.h>
#include <linux/pid.h>
#include <linux/pid_namespace.h>
#include <linux/sched.h>
#include <linux/sched/mm.h>
#include <linux/sched/task.h>
#include <linux/string.h>
#include <linux/wait.h>

#include "sched/sched.h"

struct pid_namespace init_pid_ns = {.child_reaper = &init_task};
EXPORT_SYMBOL_GPL(init_pid_ns);

/* Whose members' number is 0. */
static struct numbered_pid kernel_group = {
    .pid = {.count = REFCOUNT_INIT(1)},
    .number = {.nr = 0, .ns = &init_pid_ns},
};

void attach_number(struct task_struct* task, struct numbered_pid* own) {
  struct pid* pid = &own->pid;

  memset(own, 0, sizeof(*own));
  refcount_set(&pid->count, 1);
  spin_lock_init(&pid->lock);
  init_waitqueue_head(&pid->wait_pidfd);
  own->number.nr = task->pid;
  own->number.ns = &init_pid_ns;
  task->thread_pid = pid;
  hlist_add_head(&task->pid_links[PIDTYPE_PID], &pid->tasks[PIDTYPE_PID]);
  hlist_add_head(&task->pid_links[PIDTYPE_TGID], &pid->tasks[PIDTYPE_TGID]);
}

void detach_number(struct task_struct* task) {
  if (!task->thread_pid) return;
  hlist_del_init(&task->pid_links[PIDTYPE_PID]);
  hlist_del_init(&task->pid_links[PIDTYPE_TGID]);
  task->thread_pid = NULL;
}

void put_pid(struct pid* pid) {
  if (pid && refcount_dec_and_test(&pid->count))
    free_numbered(container_of(pid, struct numbered_pid, pid));
}
EXPORT_SYMBOL_GPL(put_pid);

struct pid* find_ge_pid(int nr, struct pid_namespace* ns) {
  struct task_struct* task;
  struct pid* best = NULL;

  list_for_each_entry(task, &init_task.tasks, tasks) {
    struct pid* pid = task->thread_pid;
    if (pid && pid_nr(pid) >= nr && (!best || pid_nr(pid) < pid_nr(best))) best = pid;
  }
  return best;
}
EXPORT_SYMBOL_GPL(find_ge_pid);

struct pid* find_pid_ns(int nr, struct pid_namespace* ns) {
  struct pid* pid = find_ge_pid(nr, ns);
  return pid && pid_nr(pid) == nr ? pid : NULL;
}
EXPORT_SYMBOL_GPL(find_pid_ns);

struct pid* find_vpid(int nr) {
  return find_pid_ns(nr, &init_pid_ns);
}
EXPORT_SYMBOL_GPL(find_vpid);

struct pid* find_get_pid(int nr) {
  return get_pid(find_vpid(nr));
}
EXPORT_SYMBOL_GPL(find_get_pid);

struct task_struct* pid_task(struct pid* pid, enum pid_type type) {
  if (!pid || !pid->tasks[type].first) return NULL;
  return hlist_entry(pid->tasks[type].first, struct task_struct, pid_links[type]);
}
EXPORT_SYMBOL(pid_task);

struct task_struct* get_pid_task(struct pid* pid, enum pid_type type) {
  struct task_struct* task = pid_task(pid, type);
  if (task) get_task_struct(task);
  return task;
}
EXPORT_SYMBOL_GPL(get_pid_task);

static struct pid* pid_of(struct task_struct* task, enum pid_type type) {
  if (type >= PIDTYPE_PGID && (task->flags & PF_KTHREAD)) return &kernel_group.pid;
  return task->thread_pid;
}

struct pid* get_task_pid(struct task_struct* task, enum pid_type type) {
  return get_pid(pid_of(task, type));
}
EXPORT_SYMBOL_GPL(get_task_pid);

pid_t pid_nr_ns(struct pid* pid, struct pid_namespace* ns) {
  return pid && pid->numbers[0].ns == ns ? pid->numbers[0].nr : 0;
}
EXPORT_SYMBOL_GPL(pid_nr_ns);

pid_t pid_vnr(struct pid* pid) { return pid_nr_ns(pid, &init_pid_ns); }
EXPORT_SYMBOL_GPL(pid_vnr);

pid_t __task_pid_nr_ns(struct task_struct* task, enum pid_type type, struct pid_namespace* ns) {
  return pid_nr_ns(pid_of(task, type), ns ? ns : &init_pid_ns);
}
EXPORT_SYMBOL(__task_pid_nr_ns);

struct pid_namespace* task_active_pid_ns(struct task_struct* tsk) {
  return ns_of_pid(tsk->thread_pid);
}
EXPORT_SYMBOL_GPL(task_active_pid_ns);

/* There is one for ever. */
void put_pid_ns(struct pid_namespace* ns) {}
EXPORT_SYMBOL_GPL(put_pid_ns);

char* __get_task_comm(char* to, size_t len, struct task_struct* tsk) {
  strscpy_pad(to, tsk->comm, len);
  return to;
}
EXPORT_SYMBOL_GPL(__get_task_comm);

struct mm_struct* get_task_mm(struct task_struct* task) {
  if (!task->mm || (task->flags & PF_KTHREAD)) return NULL;
  mmget(task->mm);
  return task->mm;
}
EXPORT_SYMBOL_GPL(get_task_mm);
