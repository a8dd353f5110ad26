/* A kernel thread that sleeps while others run: where does it wait? */
#include <linux/delay.h>
#include <linux/kthread.h>
#include <linux/module.h>

MODULE_LICENSE("GPL");

static struct task_struct* sleeper;
int naps;

static noinline void nap(void)
{
	msleep(1000);
	naps++;
}

static int sleep_on(void* unused)
{
	while (!kthread_should_stop()) nap();
	return 0;
}

static int __init sleeper_init(void)
{
	sleeper = kthread_run(sleep_on, NULL, "sleeper");
	msleep(4);
	pr_info("naps: %d\n", naps);
	return 0;
}

static void __exit sleeper_exit(void)
{
	kthread_stop(sleeper);
}

module_init(sleeper_init);
module_exit(sleeper_exit);

// mm32-expect: log ^naps: 0$
// mm32-expect: message ^no leaks$
