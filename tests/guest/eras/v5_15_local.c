/* kmap_local_page, __vmalloc with two parameters, cache of a structure with a user region. */
#include <linux/highmem.h>
#include <linux/mm.h>
#include <linux/module.h>
#include <linux/slab.h>
#include <linux/vmalloc.h>

struct shown {
	long hidden;
	char text[24];
};

static int __init local_init(void)
{
	struct kmem_cache *cache = KMEM_CACHE_USERCOPY(shown, SLAB_ACCOUNT, text);
	struct page *a = alloc_page(GFP_HIGHUSER), *b = alloc_page(GFP_HIGHUSER);
	struct shown *s = cache ? kmem_cache_zalloc(cache, GFP_KERNEL) : NULL;
	char *area = __vmalloc(2 * PAGE_SIZE, GFP_KERNEL);
	char *at;

	if (!a || !b || !s || !area)
		return -ENOMEM;
	memcpy_to_page(a, 5, "local", 6);
	memcpy_page(b, 100, a, 5, 6);
	at = kmap_local_page(b);
	strscpy(s->text, at + 100, sizeof(s->text));
	kunmap_local(at);
	pr_info("%s, size %u\n", s->text, kmem_cache_size(cache));
	vfree(area);
	kmem_cache_free(cache, s);
	kmem_cache_destroy(cache);
	__free_page(a);
	__free_page(b);
	return 0;
}

static void __exit local_exit(void)
{
}

module_init(local_init);
module_exit(local_exit);
MODULE_LICENSE("GPL");

// mm32-args: --kernel-version 5.15 --run-missing zero
// mm32-expect: log ^local, size 28$
