// Kernel threads: their results, hand-overs through every kind of wait, parking, locks.
#include <linux/completion.h>
#include <linux/delay.h>
#include <linux/kthread.h>
#include <linux/module.h>
#include <linux/mutex.h>
#include <linux/rwsem.h>
#include <linux/sched.h>
#include <linux/semaphore.h>
#include <linux/slab.h>
#include <linux/wait.h>
MODULE_LICENSE("GPL");

static DECLARE_WAIT_QUEUE_HEAD(queue);
static DECLARE_COMPLETION(done);
static DEFINE_MUTEX(lock);
static struct semaphore tokens;
static DECLARE_RWSEM(rw);
static int turn, sum;

static int returns_seven(void* data) {
  pr_info("thread %s: data %d, flags %d\n", current->comm, *(int*)data,
          !!(current->flags & PF_KTHREAD));
  while (!kthread_should_stop()) schedule_timeout_interruptible(1);
  return 7;
}

static void results(void) {
  int value = 42;
  struct task_struct* t = kthread_run(returns_seven, &value, "seven/%d", 3);

  msleep(20);
  pr_info("stop: %d\n", kthread_stop(t));
  t = kthread_create(returns_seven, &value, "never_run");
  pr_info("never run: %d\n", kthread_stop(t));
}

static int ponger(void* data) {
  int i;

  for (i = 0; i < 3; i++) {
    wait_event(queue, turn == 1);
    pr_info("pong %d\n", i);
    turn = 0;
    wake_up(&queue);
  }
  complete(&done);
  return 0;
}

static void ping_pong(void) {
  int i;

  turn = 0;
  kthread_run(ponger, NULL, "ponger");
  for (i = 0; i < 3; i++) {
    wait_event(queue, turn == 0);
    pr_info("ping %d\n", i);
    turn = 1;
    wake_up(&queue);
  }
  wait_for_completion(&done);
  pr_info("ping pong done\n");
}

static int adder(void* data) {
  int i;

  for (i = 0; i < 100; i++) {
    int old;

    mutex_lock(&lock);
    old = sum;
    if (i % 10 == 0) usleep_range(50, 100);
    sum = old + (long)data;
    mutex_unlock(&lock);
  }
  up(&tokens);
  return 0;
}

static void mutexes(void) {
  long i;

  sema_init(&tokens, 0);
  for (i = 1; i <= 4; i++) kthread_run(adder, (void*)i, "adder%ld", i);
  for (i = 1; i <= 4; i++) down(&tokens);
  pr_info("sum %d\n", sum);
  pr_info("down_timeout %d, trylock %d\n", down_timeout(&tokens, 2), down_trylock(&tokens));
}

static int reader(void* data) {
  down_read(&rw);
  pr_info("reader %ld in\n", (long)data);
  msleep(40);
  up_read(&rw);
  up(&tokens);
  return 0;
}

static void rwsems(void) {
  down_write(&rw);
  kthread_run(reader, (void*)1, "reader1");
  msleep(20);
  kthread_run(reader, (void*)2, "reader2");
  msleep(20);
  pr_info("readers wait\n");
  up_write(&rw);
  msleep(20);
  pr_info("write trylock %d, read trylock %d\n", down_write_trylock(&rw), down_read_trylock(&rw));
  up_read(&rw);
  down_write(&rw);
  pr_info("writer in\n");
  downgrade_write(&rw);
  pr_info("downgraded, read trylock %d\n", down_read_trylock(&rw));
  up_read(&rw);
  up_read(&rw);
  down(&tokens);
  down(&tokens);
}

static int parker(void* data) {
  while (!kthread_should_stop()) {
    if (kthread_should_park()) {
      pr_info("parking\n");
      kthread_parkme();
      pr_info("unparked\n");
    }
    schedule_timeout_interruptible(2);
  }
  return -5;
}

static void parking(void) {
  struct task_struct* t = kthread_run(parker, NULL, "parker");

  msleep(20);
  pr_info("park %d\n", kthread_park(t));
  msleep(20);
  kthread_unpark(t);
  msleep(20);
  pr_info("stop %d\n", kthread_stop(t));
}

static int late(void* data) {
  msleep(100);
  complete_all(data);
  return 0;
}

static void timeouts(void) {
  struct completion c;
  long left;

  init_completion(&c);
  pr_info("try %d, done %d\n", try_wait_for_completion(&c), completion_done(&c));
  pr_info("timeout %lu\n", wait_for_completion_timeout(&c, 2));
  kthread_run(late, &c, "late");
  left = wait_for_completion_timeout(&c, 10 * HZ);
  pr_info("in time %d\n", left > 9 * HZ && left < 10 * HZ);
  pr_info("again %lu, done %d\n", wait_for_completion_timeout(&c, 5), completion_done(&c));
  left = wait_event_timeout(queue, false, 3);
  pr_info("wait_event_timeout %ld %ld\n", left, wait_event_timeout(queue, true, 3));
  pr_info("interruptible %d\n", wait_event_interruptible(queue, true));
}

static int __init threads_init(void) {
  results();
  ping_pong();
  mutexes();
  rwsems();
  parking();
  timeouts();
  return 0;
}
static void __exit threads_exit(void) { pr_info("threads end\n"); }
module_init(threads_init);
module_exit(threads_exit);
