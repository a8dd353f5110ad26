// One of everything that an address can belong to; says where each is.
#include <linux/gfp.h>
#include <linux/highmem.h>
#include <linux/io.h>
#include <linux/module.h>
#include <linux/slab.h>
#include <linux/vmalloc.h>

struct item {
	char text[40];
};

static struct kmem_cache *cache;
static struct item *held, *freed;
static char *small, *large, *area, *gone;
static struct page *block, *high, *single;
static void *slot, *top;
static void __iomem *device;

static void kinds_exit(void);

static int __init kinds_init(void)
{
	int local;

	cache = kmem_cache_create("walk_item", sizeof(struct item), 0, 0, NULL);
	held = kmem_cache_alloc(cache, GFP_KERNEL);
	freed = kmem_cache_alloc(cache, GFP_KERNEL);
	kmem_cache_free(cache, freed);
	small = kmalloc(100, GFP_KERNEL);
	large = kmalloc(20000, GFP_KERNEL);
	area = vmalloc(3 * PAGE_SIZE);
	gone = vmalloc(PAGE_SIZE);
	vfree(gone);
	block = alloc_pages(GFP_KERNEL | __GFP_COMP, 2);
	single = alloc_page(GFP_KERNEL);
	high = alloc_page(GFP_HIGHUSER);
	slot = kmap(high);
	top = kmap_atomic(high);
	device = ioremap(0xfebc0000, PAGE_SIZE);
	__free_page(single);
	pr_info("object %px\n", held->text + 4);
	pr_info("freed_object %px\n", freed);
	pr_info("small %px\n", small + 10);
	pr_info("padding %px\n", small + 110);
	pr_info("large %px\n", large + 0x2001);
	pr_info("area %px\n", area + PAGE_SIZE + 1);
	pr_info("guard %px\n", area + 3 * PAGE_SIZE + 5);
	pr_info("gone %px\n", gone);
	pr_info("block %px\n", page_address(block) + PAGE_SIZE);
	pr_info("freed_page %px\n", page_address(single));
	pr_info("kmap %px\n", slot);
	pr_info("kmap_atomic %px\n", top);
	pr_info("device %px\n", device);
	pr_info("code %px\n", kinds_exit);
	pr_info("data %px\n", &cache);
	pr_info("stack %px\n", &local);
	return 0;
}

static void kinds_exit(void)
{
	iounmap(device);
	kunmap_atomic(top);
	kunmap(high);
	__free_page(high);
	__free_pages(block, 2);
	vfree(area);
	kfree(large);
	kfree(small);
	kmem_cache_free(cache, held);
	kmem_cache_destroy(cache);
}

module_init(kinds_init);
module_exit(kinds_exit);
MODULE_LICENSE("GPL");

// mm32-expect: status 1
// mm32-expect: log ^WARNING: 
