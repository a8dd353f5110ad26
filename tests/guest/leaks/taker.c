#include <linux/module.h>
#include <linux/slab.h>

MODULE_LICENSE("GPL");

void *giver_make(void);
void giver_take(void *object);

static void *made;

static int __init taker_init(void)
{
	made = giver_make();
	giver_take(kmalloc(64, GFP_KERNEL));
	return 0;
}

static void __exit taker_exit(void)
{
	kfree(made);
}

module_init(taker_init);
module_exit(taker_exit);

// mm32-with: giver.c
