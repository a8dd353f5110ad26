/* Follows a pointer of a freed object (needs --slub-debug P: the pointer is then 0x6b6b6b6b). */
#include <linux/err.h>
#include <linux/gfp.h>
#include <linux/highmem.h>
#include <linux/list.h>
#include <linux/module.h>
#include <linux/slab.h>
#include <linux/vmalloc.h>

MODULE_LICENSE("GPL");

struct item {
	struct item *next;
	int value;
};

static int __init start(void)
{
	volatile struct item *item = kmalloc(sizeof(*item), GFP_KERNEL);
	struct item *next;

	kfree((void *)item);
	next = item->next;
	return ((volatile struct item *)next)->value;
}

module_init(start);

// mm32-args: --slub-debug P
// mm32-expect: status 1
// mm32-expect: message ^why: .*poison
