// Tasks by their numbers: finding, holding a number longer than the task, groups and name spaces.
#include <linux/kthread.h>
#include <linux/module.h>
#include <linux/pid.h>
#include <linux/pid_namespace.h>
#include <linux/sched.h>
#include <linux/sched/mm.h>
#include <linux/sched/signal.h>
#include <linux/sched/task.h>

static int sleeper(void* data) {
  while (!kthread_should_stop()) {
    set_current_state(TASK_INTERRUPTIBLE);
    if (!kthread_should_stop()) schedule();
    __set_current_state(TASK_RUNNING);
  }
  return 7;
}

static void current_task_of(void) {
  struct pid* pid = find_get_pid(current->pid);
  struct task_struct* task = pid_task(pid, PIDTYPE_PID);
  char comm[TASK_COMM_LEN];

  pr_info("current: %d %d, nr %d, vnr %d, here %d, task's %d\n", pid != NULL, task == current,
          pid_nr(pid) == current->pid, pid_vnr(pid) == current->pid,
          pid_nr_ns(pid, &init_pid_ns) == current->pid, task_pid(current) == pid);
  pr_info("numbers: %d %d %d, count %d, level %u, space %d %d\n",
          task_pid_nr(current) == current->pid, task_pid_vnr(current) == current->pid,
          task_tgid_nr(current) == current->tgid, refcount_read(&pid->count) > 1, pid->level,
          ns_of_pid(pid) == &init_pid_ns, task_active_pid_ns(current) == &init_pid_ns);
  get_task_comm(comm, current);
  pr_info("name: %d, alive %d, has %d %d\n", strcmp(comm, current->comm), pid_alive(current),
          pid_has_task(pid, PIDTYPE_PID), pid_has_task(pid, PIDTYPE_TGID));
  put_pid(pid);
  task = get_pid_task(task_pid(current), PIDTYPE_TGID);
  pr_info("by group: %d\n", task == current);
  put_task_struct(task);
}

static void none(void) {
  put_pid(NULL);
  pr_info("none: %p %p %p %p, nr %d, vnr %d\n", find_vpid(0), find_get_pid(-1), find_vpid(4000000),
          pid_task(NULL, PIDTYPE_PID), pid_nr(NULL), pid_vnr(NULL));
  pr_info("get: %p, space %p, next after all %p\n", get_pid_task(NULL, PIDTYPE_PID),
          ns_of_pid(NULL), find_ge_pid(4000000, &init_pid_ns));
}

static void threads(void) {
  struct task_struct *thread = kthread_run(sleeper, NULL, "numbered/%d", 5), *found;
  struct pid *pid, *group;
  char comm[TASK_COMM_LEN];
  pid_t nr = thread->pid;
  int ret;

  pid = get_task_pid(thread, PIDTYPE_PID);
  group = get_task_pid(thread, PIDTYPE_PGID);
  pr_info("thread: %d %d %d, group %d, session %d, mm %p\n", nr > 0, pid_nr(pid) == nr,
          find_vpid(nr) == pid, pid_nr(group), task_session_nr_ns(thread, &init_pid_ns),
          get_task_mm(thread));
  found = get_pid_task(pid, PIDTYPE_PID);
  pr_info("found %d '%s', next %d, group's own %d, tgid %d\n", found == thread,
          __get_task_comm(comm, sizeof(comm), found), find_ge_pid(nr, &init_pid_ns) == pid,
          task_pgrp_nr(thread), task_tgid_nr(thread) == nr);
  pr_info("other space: %d\n", pid_nr_ns(pid, NULL));
  ret = kthread_stop(thread);
  pr_info("stopped %d, alive %d, found %p %p, number %d\n", ret, pid_alive(found), find_vpid(nr),
          pid_task(pid, PIDTYPE_PID), pid_nr(pid) == nr);
  put_task_struct(found);
  pr_info("still %d, task %p\n", pid_nr(pid) == nr, get_pid_task(pid, PIDTYPE_PID));
  put_pid(pid);
  put_pid(group);
}

static int __init task_numbers_init(void) {
  struct mm_struct* mm;

  current_task_of();
  none();
  threads();
  mm = get_task_mm(current);
  pr_info("mm: %d\n", mm == current->mm);
  if (mm) mmput(mm);
  return 0;
}

static void __exit task_numbers_exit(void) {}

module_init(task_numbers_init);
module_exit(task_numbers_exit);
MODULE_LICENSE("GPL");
MODULE_DESCRIPTION("Tasks by their numbers");
