/* Takes and gives back in roundabout ways: nothing is left. */
#include <linux/gfp.h>
#include <linux/mm.h>
#include <linux/module.h>
#include <linux/slab.h>
#include <linux/vmalloc.h>

MODULE_LICENSE("GPL");

static void *objects[300];
static void *grown;
static void *exact;
static struct page *referenced;

static int __init clean_init(void)
{
	int i;

	for (i = 0; i < 300; i++)
		objects[i] = kmalloc(8 + 16 * i, GFP_KERNEL);
	grown = kmalloc(10, GFP_KERNEL);
	grown = krealloc(grown, 5000, GFP_KERNEL);
	exact = vmalloc(100000);
	referenced = alloc_pages(GFP_KERNEL, 1);
	kfree(NULL);
	vfree(NULL);
	kfree(kmalloc(0, GFP_KERNEL));
	return 0;
}

static void __exit clean_exit(void)
{
	int i;

	for (i = 299; i >= 0; i--)
		kfree(objects[i]);
	kfree(grown);
	vfree(exact);
	__free_pages(referenced, 1);
}

module_init(clean_init);
module_exit(clean_exit);

// mm32-expect: message ^no leaks$
