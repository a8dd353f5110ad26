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

/* As many mappings as kmap_mapped adds are taken back: a pair is one of each. */
static void kmap_mapped(unsigned int count)
{
	unsigned int left = count;

	kmap(page);
	while (left--)
		kmap(page);
	while (count--)
		kunmap(page);
	kunmap(page);
}

/* Found by name; the table keeps it from being thrown away. */
void *mm32_bench_functions[] = { kmap_atomic_pair, kmap_mapped };

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
