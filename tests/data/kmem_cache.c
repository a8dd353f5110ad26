// Prints what kmem_cache_create makes of a size, an alignment, flags and a constructor, one line a
// combination, tab-separated. Built with the real kernel's headers (tests/data/README.md) it runs on
// that kernel and on mm32; kmem_cache_686.tsv is what the real one printed, booted with slab_nomerge.
#include <linux/module.h>
#include <linux/slab.h>

// slub_def.h wants to know struct slab, which modules do not get to see.
struct slab {
	unsigned long flags;
	unsigned int objects;
	void *freelist;
};
#define slab_address(slab) ((void *)0)
#include <linux/slub_def.h>

static const unsigned int sizes[] = {
	1, 3, 4, 5, 8, 9, 12, 16, 20, 24, 32, 40, 48, 64, 80, 96, 100, 128, 160, 192, 200, 256, 300,
	384, 500, 512, 700, 1000, 1024, 1500, 1800, 2048, 3000, 4000, 4096, 5000, 8000, 8192, 12000,
	16384, 20000, 32768, 65536, 131072, 1048576,
};
static const unsigned int aligned_sizes[] = { 1, 24, 100, 500, 1000, 3000, 9000 };
static const unsigned int aligns[] = { 1, 3, 4, 12, 16, 32, 64, 128, 4096 };
static const unsigned int debug_sizes[] = { 1, 2, 3, 4, 7, 8, 24, 64, 100, 101, 500, 1000, 3000, 4096, 20000 };
static const unsigned int debug_flags[] = {
	SLAB_RED_ZONE, SLAB_POISON, SLAB_STORE_USER, SLAB_CONSISTENCY_CHECKS,
	SLAB_RED_ZONE | SLAB_POISON, SLAB_RED_ZONE | SLAB_HWCACHE_ALIGN,
	SLAB_RED_ZONE | SLAB_POISON | SLAB_STORE_USER | SLAB_CONSISTENCY_CHECKS,
	SLAB_TYPESAFE_BY_RCU | SLAB_POISON,
};
static const unsigned int other_flags[] = {
	SLAB_CACHE_DMA, SLAB_CACHE_DMA32, SLAB_RECLAIM_ACCOUNT, SLAB_PANIC, SLAB_TYPESAFE_BY_RCU,
	SLAB_ACCOUNT, SLAB_MEM_SPREAD, SLAB_NOLEAKTRACE,
	SLAB_TYPESAFE_BY_RCU | SLAB_HWCACHE_ALIGN, SLAB_CACHE_DMA | SLAB_RECLAIM_ACCOUNT,
};

static void ctor(void *object)
{
	*(char *)object = 1;
}

static void probe(unsigned int size, unsigned int align, unsigned int flags, int with_ctor)
{
	static unsigned int count;
	char name[24];
	struct kmem_cache *s;
	void *object;

	snprintf(name, sizeof(name), "probe_%u", count++);
	s = kmem_cache_create(name, size, align, flags, with_ctor ? ctor : NULL);
	if (!s) {
		pr_info("@%u\t%u\t0x%x\t%d\tNULL\n", size, align, flags, with_ctor);
		return;
	}
	object = kmem_cache_alloc(s, GFP_KERNEL);
	pr_info("@%u\t%u\t0x%x\t%d\t%u\t%u\t%u\t%u\t%u\t%u\t%u\t%u\t%u\t%u\t%lu\t0x%x\t0x%x\t%zu\n", size,
		align, flags, with_ctor, s->size, s->object_size, s->align, s->inuse, s->offset,
		s->red_left_pad, s->oo.x, s->min.x, s->cpu_partial, s->cpu_partial_slabs, s->min_partial,
		s->allocflags, s->flags, object ? ksize(object) : 0);
	kmem_cache_free(s, object);
	kmem_cache_destroy(s);
}

static int __init kmem_cache_probe_init(void)
{
	unsigned int i, j;

	pr_info("@# size\talign\tflags\tctor\tslab_size\tobject_size\talign\tinuse\toffset\tred_left_pad\t"
		"oo\tmin\tcpu_partial\tcpu_partial_slabs\tmin_partial\tallocflags\tflags\tksize\n");
	for (i = 0; i < ARRAY_SIZE(sizes); i++)
		for (j = 0; j < 4; j++)
			probe(sizes[i], 0, j & 2 ? SLAB_HWCACHE_ALIGN : 0, j & 1);
	for (i = 0; i < ARRAY_SIZE(aligned_sizes); i++)
		for (j = 0; j < ARRAY_SIZE(aligns); j++)
			probe(aligned_sizes[i], aligns[j], 0, j & 1);
	for (i = 0; i < ARRAY_SIZE(debug_sizes); i++)
		for (j = 0; j < 2 * ARRAY_SIZE(debug_flags); j++)
			probe(debug_sizes[i], 0, debug_flags[j / 2], j & 1);
	for (i = 0; i < ARRAY_SIZE(other_flags); i++)
		for (j = 0; j < 4; j++)
			probe(j & 2 ? 1000 : 40, 0, other_flags[i], j & 1);
	return 0;
}

static void __exit kmem_cache_probe_exit(void)
{
}

module_init(kmem_cache_probe_init);
module_exit(kmem_cache_probe_exit);
MODULE_LICENSE("GPL");
