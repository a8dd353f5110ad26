/*
 * Kernel threads: a task_struct and a struct kthread in one allocation, and a stack.
 *
 * K1: the thread itself holds one reference until it is dead and off its stack; kthread_stop()
 * holds another meanwhile. A thread runs first when it is woken, and not at all when it was stopped
 * before. The memory goes with the thread's number (pid.c), which others may hold longer than the
 * thread. Linux: kernel/kthread.c, kernel/exit.c (do_exit), kernel/fork.c.
 */
#include <linux/completion.h>
#include <linux/cpumask.h>
#include <linux/cred.h>
#include <linux/err.h>
#include <linux/export.h>
#include <linux/gfp.h>
#include <linux/kernel.h>
#include <linux/kthread.h>
#include <linux/sched/task.h>
#include <linux/slab.h>
#include <linux/string.h>

#include "bug_at.h"
#include "host.h"
#include "sched/sched.h"

enum { IS_PER_CPU, SHOULD_STOP, SHOULD_PARK };

struct kthread {
  unsigned long flags;
  int result;
  int (*threadfn)(void*);
  void* data;
  struct completion parked;
  struct completion exited;
  bool started;
};
struct thread {
  struct task_struct task;
  struct kthread kthread;
  struct numbered_pid number;
};

/* A dead thread, until another task runs. */
static struct task_struct* dead;
/* What insmod has is the host's (emu/machine/machine.cpp). */
static pid_t last_pid;

static struct kthread* to_kthread(struct task_struct* k) {
  WARN_ON_AT(!(k->flags & PF_KTHREAD), "kernel/kthread.c", 75);
  return k->kthread_mm32;
}

void __put_task_struct(struct task_struct* task) {
  if (task == main_task || task == &init_task) return;
  list_del_init(&task->tasks);
  if (pool_worker_died(task)) return;
  put_cred(task->cred);
  put_cred(task->real_cred);
  if (task->stack) free_pages((unsigned long)task->stack, get_order(KERNEL_STACK_BYTES));
  put_pid(&container_of(task, struct thread, task)->number.pid);
}
EXPORT_SYMBOL_GPL(__put_task_struct);

void free_numbered(struct numbered_pid* own) { kfree(container_of(own, struct thread, number)); }

void bury_dead_thread(void) {
  struct task_struct* task = dead;

  if (!task || task == current) return;
  dead = NULL;
  put_task_struct(task);
}

static noinline __noreturn void end_thread(struct task_struct* task) {
  task->flags |= PF_EXITING;
  detach_number(task);
  complete_all(&to_kthread(task)->exited);
  WRITE_ONCE(task->__state, TASK_DEAD);
  dead = task;
  for (;;) schedule();
}

void __noreturn kthread_exit(long result);
void __noreturn kthread_exit(long result) {
  to_kthread(current)->result = result;
  end_thread(current);
}

void __noreturn do_exit(long code);
void __noreturn do_exit(long code) {
  if (current == main_task) mm32_task_exit(code);
  kthread_exit(code);
}
EXPORT_SYMBOL(do_exit);

void __noreturn kthread_complete_and_exit(struct completion* comp, long code) {
  if (comp) complete(comp);
  kthread_exit(code);
}
EXPORT_SYMBOL(kthread_complete_and_exit);

/* The host goes on here after an oops in a handler, or where softirqs are disabled. */
void __noreturn mm32_fatal_interrupt(void);
void __noreturn mm32_fatal_interrupt(void) { panic("Fatal exception in interrupt"); }

/* The host goes on here when an oops has ended a thread. */
void __noreturn mm32_thread_died(void);
void __noreturn mm32_thread_died(void) {
  if (current == &init_task) panic("Attempted to kill the idle task!");
  kthread_exit(-EFAULT);
}

void __noreturn kthread(void);
void __noreturn kthread(void) {
  struct kthread* self = to_kthread(current);

  bury_dead_thread();
  if (test_bit(SHOULD_STOP, &self->flags) && !self->started) kthread_exit(-EINTR);
  kthread_exit(self->threadfn(self->data));
}

static void init_thread(struct thread* thread, int (*threadfn)(void*), void* data) {
  struct task_struct* task = &thread->task;

  if (!last_pid) last_pid = main_task->pid;
  task->pid = task->tgid = ++last_pid;
  refcount_set(&task->usage, 1);
  task->flags = PF_KTHREAD;
  task->prio = task->static_prio = task->normal_prio = 120;
  task->nr_cpus_allowed = 1;
  task->real_parent = task->parent = &init_task;
  task->group_leader = task;
  task->cred = get_cred(&init_cred);
  task->real_cred = get_cred(&init_cred);
  task->nsproxy = main_task->nsproxy;
  task->kthread_mm32 = &thread->kthread;
  thread->kthread.threadfn = threadfn;
  thread->kthread.data = data;
  init_completion(&thread->kthread.parked);
  init_completion(&thread->kthread.exited);
  WRITE_ONCE(task->__state, TASK_UNINTERRUPTIBLE);
}

static struct task_struct* create(int (*threadfn)(void*), void* data, const char* fmt,
                                  va_list args) {
  struct thread* thread = kzalloc(sizeof(*thread), GFP_KERNEL);
  struct task_struct* task = &thread->task;

  if (!thread) return ERR_PTR(-ENOMEM);
  task->stack = (void*)__get_free_pages(GFP_KERNEL | __GFP_ZERO, get_order(KERNEL_STACK_BYTES));
  if (!task->stack) {
    kfree(thread);
    return ERR_PTR(-ENOMEM);
  }
  init_thread(thread, threadfn, data);
  vsnprintf(task->comm, sizeof(task->comm), fmt, args);
  prepare_stack(task);
  init_task_links(task);
  attach_number(task, &thread->number);
  return task;
}

