/* Its init fails and forgets what it had. */
#include <linux/module.h>
#include <linux/slab.h>

MODULE_LICENSE("GPL");

static int __init refused_init(void)
{
	kmalloc(24, GFP_KERNEL);
	return -ENODEV;
}

module_init(refused_init);

// mm32-expect: status 1
// mm32-expect: message ENODEV
// mm32-expect: message ^leak: refused did not free 1 allocation, 24 bytes$
