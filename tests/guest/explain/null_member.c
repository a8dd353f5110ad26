/* Reads a member through a NULL pointer. */
#include <linux/err.h>
#include <linux/gfp.h>
#include <linux/highmem.h>
#include <linux/list.h>
#include <linux/module.h>
#include <linux/slab.h>
#include <linux/vmalloc.h>

MODULE_LICENSE("GPL");

struct item {
	char name[12];
	int value;
};

static noinline int value_of(volatile struct item *item)
{
	return item->value;
}

static int __init start(void)
{
	return value_of(NULL);
}

module_init(start);

// mm32-expect: status 1
// mm32-expect: message the member at offset 0xc of a structure
