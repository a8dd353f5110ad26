// A change of page attributes drops the kmap slots that nobody uses any more; other slots come next.
#include <linux/gfp.h>
#include <linux/highmem.h>
#include <linux/module.h>
#include <linux/set_memory.h>
#include <linux/vmalloc.h>

static struct page *a, *b;
static unsigned long first;

static void slots(const char *when)
{
	unsigned long at_a = (unsigned long)kmap(a), at_b = (unsigned long)kmap(b);

	pr_info("%s: slots %lu and %lu\n", when, (at_a - first) / PAGE_SIZE, (at_b - first) / PAGE_SIZE);
	kunmap(b);
	kunmap(a);
	pr_info("  still mapped: %d %d\n", !!page_address(a), !!page_address(b));
}

static int __init flushed_init(void)
{
	unsigned long low = __get_free_page(GFP_KERNEL);
	void *kept;
	int r;

	a = alloc_page(GFP_HIGHUSER);
	b = alloc_page(GFP_HIGHUSER);
	first = (unsigned long)kmap(a);
	kunmap(a);
	slots("at first");
	slots("again");
	r = set_memory_wc(low, 1);
	pr_info("write-combining: %d, mapped: %d %d\n", r, !!page_address(a), !!page_address(b));
	slots("after the change");
	kept = kmap(a);
	r = set_memory_wb(low, 1);
	pr_info("write-back: %d, mapped: %d %d\n", r, page_address(a) == kept, !!page_address(b));
	slots("with one in use");
	kunmap(a);
	vfree(vmalloc(10000));
	vm_unmap_aliases();
	pr_info("aliases: mapped: %d %d\n", !!page_address(a), !!page_address(b));
	r = set_memory_wb(low + PAGE_SIZE, 0);
	pr_info("no page: %d, mapped: %d %d\n", r, !!page_address(a), !!page_address(b));
	__free_page(a);
	__free_page(b);
	free_page(low);
	return 0;
}

static void __exit flushed_exit(void)
{
}

module_init(flushed_init);
module_exit(flushed_exit);
MODULE_LICENSE("GPL");
