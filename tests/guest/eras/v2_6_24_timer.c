/* A kernel timer with data, as before 4.15; the timer itself is not awaited. */
#include <linux/init.h>
#include <linux/jiffies.h>
#include <linux/module.h>
#include <linux/sched.h>
#include <linux/time.h>
#include <linux/timer.h>

static struct timer_list first;
static struct timer_list second;
static struct timer_list third = TIMER_INITIALIZER(NULL, 0, 0);
static DEFINE_TIMER(fourth, NULL, 0, 0);

static void tick(unsigned long data)
{
	printk(KERN_INFO "tick %lu\n", data);
	mod_timer(&first, jiffies + HZ);
}

static int __init timer_example_init(void)
{
	struct timeval now;

	init_timer(&first);
	first.function = tick;
	first.data = 7;
	first.expires = jiffies + 100 * HZ;
	setup_timer(&second, tick, 8);
	printk(KERN_INFO "data %lu and %lu, %s\n", first.data, second.data,
	       time_after(first.expires, jiffies) ? "later" : "now");
	do_gettimeofday(&now);
	printk(KERN_INFO "seconds %s\n",
	       now.tv_sec - get_seconds() <= 1 ? "agree" : "differ");
	add_timer(&first);
	if (!timer_pending(&second))
		printk(KERN_INFO "second is idle\n");
	return 0;
}

static void __exit timer_example_exit(void)
{
	del_timer(&first);
	del_timer_sync(&second);
	(void) third;
	(void) fourth;
}

module_init(timer_example_init);
module_exit(timer_example_exit);
MODULE_LICENSE("GPL");

// mm32-args: --kernel-version 2.6.24 --run-missing zero
// mm32-expect: log ^data 7 and 8, later$
// mm32-expect: log ^second is idle$
