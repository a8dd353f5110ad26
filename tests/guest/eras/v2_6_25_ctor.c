/* Between 2.6.24 and 2.6.26 a constructor got the cache first and the object second. */
#include <linux/module.h>
#include <linux/slab.h>

struct pair {
	int first, second;
};

static struct kmem_cache *pairs;

static void pair_ctor(struct kmem_cache *cache, void *object)
{
	struct pair *p = object;

	p->first = 11;
	p->second = 22;
}

static int __init ctor_init(void)
{
	struct pair *p;

	pairs = kmem_cache_create("era_pair", sizeof(struct pair), 0, 0, pair_ctor);
	if (!pairs)
		return -ENOMEM;
	p = kmem_cache_alloc(pairs, GFP_KERNEL);
	printk(KERN_INFO "first %d, second %d\n", p->first, p->second);
	kmem_cache_free(pairs, p);
	return 0;
}

static void __exit ctor_exit(void)
{
	kmem_cache_destroy(pairs);
}

module_init(ctor_init);
module_exit(ctor_exit);
MODULE_LICENSE("GPL");

// mm32-args: --kernel-version 2.6.25 --run-missing zero
// mm32-expect: log ^first 11, second 22$
