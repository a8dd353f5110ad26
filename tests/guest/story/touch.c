// Memory of each kind, and an access to each: a short run with something in every picture.
#include <linux/gfp.h>
#include <linux/highmem.h>
#include <linux/module.h>
#include <linux/slab.h>
#include <linux/vmalloc.h>

static int rounds = 1;
module_param(rounds, int, 0);

static char *area;

static int __init touch_init(void)
{
	struct kmem_cache *cache = kmem_cache_create("story_item", 96, 0, 0, NULL);
	struct page *page = alloc_page(GFP_HIGHUSER);
	char *window = kmap(page);
	int i;

	area = vmalloc(3 * PAGE_SIZE);
	area[PAGE_SIZE + 5] = 1;
	window[7] = 2;
	pr_info("area %px window %px\n", area, window);
	kunmap(page);
	__free_page(page);
	for (i = 0; i < rounds; i++) {
		void *item = kmem_cache_alloc(cache, GFP_KERNEL);
		void *object = kmalloc(64 << (i % 5), GFP_KERNEL);
		struct page *pages = alloc_pages(GFP_KERNEL, i % 4);

		__free_pages(pages, i % 4);
		kfree(object);
		kmem_cache_free(cache, item);
	}
	kmem_cache_destroy(cache);
	return 0;
}

static void __exit touch_exit(void)
{
	vfree(area);
}

module_init(touch_init);
module_exit(touch_exit);
MODULE_LICENSE("GPL");

// mm32-expect: log ^area [0-9a-f]{8} window
// mm32-expect: message ^no leaks$
