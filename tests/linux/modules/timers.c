// Timers, delayed work, tasklets and work queues: order, contexts, results of the calls.
#include <linux/completion.h>
#include <linux/delay.h>
#include <linux/hrtimer.h>
#include <linux/interrupt.h>
#include <linux/jiffies.h>
#include <linux/ktime.h>
#include <linux/module.h>
#include <linux/slab.h>
#include <linux/timer.h>
#include <linux/workqueue.h>
MODULE_LICENSE("GPL");

static const char* context(void) {
  return in_irq() ? "irq" : in_serving_softirq() ? "softirq" : in_task() ? "task" : "other";
}

struct named_timer {
  struct timer_list timer;
  const char* name;
  int left;
};
static void fired(struct timer_list* t) {
  struct named_timer* n = from_timer(n, t, timer);

  pr_info("timer %s in %s, pending %d, late %d\n", n->name, context(), timer_pending(t),
          time_before(jiffies, t->expires));
  if (n->left-- > 0) mod_timer(t, jiffies + 2);
}

static struct named_timer a = {.name = "a"}, b = {.name = "b"}, c = {.name = "c", .left = 2};

static void timers(void) {
  timer_setup(&a.timer, fired, 0);
  timer_setup(&b.timer, fired, 0);
  timer_setup(&c.timer, fired, 0);
  a.timer.expires = jiffies + 50;
  add_timer(&a.timer);
  pr_info("mod %d %d\n", mod_timer(&b.timer, jiffies + 25), mod_timer(&c.timer, jiffies + 5000));
  pr_info("pending %d %d\n", timer_pending(&a.timer), timer_pending(&b.timer));
  msleep(400);
  pr_info("reduce %d, del idle %d\n", timer_reduce(&c.timer, jiffies + 3), del_timer(&a.timer));
  msleep(200);
  pr_info("mod_timer_pending %d\n", mod_timer_pending(&a.timer, jiffies + 1));
  mod_timer(&a.timer, jiffies + 1000);
  pr_info("del_timer_sync %d %d\n", del_timer_sync(&a.timer), del_timer_sync(&a.timer));
  mod_timer(&a.timer, jiffies + 1);
  mdelay(40);
  pr_info("after mdelay pending %d\n", timer_pending(&a.timer));
}

static struct hrtimer hr;
static int shots;
static ktime_t started;
static enum hrtimer_restart shot(struct hrtimer* t) {
  pr_info("hrtimer shot %d in %s, active %d queued %d\n", shots, context(), hrtimer_active(t),
          hrtimer_is_queued(t));
  if (++shots == 3) return HRTIMER_NORESTART;
  hrtimer_forward_now(t, ms_to_ktime(20));
  return HRTIMER_RESTART;
}

static void hrtimers(void) {
  s64 took;

  hrtimer_init(&hr, CLOCK_MONOTONIC, HRTIMER_MODE_REL);
  hr.function = shot;
  started = ktime_get();
  hrtimer_start(&hr, ms_to_ktime(10), HRTIMER_MODE_REL);
  pr_info("active %d\n", hrtimer_active(&hr));
  while (shots < 3) msleep(10);
  took = ktime_to_ms(ktime_sub(ktime_get(), started));
  pr_info("shots %d, took enough %d\n", shots, took >= 50);
  pr_info("cancel idle %d\n", hrtimer_cancel(&hr));
  hrtimer_start(&hr, ktime_set(100, 0), HRTIMER_MODE_REL);
  pr_info("remaining %d, cancel %d\n", ktime_to_ms(hrtimer_get_remaining(&hr)) > 99000,
          hrtimer_cancel(&hr));
}

static void lets_go(struct tasklet_struct* t) { pr_info("tasklet in %s\n", context()); }
static void old_style(unsigned long data) { pr_info("old tasklet %lx in %s\n", data, context()); }
static DECLARE_TASKLET(fixed, lets_go);
static DECLARE_TASKLET_DISABLED(disabled, lets_go);

static void tasklets(void) {
  static struct tasklet_struct old, dynamic;

  tasklet_init(&old, old_style, 0xabc);
  tasklet_setup(&dynamic, lets_go);
  local_bh_disable();
  tasklet_schedule(&old);
  tasklet_schedule(&old);
  tasklet_hi_schedule(&dynamic);
  tasklet_schedule(&fixed);
  pr_info("scheduled\n");
  local_bh_enable();
  msleep(20);
  pr_info("enabled\n");
  tasklet_enable(&disabled);
  tasklet_schedule(&disabled);
  msleep(20);
  tasklet_kill(&old);
  tasklet_kill(&dynamic);
  tasklet_kill(&fixed);
  tasklet_kill(&disabled);
}

struct job {
  struct work_struct work;
  int number;
};
static struct workqueue_struct* wq;
static int order[8], ordered;
static void run_job(struct work_struct* w) {
  struct job* j = container_of(w, struct job, work);

  pr_info("job %d in %s, busy %u, mine %d, kworker %d\n", j->number, context(), work_busy(w),
          current_work() == w, !strncmp(current->comm, "kworker/", 8));
  if (j->number == 1) msleep(20);
  order[ordered++] = j->number;
}
static void again(struct work_struct* w) {
  static int runs;

  pr_info("again %d\n", runs);
  if (++runs < 3) pr_info("requeue %d\n", queue_work(wq, w));
}
static DECLARE_WORK(repeating, again);
static void delayed(struct work_struct* w) { pr_info("delayed in %s\n", context()); }
static DECLARE_DELAYED_WORK(later, delayed);

static void works(void) {
  struct job jobs[3];
  int i;

  wq = alloc_ordered_workqueue("mine%d", 0, 5);
  for (i = 0; i < 3; i++) {
    jobs[i].number = i + 1;
    INIT_WORK_ONSTACK(&jobs[i].work, run_job);
    pr_info("queue %d", queue_work(wq, &jobs[i].work));
    pr_cont(" %d, pending %d\n", queue_work(wq, &jobs[i].work), work_pending(&jobs[i].work));
  }
  flush_workqueue(wq);
  pr_info("order %d %d %d\n", order[0], order[1], order[2]);
  for (i = 0; i < 3; i++) destroy_work_on_stack(&jobs[i].work);
  queue_work(wq, &repeating);
  drain_workqueue(wq);
  pr_info("flush idle %d, cancel idle %d\n", flush_work(&repeating), cancel_work_sync(&repeating));
  pr_info("schedule %d %d\n", schedule_delayed_work(&later, 5), schedule_delayed_work(&later, 1));
  pr_info("mod %d, pending %d\n", mod_delayed_work(system_wq, &later, 3),
          delayed_work_pending(&later));
  msleep(50);
  queue_delayed_work(wq, &later, 1000);
  flush_delayed_work(&later);
  queue_delayed_work(wq, &later, 1000);
  pr_info("cancel %d %d\n", cancel_delayed_work_sync(&later), cancel_delayed_work(&later));
  destroy_workqueue(wq);
}

static int __init timers_init(void) {
  timers();
  hrtimers();
  tasklets();
  works();
  return 0;
}
static void __exit timers_exit(void) { pr_info("timers end\n"); }
module_init(timers_init);
module_exit(timers_exit);
