/* Leaves one allocation of every kind behind, and frees another one of each. */
#include <linux/gfp.h>
#include <linux/highmem.h>
#include <linux/io.h>
#include <linux/mm.h>
#include <linux/module.h>
#include <linux/slab.h>
#include <linux/vmalloc.h>

MODULE_LICENSE("GPL");

static struct page *high;
static struct page *low[2];

static noinline void leave_objects(void)
{
	int i;

	for (i = 0; i < 3; i++)
		kmalloc(100, GFP_KERNEL);
	kstrdup("text", GFP_KERNEL);
	kmalloc(100000, GFP_KERNEL);
	kfree(kmalloc(200, GFP_KERNEL));
	kfree(kmalloc(200000, GFP_KERNEL));
}

static noinline void leave_pages(void)
{
	unsigned long block = __get_free_pages(GFP_KERNEL, 2);

	__get_free_page(GFP_KERNEL);
	__get_free_pages(GFP_KERNEL, 3);
	free_pages(block, 2);
}

static noinline void leave_areas(void)
{
	void *big = vmalloc(8 << 20); /* its page array is vmalloc memory too */

	vmalloc(10000);
	vmap(low, 2, VM_MAP, PAGE_KERNEL);
	ioremap(0xfeb00000, 4096);
	vfree(big);
	vfree(vmalloc(5000));
	vunmap(vmap(low, 2, VM_MAP, PAGE_KERNEL));
	iounmap(ioremap(0xfeb00000, 4096));
}

static noinline void leave_mappings(void)
{
	kmap(high);
	kmap(high);
	kunmap(high);
}

static int __init leaky_init(void)
{
	high = alloc_page(GFP_HIGHUSER);
	low[0] = alloc_page(GFP_KERNEL);
	low[1] = alloc_page(GFP_KERNEL);
	leave_objects();
	leave_pages();
	leave_areas();
	leave_mappings();
	return 0;
}

static void __exit leaky_exit(void)
{
	__free_page(high);
	__free_page(low[0]);
	__free_page(low[1]);
}

module_init(leaky_init);
module_exit(leaky_exit);

// mm32-expect: status 1
// mm32-expect: message ^leak: leaky did not free 10 allocations, 161745 bytes$
