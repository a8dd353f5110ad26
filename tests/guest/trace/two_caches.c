// Two caches, one after the other, that cannot share: the second one takes the first one's place.
#include <linux/module.h>
#include <linux/slab.h>

static int use(const char *name, unsigned int size)
{
	struct kmem_cache *cache = kmem_cache_create(name, size, 0, SLAB_TYPESAFE_BY_RCU, NULL);
	void *object;

	if (!cache)
		return -ENOMEM;
	object = kmem_cache_alloc(cache, GFP_KERNEL);
	kmem_cache_free(cache, object);
	kmem_cache_destroy(cache);
	return 0;
}

static int __init two_caches_init(void)
{
	return use("first_cache", 48) ?: use("other_cache", 72);
}

static void __exit two_caches_exit(void)
{
}

module_init(two_caches_init);
module_exit(two_caches_exit);
MODULE_LICENSE("GPL");

// mm32-expect: message ^no leaks$
