// As guest_loops.c, with a page of highmem.
#include <linux/gfp.h>
#include <linux/highmem.h>
#include <linux/kernel.h>
#include <linux/module.h>

static struct page *page;

static void kmap_atomic_pair(unsigned int count)
{
	while (count--)
		kunmap_atomic(kmap_atomic(page));
}

/* Found by name; the table keeps it from being thrown away. */
void *mm32_bench_functions[] = { kmap_atomic_pair };

static int __init loops_init(void)
{
	page = alloc_pages(GFP_HIGHUSER, 0);
	return page ? 0 : -ENOMEM;
}

static void __exit loops_exit(void)
{
	__free_pages(page, 0);
}

module_init(loops_init);
module_exit(loops_exit);
MODULE_LICENSE("GPL");
