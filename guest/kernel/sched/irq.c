/*
 * The interrupt lines of the board: who handles them, and threads that finish the work.
 *
 * There are 16, and nothing but an `int` instruction raises them (vector 0x30 and the line, as on
 * the old interrupt controller). The lines of a PC's usual devices belong to these: they have
 * owners without handlers. L1: `depth` counts why a line is off, 1 while nobody handles it; what
 * was raised meanwhile comes when it is on again. L2: the actions of a line agree on its being
 * shared. Linux: kernel/irq/manage.c, handle.c, irqdesc.c.
 */
#include "sched/irq.h"

#include <linux/err.h>
#include <linux/export.h>
#include <linux/interrupt.h>
#include <linux/irq.h>
#include <linux/kernel.h>
#include <linux/kthread.h>
#include <linux/sched.h>
#include <linux/sched/task.h>
#include <linux/slab.h>

#include "bug_at.h"
#include "sched/sched.h"

#define LINES 16
#define RUN_THREAD 0 /* bits of irqaction.thread_flags */

struct line {
  struct irqaction* actions;
  unsigned int depth;
  bool pending, running;
};

static struct irqaction owners[] = {
    {.irq = 0, .name = "timer", .flags = IRQF_TIMER | IRQF_NOBALANCING | IRQF_IRQPOLL},
    {.irq = 1, .name = "i8042", .flags = IRQF_SHARED},
    {.irq = 4, .name = "ttyS0"},
    {.irq = 8, .name = "rtc0"},
    {.irq = 9, .name = "acpi", .flags = IRQF_SHARED},
    {.irq = 12, .name = "i8042", .flags = IRQF_SHARED},
};
static struct line lines[LINES];
static bool owners_set;

static struct line* line_of(unsigned int irq) {
  unsigned int i;
  if (irq >= LINES) return NULL;
  if (!owners_set) {
    for (i = 0; i < LINES; i++) lines[i].depth = 1;
    for (i = 0; i < ARRAY_SIZE(owners); i++) {
      lines[owners[i].irq].actions = &owners[i];
      lines[owners[i].irq].depth = 0;
    }
    owners_set = true;
  }
  return &lines[irq];
}

irqreturn_t no_action(int cpl, void* dev_id) { return IRQ_NONE; }
EXPORT_SYMBOL_GPL(no_action);

static irqreturn_t wake_own_thread(int irq, void* dev_id) { return IRQ_WAKE_THREAD; }

static void wake_action(struct irqaction* action) {
  if (!action->thread_fn) {
    pr_warn("IRQ %d device %s returned IRQ_WAKE_THREAD but no thread function available.",
            action->irq, action->name);
    return;
  }
  set_bit(RUN_THREAD, &action->thread_flags);
  wake_up_process(action->thread);
}

static void run_actions(struct line* line) {
  struct irqaction* action;
  line->pending = false;
  for (action = line->actions; action; action = action->next) {
    irqreturn_t result;
    if (!action->handler) continue;
    result = action->handler(action->irq, action->dev_id);
    if (WARN_ONCE_AT(!irqs_disabled(), "kernel/irq/handle.c", 161,
                     "irq %u handler %pS enabled interrupts\n", action->irq, action->handler))
      local_irq_disable();
    if (result == IRQ_WAKE_THREAD) wake_action(action);
  }
}

/* A handler that raises its own line is called again when it is done. */
static void deliver(struct line* line) {
  line->pending = true;
  if (line->running || line->depth) return;
  line->running = true;
  while (line->pending && !line->depth) run_actions(line);
  line->running = false;
}

static void raise_line(unsigned int irq) {
  struct line* line = line_of(irq);
  unsigned long flags;
  if (!line || !line->actions) return;
  local_irq_save(flags);
  __preempt_count_add(HARDIRQ_OFFSET);
  deliver(line);
  __preempt_count_sub(HARDIRQ_OFFSET);
  local_irq_restore(flags);
}

void take_interrupt_of(unsigned int irq) {
  raise_line(irq);
  if (in_interrupt()) return;
  local_irq_enable();
  run_softirqs();
  local_irq_disable();
}

