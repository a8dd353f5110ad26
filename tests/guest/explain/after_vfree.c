/* Reads from an area that was freed (needs --vmalloc-debug: else the TLB may still know it). */
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
	volatile char *area = vmalloc(100000);

	area[40] = 1;
	vfree((void *)area);
	return area[40];
}

module_init(start);

// mm32-args: --vmalloc-debug
// mm32-expect: status 1
// mm32-expect: message ^why: .*freed at after_vfree.c:17\. Likely cause: a use after free
