/* Hands memory to a module that frees it, and frees what that module hands over. */
#include <linux/export.h>
#include <linux/module.h>
#include <linux/slab.h>

MODULE_LICENSE("GPL");

static void *taken;

void *giver_make(void)
{
	return kmalloc(48, GFP_KERNEL);
}
EXPORT_SYMBOL(giver_make);

void giver_take(void *object)
{
	taken = object;
}
EXPORT_SYMBOL(giver_take);

static int __init giver_init(void)
{
	return 0;
}

static void __exit giver_exit(void)
{
	kfree(taken);
}

module_init(giver_init);
module_exit(giver_exit);

// mm32-expect: message ^no leaks$