int generic_handle_irq(unsigned int irq) {
  struct line* line = line_of(irq);
  if (!line) return -EINVAL;
  if (WARN_ON_ONCE_AT(!in_hardirq(), "kernel/irq/irqdesc.c", 649)) return -EPERM;
  deliver(line);
  return 0;
}
EXPORT_SYMBOL_GPL(generic_handle_irq);

int generic_handle_irq_safe(unsigned int irq) {
  unsigned long flags;
  int ret;
  local_irq_save(flags);
  ret = generic_handle_irq(irq);
  local_irq_restore(flags);
  return ret;
}
EXPORT_SYMBOL_GPL(generic_handle_irq_safe);

static int irq_thread(void* data) {
  struct irqaction* action = data;
  for (;;) {
    set_current_state(TASK_INTERRUPTIBLE);
    if (test_and_clear_bit(RUN_THREAD, &action->thread_flags)) {
      __set_current_state(TASK_RUNNING);
      action->thread_fn(action->irq, action->dev_id);
      continue;
    }
    if (kthread_should_stop()) break;
    schedule_for("an interrupt (irq thread)");
  }
  __set_current_state(TASK_RUNNING);
  return 0;
}

static int start_thread_of(struct irqaction* action) {
  if (!action->thread_fn) return 0;
  action->thread = kthread_create(irq_thread, action, "irq/%d-%s", action->irq, action->name);
  if (IS_ERR(action->thread)) return PTR_ERR(action->thread);
  get_task_struct(action->thread);
  sched_set_fifo(action->thread);
  wake_up_process(action->thread);
  return 0;
}

static void stop_thread_of(struct irqaction* action) {
  if (!action->thread) return;
  kthread_stop(action->thread);
  put_task_struct(action->thread);
}

/* Who says nothing of edges and levels takes what the others said. */
static bool agree(const struct irqaction* old, struct irqaction* action) {
  const unsigned int same = IRQF_TRIGGER_MASK | IRQF_ONESHOT;
  if (!(action->flags & IRQF_TRIGGER_MASK)) action->flags |= old->flags & IRQF_TRIGGER_MASK;
  return (old->flags & action->flags & IRQF_SHARED) && !((old->flags ^ action->flags) & same);
}

static int add_action(struct line* line, struct irqaction* action) {
  struct irqaction** at = &line->actions;
  if (*at && !agree(*at, action)) {
    if (!(action->flags & IRQF_PROBE_SHARED))
      pr_err("genirq: Flags mismatch irq %d. %08x (%s) vs. %08x (%s)\n", action->irq, action->flags,
             action->name, (*at)->flags, (*at)->name);
    return -EBUSY;
  }
  if (!*at && !(action->flags & IRQF_NO_AUTOEN)) {
    line->depth = 0;
    line->pending = false;
  }
  while (*at) at = &(*at)->next;
  *at = action;
  return 0;
}

static bool wrong_flags(unsigned long flags, void* dev_id) {
  const bool shared = flags & IRQF_SHARED;
  return (shared && !dev_id) || (shared && (flags & IRQF_NO_AUTOEN)) ||
         (!shared && (flags & IRQF_COND_SUSPEND)) ||
         ((flags & IRQF_NO_SUSPEND) && (flags & IRQF_COND_SUSPEND));
}

static int set_up(struct line* line, struct irqaction* action) {
  int ret;
  if (action->handler == wake_own_thread && !(action->flags & IRQF_ONESHOT)) {
    pr_err("genirq: Threaded irq requested with handler=NULL and !ONESHOT for %s (irq %d)\n",
           action->name, action->irq);
    return -EINVAL;
  }
  ret = start_thread_of(action);
  if (ret) return ret;
  ret = add_action(line, action);
  if (ret) stop_thread_of(action);
  return ret;
}

