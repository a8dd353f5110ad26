/*
 * The scheduler: whose turn it is. Linux: kernel/sched/core.c.
 *
 * A change of tasks costs a microsecond of virtual time, so that tasks which only hand over to each
 * other do not stop the clock. While nobody may run, the CPU belongs to the idle task, as its timer
 * functions see in `current`; it borrows the stack of the task that ran last.
 */
#include "sched/sched.h"

#include <linux/export.h>
#include <linux/jiffies.h>
#include <linux/sched.h>

#include "host.h"
#include "kernel.h"

#define SWITCH_NS 1000
#define TURN_NS NS_PER_TICK
#define BACKGROUND_NS (20 * NSEC_PER_MSEC)

_Static_assert(offsetof(struct task_struct, sp_mm32) == 356, "emu/debug/tasks.cpp");

void switch_stacks(unsigned long* save, unsigned long next);
void ret_from_fork(void);

struct task_struct* main_task;
struct task_struct init_task = {.flags = PF_KTHREAD | PF_IDLE, .prio = 120, .comm = "swapper/0"};
EXPORT_SYMBOL(init_task);
static LIST_HEAD(run_queue);
static u64 turn_began;
static bool main_is_lost;

void init_task_links(struct task_struct* task) {
  INIT_LIST_HEAD(&task->run_list_mm32);
  INIT_LIST_HEAD(&task->children);
  list_add_tail(&task->tasks, &init_task.tasks);
}

void sched_init(void) {
  static struct numbered_pid main_number;

  main_task = current;
  INIT_LIST_HEAD(&init_task.tasks);
  init_task.real_parent = init_task.parent = init_task.group_leader = &init_task;
  refcount_set(&init_task.usage, 2);
  init_task_links(main_task);
  attach_number(main_task, &main_number);
}

u64 turn_ns(void) { return now_ns() - turn_began; }

bool wake_task(struct task_struct* task, unsigned int state) {
  if (!(READ_ONCE(task->__state) & state)) return false;
  WRITE_ONCE(task->__state, TASK_RUNNING);
  if (task != current && list_empty(&task->run_list_mm32))
    list_add_tail(&task->run_list_mm32, &run_queue);
  return true;
}

int wake_up_process(struct task_struct* tsk) { return wake_task(tsk, TASK_NORMAL); }
EXPORT_SYMBOL(wake_up_process);

int wake_up_state(struct task_struct* tsk, unsigned int state) { return wake_task(tsk, state); }

/* The stack of a task that has not run yet, from its top: where to go, then what switch_stacks()
 * takes off. */
void prepare_stack(struct task_struct* task) {
  unsigned long* top = task->stack + KERNEL_STACK_BYTES - 16;

  *--top = 0;
  *--top = (unsigned long)ret_from_fork;
  top -= 4;
  *--top = 2 | X86_EFLAGS_IF;
  task->sp_mm32 = (unsigned long)top;
}

static void switch_to(struct task_struct* next) {
  struct task_struct* prev = current;

  turn_began = now_ns();
  if (next == prev) return;
  kmap_switch(prev, next);
  prev->nvcsw++;
  prev->on_cpu = 0;
  next->on_cpu = 1;
  current_task = next;
  switch_stacks(&prev->sp_mm32, next->sp_mm32);
  bury_dead_thread();
}

/* Until a task may run. */
static void idle(void) {
  struct task_struct* prev = current;

  __preempt_count++; /* the idle task is never preempted */
  kmap_switch(prev, &init_task);
  init_task.stack = prev->stack;
  current_task = &init_task;
  while (list_empty(&run_queue) && prev->__state != TASK_RUNNING) {
    const u64 event = next_event_ns(), now = now_ns();

    if (event == NO_EVENT) {
      main_is_lost = true;
      wake_task(main_task, ~0U);
    } else if (event > now) {
      mm32_sleep_ns(event - now);
    }
    poll_clock();
  }
  current_task = prev;
  kmap_switch(&init_task, prev);
  __preempt_count--;
}

static void scheduling_while_atomic(void) {
  const unsigned int count = preempt_count();

  pr_err("BUG: scheduling while atomic: %s/%d/0x%08x\n", current->comm, current->pid,
         (count + 1) & INT_MAX);
  mm32_print_modules();
  dump_stack();
  add_taint(TAINT_WARN, LOCKDEP_STILL_OK);
  __preempt_count = 0;
}

static void next_turn(void) {
  struct task_struct* next;

  mm32_sleep_ns(SWITCH_NS);
  poll_clock();
  run_softirqs();
  if (list_empty(&run_queue) && current->__state != TASK_RUNNING) idle();
  next = list_first_entry_or_null(&run_queue, struct task_struct, run_list_mm32);
  if (!next) return;
  list_del_init(&next->run_list_mm32);
  if (current->__state == TASK_RUNNING && next != current)
    list_add_tail(&current->run_list_mm32, &run_queue);
  switch_to(next);
}

void schedule_for(const char* what) {
  if (unlikely(in_atomic())) scheduling_while_atomic();
  current->waits_for_mm32 = what;
  next_turn();
  if (current != main_task || !main_is_lost) return;
  main_is_lost = false;
  mm32_block(what);
}

void schedule(void) { schedule_for("to be woken up (schedule)"); }
EXPORT_SYMBOL(schedule);

void yield(void) {
  set_current_state(TASK_RUNNING);
  schedule();
}
EXPORT_SYMBOL(yield);

int __cond_resched(void) {
  poll_clock();
  if (in_atomic() || irqs_disabled() || list_empty(&run_queue) || turn_ns() < TURN_NS) return 0;
  schedule();
  return 1;
}
EXPORT_SYMBOL(__cond_resched);

void io_schedule(void);
void io_schedule(void) { schedule(); }
EXPORT_SYMBOL(io_schedule);

void wait_for_others(const char* what) {
  if (list_empty(&run_queue) && next_event_ns() == NO_EVENT && !softirqs_waiting()) {
    mm32_block(what);
    return;
  }
  schedule_timeout_uninterruptible(1);
}

/* The main task may have been left waiting by an oops. */
void begin_call(void) {
  list_del_init(&current->run_list_mm32);
  __set_current_state(TASK_RUNNING);
}

static bool something_is_due(u64 end) {
  return !list_empty(&run_queue) || softirqs_waiting() || next_event_ns() <= end;
}

/* Others run, and time passes, until nothing more is to be done soon. */
void let_others_run(void) {
  const u64 end = now_ns() + BACKGROUND_NS;

  while (now_ns() < end && something_is_due(end)) {
    const u64 event = next_event_ns(), now = now_ns();

    if (list_empty(&run_queue) && !softirqs_waiting() && event > now) mm32_sleep_ns(event - now);
    yield();
  }
}