struct task_struct* pool_thread(int (*threadfn)(void*), void* data, unsigned int number) {
  static struct thread threads[POOL_THREADS];
  static u8 stacks[POOL_THREADS][KERNEL_STACK_BYTES] __aligned(KERNEL_STACK_BYTES);
  struct task_struct* task = &threads[number].task;

  task->stack = stacks[number];
  init_thread(&threads[number], threadfn, data);
  snprintf(task->comm, sizeof(task->comm), "kworker/0:%u", number);
  prepare_stack(task);
  init_task_links(task);
  attach_number(task, &threads[number].number);
  return task;
}

struct task_struct* kthread_create_on_node(int (*threadfn)(void* data), void* data, int node,
                                           const char namefmt[], ...) {
  struct task_struct* task;
  va_list args;

  va_start(args, namefmt);
  task = create(threadfn, data, namefmt, args);
  va_end(args);
  return task;
}
EXPORT_SYMBOL(kthread_create_on_node);

struct task_struct* kthread_create_on_cpu(int (*threadfn)(void* data), void* data, unsigned int cpu,
                                          const char* namefmt) {
  return kthread_create_on_node(threadfn, data, -1, namefmt, cpu);
}
EXPORT_SYMBOL(kthread_create_on_cpu);

static noinline void __kthread_bind(struct task_struct* p) {
  WARN_ON_AT(READ_ONCE(p->__state) != TASK_UNINTERRUPTIBLE, "kernel/kthread.c", 524);
}
void kthread_bind(struct task_struct* p, unsigned int cpu) { __kthread_bind(p); }
EXPORT_SYMBOL(kthread_bind);

bool kthread_should_stop(void) {
  __cond_resched();
  return test_bit(SHOULD_STOP, &to_kthread(current)->flags);
}
EXPORT_SYMBOL(kthread_should_stop);

bool kthread_should_park(void) { return test_bit(SHOULD_PARK, &to_kthread(current)->flags); }
EXPORT_SYMBOL_GPL(kthread_should_park);

bool __kthread_should_park(struct task_struct* k) {
  return test_bit(SHOULD_PARK, &to_kthread(k)->flags);
}
EXPORT_SYMBOL_GPL(__kthread_should_park);

bool kthread_freezable_should_stop(bool* was_frozen) {
  if (was_frozen) *was_frozen = false;
  return kthread_should_stop();
}
EXPORT_SYMBOL_GPL(kthread_freezable_should_stop);

void* kthread_func(struct task_struct* task) { return to_kthread(task)->threadfn; }
EXPORT_SYMBOL_GPL(kthread_func);

void* kthread_data(struct task_struct* task) { return to_kthread(task)->data; }
EXPORT_SYMBOL_GPL(kthread_data);

int kthread_stop(struct task_struct* k) {
  struct kthread* self;
  int ret;

  get_task_struct(k);
  self = to_kthread(k);
  set_bit(SHOULD_STOP, &self->flags);
  kthread_unpark(k);
  wake_task(k, TASK_NORMAL);
  wait_for_completion(&self->exited);
  ret = self->result;
  put_task_struct(k);
  return ret;
}
EXPORT_SYMBOL(kthread_stop);

void kthread_parkme(void) {
  struct kthread* self = to_kthread(current);

  for (;;) {
    set_current_state(TASK_PARKED);
    if (!test_bit(SHOULD_PARK, &self->flags)) break;
    complete(&self->parked);
    schedule_for("to be unparked");
  }
  __set_current_state(TASK_RUNNING);
}
EXPORT_SYMBOL_GPL(kthread_parkme);

int kthread_park(struct task_struct* k) {
  struct kthread* self = to_kthread(k);

  if (WARN_ON_AT(k->flags & PF_EXITING, "kernel/kthread.c", 658)) return -ENOSYS;
  if (WARN_ON_ONCE_AT(test_bit(SHOULD_PARK, &self->flags), "kernel/kthread.c", 661)) return -EBUSY;
  set_bit(SHOULD_PARK, &self->flags);
  if (k == current) return 0;
  wake_task(k, TASK_NORMAL);
  wait_for_completion(&self->parked);
  return 0;
}
EXPORT_SYMBOL_GPL(kthread_park);

void kthread_unpark(struct task_struct* k) {
  struct kthread* self = to_kthread(k);

  if (!test_and_clear_bit(SHOULD_PARK, &self->flags)) return;
  reinit_completion(&self->parked);
  wake_task(k, TASK_PARKED);
}
EXPORT_SYMBOL_GPL(kthread_unpark);

void set_user_nice(struct task_struct* p, long nice) {
  if (nice >= -20 && nice <= 19) p->prio = p->static_prio = p->normal_prio = 120 + nice;
}
EXPORT_SYMBOL(set_user_nice);

void sched_set_fifo(struct task_struct* p);
void sched_set_fifo(struct task_struct* p) { p->prio = 49; }
EXPORT_SYMBOL_GPL(sched_set_fifo);
void sched_set_fifo_low(struct task_struct* p);
void sched_set_fifo_low(struct task_struct* p) { p->prio = 98; }
EXPORT_SYMBOL_GPL(sched_set_fifo_low);
void sched_set_normal(struct task_struct* p, int nice);
void sched_set_normal(struct task_struct* p, int nice) { set_user_nice(p, nice); }
EXPORT_SYMBOL_GPL(sched_set_normal);
int set_cpus_allowed_ptr(struct task_struct* p, const struct cpumask* mask);
int set_cpus_allowed_ptr(struct task_struct* p, const struct cpumask* mask) {
  return mask->bits[0] & 1 ? 0 : -EINVAL;
}
EXPORT_SYMBOL_GPL(set_cpus_allowed_ptr);