int request_threaded_irq(unsigned int irq, irq_handler_t handler, irq_handler_t thread_fn,
                         unsigned long irqflags, const char* devname, void* dev_id) {
  struct line* line = line_of(irq);
  struct irqaction* action;
  int ret;
  if (irq == IRQ_NOTCONNECTED) return -ENOTCONN;
  if (wrong_flags(irqflags, dev_id) || !line || (!handler && !thread_fn)) return -EINVAL;
  action = kzalloc(sizeof(*action), GFP_KERNEL);
  if (!action) return -ENOMEM;
  action->handler = handler ?: wake_own_thread;
  action->thread_fn = thread_fn;
  action->flags = irqflags;
  action->name = devname;
  action->dev_id = dev_id;
  action->irq = irq;
  ret = set_up(line, action);
  if (ret) kfree(action);
  return ret;
}
EXPORT_SYMBOL(request_threaded_irq);

int request_any_context_irq(unsigned int irq, irq_handler_t handler, unsigned long flags,
                            const char* name, void* dev_id) {
  const int ret = request_irq(irq, handler, flags, name, dev_id);
  return ret ? ret : IRQC_IS_HARDIRQ;
}
EXPORT_SYMBOL_GPL(request_any_context_irq);

static struct irqaction* take_out(struct line* line, void* dev_id) {
  struct irqaction **at = &line->actions, *action;
  while (*at && (*at)->dev_id != dev_id) at = &(*at)->next;
  action = *at;
  if (!action || !action->handler) return NULL;
  *at = action->next;
  if (!line->actions) line->depth = 1;
  return action;
}

const void* free_irq(unsigned int irq, void* dev_id) {
  struct line* line = line_of(irq);
  struct irqaction* action;
  const char* name;
  if (!line) return NULL;
  WARN_AT(in_interrupt(), "kernel/irq/manage.c", 1872, "Trying to free IRQ %d from IRQ context!\n",
          irq);
  action = take_out(line, dev_id);
  if (!action) {
    WARN_AT(1, "kernel/irq/manage.c", 1887, "Trying to free already-free IRQ %d\n", irq);
    return NULL;
  }
  stop_thread_of(action);
  name = action->name;
  kfree(action);
  return name;
}
EXPORT_SYMBOL(free_irq);

bool irq_has_action(unsigned int irq) {
  struct line* line = line_of(irq);
  return line && line->actions;
}
EXPORT_SYMBOL_GPL(irq_has_action);

void disable_irq_nosync(unsigned int irq) {
  struct line* line = line_of(irq);
  if (line) line->depth++;
}
EXPORT_SYMBOL(disable_irq_nosync);

/* Nobody else can be in a handler: there is one CPU. */
void synchronize_irq(unsigned int irq) { might_sleep(); }
EXPORT_SYMBOL(synchronize_irq);
bool synchronize_hardirq(unsigned int irq) { return true; }
EXPORT_SYMBOL(synchronize_hardirq);

void disable_irq(unsigned int irq) {
  might_sleep();
  disable_irq_nosync(irq);
}
EXPORT_SYMBOL(disable_irq);

bool disable_hardirq(unsigned int irq) {
  disable_irq_nosync(irq);
  return synchronize_hardirq(irq);
}
EXPORT_SYMBOL_GPL(disable_hardirq);

void enable_irq(unsigned int irq) {
  struct line* line = line_of(irq);
  if (!line) return;
  if (!line->depth) {
    WARN_AT(1, "kernel/irq/manage.c", 781, "Unbalanced enable for IRQ %d\n", irq);
    return;
  }
  if (--line->depth || !line->pending) return;
  raise_line(irq);
  run_softirqs();
}
EXPORT_SYMBOL(enable_irq);

void irq_wake_thread(unsigned int irq, void* dev_id) {
  struct line* line = line_of(irq);
  struct irqaction* action;
  for (action = line ? line->actions : NULL; action; action = action->next)
    if (action->dev_id == dev_id && action->thread) wake_action(action);
}
EXPORT_SYMBOL_GPL(irq_wake_thread);

/* The lines have no controller that could be told so. */
int irq_inject_interrupt(unsigned int irq) { return -EINVAL; }
EXPORT_SYMBOL_GPL(irq_inject_interrupt);
