// What ends with its scope: guard(), scoped_guard(), __free() and classes of one's own.
#include <linux/cleanup.h>
#include <linux/module.h>
#include <linux/mutex.h>
#include <linux/rcupdate.h>
#include <linux/rwsem.h>
#include <linux/slab.h>
#include <linux/spinlock.h>
#include <linux/srcu.h>

static DEFINE_MUTEX(mutex_lock_of_ours);
static DEFINE_SPINLOCK(spin);
static DECLARE_RWSEM(readers);
DEFINE_STATIC_SRCU(sleepable);

DEFINE_CLASS(number, int, pr_info("  leaves %d\n", _T), x * 2, int x)
EXTEND_CLASS(number, _after, y + 1, int y)

static noinline int early(int leave)
{
	guard(mutex)(&mutex_lock_of_ours);
	pr_info("held: %d\n", mutex_is_locked(&mutex_lock_of_ours));
	if (leave)
		return 1;
	scoped_guard(spinlock_irqsave, &spin)
		pr_info("spinning: %d, interrupts off: %d\n", spin_is_locked(&spin), irqs_disabled());
	pr_info("not any more: %d %d\n", irqs_disabled(), preempt_count());
	return 0;
}

static noinline char *text(int keep)
{
	char *p __free(kfree) = kmalloc(100, GFP_KERNEL);

	if (!p || !keep)
		return NULL;
	strcpy(p, "kept");
	return_ptr(p);
}

static int __init guards_init(void)
{
	char *kept;

	pr_info("early: %d\n", early(1));
	pr_info("late: %d\n", early(0));
	pr_info("free again: %d\n", !mutex_is_locked(&mutex_lock_of_ours));
	kept = text(1);
	pr_info("text: %s, %d\n", kept ? kept : "none", text(0) == NULL);
	kfree(kept);
	{
		CLASS(number, a)(21);
		CLASS(number_after, b)(7);
		pr_info("numbers: %d %d\n", a, b);
	}
	{
		guard(rcu)();
		guard(srcu)(&sleepable);
		guard(rwsem_write)(&readers);
		pr_info("written to: %d\n", rwsem_is_locked(&readers));
	}
	scoped_guard(rwsem_read, &readers)
		pr_info("read: %d\n", rwsem_is_locked(&readers));
	scoped_guard(preempt)
		pr_info("preempt count: %d\n", preempt_count());
	pr_info("in the end: %d %d\n", rwsem_is_locked(&readers), preempt_count());
	return 0;
}

static void __exit guards_exit(void)
{
}

module_init(guards_init);
module_exit(guards_exit);
MODULE_LICENSE("GPL");
