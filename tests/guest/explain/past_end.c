/* Writes behind the pages of a vmalloc area. */
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
	volatile char *area = vmalloc(8000);

	area[8192 + 17] = 1;
	return 0;
}

module_init(start);

// mm32-expect: status 1
// mm32-expect: message 17 bytes past the end of
