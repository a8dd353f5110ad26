/* Reads from a page that was freed (needs --debug-pagealloc). */
#include <linux/err.h>
#include <linux/gfp.h>
#include <linux/highmem.h>
#include <linux/list.h>
#include <linux/module.h>
#include <linux/slab.h>
#include <linux/vmalloc.h>

MODULE_LICENSE("GPL");

static int __init start(void)
{
	volatile char *page = (char *)__get_free_page(GFP_KERNEL);

	page[5] = 1;
	free_page((unsigned long)page);
	return page[5];
}

module_init(start);

// mm32-args: --debug-pagealloc
// mm32-expect: status 1
// mm32-expect: message ^why: .*a use after free
