/* Uses an error code as a pointer. */
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
	volatile int *result = ERR_PTR(-ENOMEM);

	return *result;
}

module_init(start);

// mm32-expect: status 1
// mm32-expect: message ^why: .*ENOMEM
