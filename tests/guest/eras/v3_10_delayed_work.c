/* Delayed works with the timers of before 4.15: they run, run again, and are cancelled. */
#include <linux/delay.h>
#include <linux/init.h>
#include <linux/module.h>
#include <linux/workqueue.h>

static void work_fn(struct work_struct* work);
static DECLARE_DELAYED_WORK(fixed, work_fn);
static struct delayed_work made;
static struct workqueue_struct* queue;
static int rounds;

static void work_fn(struct work_struct* work) {
  struct delayed_work* dwork = container_of(work, struct delayed_work, work);

  printk(KERN_INFO "%s work\n", dwork == &fixed ? "fixed" : "made");
  if (dwork == &made && ++rounds < 3) queue_delayed_work(queue, &made, 2);
}

static int __init delayed_init(void) {
  queue = create_singlethread_workqueue("delayed");
  if (!queue) return -ENOMEM;
  INIT_DELAYED_WORK(&made, work_fn);
  schedule_delayed_work(&fixed, 3);
  queue_delayed_work(queue, &made, 5);
  msleep(100);
  printk(KERN_INFO "queued %d\n", schedule_delayed_work(&fixed, 10 * HZ));
  printk(KERN_INFO "pending %d\n", delayed_work_pending(&fixed) != 0);
  printk(KERN_INFO "cancelled %d\n", cancel_delayed_work_sync(&fixed));
  return 0;
}

static void __exit delayed_exit(void) {
  cancel_delayed_work_sync(&made);
  destroy_workqueue(queue);
}

module_init(delayed_init);
module_exit(delayed_exit);
MODULE_LICENSE("GPL");
