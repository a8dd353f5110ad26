/* A ring of pointers, as somebody's allocator code: what the fixture's test calls. */
#include <linux/module.h>
#include <linux/slab.h>

static void* ring[4];
static unsigned int next;

/* The old content of the slot that is used now; 0 when there was none. */
unsigned int ring_put(unsigned int bytes)
{
	void* old = ring[next % 4];

	ring[next++ % 4] = kmalloc(bytes, GFP_KERNEL);
	kfree(old);
	return old != NULL;
}
EXPORT_SYMBOL_GPL(ring_put);

unsigned int ring_forget(void)
{
	ring[0] = NULL;
	return 0;
}
EXPORT_SYMBOL_GPL(ring_forget);

static int __init ring_init(void)
{
	pr_info("ring: ready\n");
	return 0;
}

static void __exit ring_exit(void)
{
	int i;

	for (i = 0; i < 4; i++)
		kfree(ring[i]);
}

module_init(ring_init);
module_exit(ring_exit);
MODULE_LICENSE("GPL");
