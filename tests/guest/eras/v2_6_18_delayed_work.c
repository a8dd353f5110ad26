/* Before 2.6.20 every work could be delayed, and had a pointer of its own. */
#include <linux/delay.h>
#include <linux/init.h>
#include <linux/module.h>
#include <linux/workqueue.h>

static void work_fn(void* data);
static DECLARE_WORK(fixed, work_fn, "fixed");
static struct work_struct made;
static struct workqueue_struct* queue;
static int rounds;

static void work_fn(void* data) {
  printk(KERN_INFO "%s work\n", (char*)data);
  if (*(char*)data == 'm' && ++rounds < 3) queue_delayed_work(queue, &made, 2);
}

static int __init delayed_init(void) {
  queue = create_workqueue("delayed");
  if (!queue) return -ENOMEM;
  INIT_WORK(&made, work_fn, "made");
  schedule_delayed_work(&fixed, 3);
  queue_delayed_work(queue, &made, 5);
  msleep(100);
  printk(KERN_INFO "queued %d\n", schedule_delayed_work(&fixed, 10 * HZ));
  printk(KERN_INFO "cancelled %d\n", cancel_delayed_work(&fixed));
  schedule_work(&fixed);
  flush_scheduled_work();
  return 0;
}

static void __exit delayed_exit(void) {
  if (!cancel_delayed_work(&made)) flush_workqueue(queue);
  destroy_workqueue(queue);
}

module_init(delayed_init);
module_exit(delayed_exit);
MODULE_LICENSE("GPL");
