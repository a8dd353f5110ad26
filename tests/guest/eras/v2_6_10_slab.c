/* Slab caches before 2.6.19: kmem_cache_t, constructors with flags, destructors, SLAB_KERNEL. */
#include <linux/config.h>
#include <linux/init.h>
#include <linux/module.h>
#include <linux/moduleparam.h>
#include <linux/slab.h>
#include <asm/semaphore.h>

struct record {
	struct list_head chain;
	spinlock_t lock;
	int number;
	char text[40];
};

static kmem_cache_t *record_cache;
static int constructed;
static LIST_HEAD(records);
static DECLARE_MUTEX(records_sem);

static void record_ctor(void *object, kmem_cache_t *cache, unsigned long flags)
{
	struct record *r = object;

	if ((flags & (SLAB_CTOR_VERIFY | SLAB_CTOR_CONSTRUCTOR)) != SLAB_CTOR_CONSTRUCTOR)
		return;
	INIT_LIST_HEAD(&r->chain);
	spin_lock_init(&r->lock);
	r->number = -1;
	constructed++;
}

static void record_dtor(void *object, kmem_cache_t *cache, unsigned long flags)
{
}

static int __init slab_init(void)
{
	int i;

	record_cache = kmem_cache_create("era_record", sizeof(struct record), 0,
					 SLAB_HWCACHE_ALIGN, record_ctor, record_dtor);
	if (record_cache == NULL)
		return -ENOMEM;
	for (i = 0; i < 5; i++) {
		struct record *r = kmem_cache_alloc(record_cache, i & 1 ? SLAB_ATOMIC : SLAB_KERNEL);

		if (r == NULL)
			break;
		if (down_interruptible(&records_sem))
			return -ERESTARTSYS;
		r->number = i * i;
		snprintf(r->text, sizeof(r->text), "record %d", i);
		list_add_tail(&r->chain, &records);
		up(&records_sem);
	}
	printk(KERN_INFO "constructed %s\n", constructed >= 5 ? "all" : "too few");
	return 0;
}

static void __exit slab_exit(void)
{
	struct list_head *at, *next;

	list_for_each_safe(at, next, &records) {
		struct record *r = list_entry(at, struct record, chain);

		printk(KERN_INFO "%s is %d\n", r->text, r->number);
		list_del(at);
		kmem_cache_free(record_cache, r);
	}
	if (kmem_cache_destroy(record_cache))
		printk(KERN_WARNING "objects are left\n");
}

module_init(slab_init);
module_exit(slab_exit);
MODULE_AUTHOR("mm32");
MODULE_LICENSE("Dual BSD/GPL");

// mm32-args: --kernel-version 2.6.10 --run-missing zero
// mm32-expect: log ^constructed all$
// mm32-expect: log ^record 4 is 16$
