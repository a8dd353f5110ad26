// Tasks and waiting as before 3.15: threads made with kernel_thread, sleeping without a condition,
// the big kernel lock; part of <linux/wait.h>. One task runs at a time here and is preempted only
// where it may be, so that the big lock has nothing to do.
#include <linux/wait.h>
#ifndef _LINUX_OLD_SCHED_MM32_H
#define _LINUX_OLD_SCHED_MM32_H

#include <linux/err.h>
#include <linux/sched.h>
#include <linux/sched/signal.h>
#include <linux/version.h>

#if LINUX_VERSION_CODE < KERNEL_VERSION(5, 17, 0)
struct completion;
void __noreturn kthread_complete_and_exit(struct completion*, long);
#define complete_and_exit(comp, code) kthread_complete_and_exit(comp, code)
#endif
#if LINUX_VERSION_CODE < KERNEL_VERSION(3, 15, 0)
#define __MM32_SLEEP_ON(q, state, timeout)    \
  ({                                          \
    DEFINE_WAIT(__sleep_mm32);                \
    long __left_mm32;                         \
    prepare_to_wait(q, &__sleep_mm32, state); \
    __left_mm32 = schedule_timeout(timeout);  \
    finish_wait(q, &__sleep_mm32);            \
    __left_mm32;                              \
  })
#define sleep_on(q) ((void)__MM32_SLEEP_ON(q, TASK_UNINTERRUPTIBLE, MAX_SCHEDULE_TIMEOUT))
#define interruptible_sleep_on(q) \
  ((void)__MM32_SLEEP_ON(q, TASK_INTERRUPTIBLE, MAX_SCHEDULE_TIMEOUT))
#define sleep_on_timeout(q, timeout) __MM32_SLEEP_ON(q, TASK_UNINTERRUPTIBLE, timeout)
#define interruptible_sleep_on_timeout(q, timeout) __MM32_SLEEP_ON(q, TASK_INTERRUPTIBLE, timeout)
#endif

#if LINUX_VERSION_CODE < KERNEL_VERSION(3, 10, 0)
struct task_struct* kthread_create_on_node(int (*)(void*), void*, int, const char*, ...)
    __printf(4, 5);
// Answers the number of the new task. What it shares with its parent (flags) is the same here.
static inline int __mm32_kernel_thread(int (*fn)(void*), void* arg) {
  struct task_struct* task = kthread_create_on_node(fn, arg, -1, "%s", current->comm);
  int pid;
  if (IS_ERR(task)) return PTR_ERR(task);
  pid = task->pid;
  wake_up_process(task);
  return pid;
}
#define kernel_thread(fn, arg, flags) ((void)(flags), __mm32_kernel_thread(fn, arg))
#define daemonize(...) ((void)snprintf(current->comm, sizeof(current->comm), __VA_ARGS__))
#endif
#if LINUX_VERSION_CODE < KERNEL_VERSION(2, 6, 28)
#define cli() local_irq_disable()
#define sti() local_irq_enable()
#endif
#if LINUX_VERSION_CODE < KERNEL_VERSION(2, 6, 31)
#define find_task_by_pid(nr) pid_task(find_vpid(nr), PIDTYPE_PID)
#define kill_proc(pid, sig, priv) kill_pid(find_vpid(pid), sig, priv)
#endif
#if LINUX_VERSION_CODE < KERNEL_VERSION(2, 6, 39)
#define lock_kernel() \
  do {                \
  } while (0)
#define unlock_kernel() \
  do {                  \
  } while (0)
#define kernel_locked() 1
#endif
#if LINUX_VERSION_CODE < KERNEL_VERSION(5, 3, 0)
// A signal that cannot be refused could be sent to another task, too.
#define __MM32_FORCE_SIG1(sig) (force_sig)(sig)
#define __MM32_FORCE_SIG2(sig, task) ((void)send_sig(sig, task, 1))
#define __MM32_FORCE_SIG(a, b, name, ...) name
#define force_sig(...) \
  __MM32_FORCE_SIG(__VA_ARGS__, __MM32_FORCE_SIG2, __MM32_FORCE_SIG1, 0)(__VA_ARGS__)
#endif

#endif
