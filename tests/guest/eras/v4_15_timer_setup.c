/* Timers from 4.15 on, and a class in the form with the owner. */
#include <linux/device.h>
#include <linux/kernel.h>
#include <linux/module.h>
#include <linux/refcount.h>
#include <linux/slab.h>
#include <linux/timer.h>

struct unit {
	struct timer_list timer;
	refcount_t users;
	int number;
};

static struct unit *unit;
static struct class *units;

static void expired(struct timer_list *t)
{
	struct unit *u = from_timer(u, t, timer);

	pr_info("unit %d\n", u->number);
}

static int __init setup_init(void)
{
	unit = kzalloc(sizeof(*unit), GFP_KERNEL);
	if (!unit)
		return -ENOMEM;
	refcount_set(&unit->users, 1);
	unit->number = 3;
	timer_setup(&unit->timer, expired, 0);
	units = class_create(THIS_MODULE, "era_units");
	pr_info("users %u\n", refcount_read(&unit->users));
	return 0;
}

static void __exit setup_exit(void)
{
	del_timer_sync(&unit->timer);
	if (!IS_ERR_OR_NULL(units))
		class_destroy(units);
	kfree(unit);
}

module_init(setup_init);
module_exit(setup_exit);
MODULE_LICENSE("GPL");

// mm32-args: --kernel-version 4.15 --run-missing zero
// mm32-expect: log ^users 1$
