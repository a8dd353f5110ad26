// Nothing but allocations: the most that a trace has to write for a run (tools/bench).
#include <linux/module.h>
#include <linux/slab.h>

static int count = 300000;
module_param(count, int, 0);

static int __init kmalloc_loop_init(void)
{
	int i;

	for (i = 0; i < count; i++)
		kfree(kmalloc(64, GFP_KERNEL));
	return 0;
}

static void __exit kmalloc_loop_exit(void)
{
}

module_init(kmalloc_loop_init);
module_exit(kmalloc_loop_exit);
MODULE_LICENSE("GPL");
