/* The structure behind a cache: what kmem_cache_create makes of size, alignment, flags and
 * constructor. */
#include <linux/module.h>
#include <linux/slab.h>

/* struct kmem_cache of 6.1 (CONFIG_SLUB, one node, hardened and shuffled free lists). */
struct cache {
  void* cpu_slab;
  slab_flags_t flags;
  unsigned long min_partial;
  unsigned int size, object_size;
  struct {
    u32 m;
    u8 sh1, sh2;
  } reciprocal_size;
  unsigned int offset, cpu_partial, cpu_partial_slabs, oo, min;
  gfp_t allocflags;
  int refcount;
  void (*ctor)(void*);
  unsigned int inuse, align, red_left_pad;
  const char* name;
  struct list_head list;
  struct kobject kobj;
  unsigned long random;
  unsigned int* random_seq;
  unsigned int useroffset, usersize;
  void* node[1];
};

static void constructor(void* object) { *(char*)object = 1; }

static void show(const char* what, void* cache) {
  struct cache* s = cache;
  if (!s) {
    pr_info("%s: none\n", what);
    return;
  }
  pr_info("%s: name %s flags %x object %u size %u align %u inuse %u offset %u pad %u\n", what,
          s->name, s->flags, s->object_size, s->size, s->align, s->inuse, s->offset,
          s->red_left_pad);
  pr_info(
      "  order %u objects %u min %u %u alloc %x ref %d ctor %d partial %lu cpu %u %u user %u %u\n",
      s->oo >> 16, s->oo & 0xffff, s->min >> 16, s->min & 0xffff, s->allocflags, s->refcount,
      s->ctor != NULL, s->min_partial, s->cpu_partial, s->cpu_partial_slabs, s->useroffset,
      s->usersize);
  pr_info("  reciprocal %x %u %u api %u\n", s->reciprocal_size.m, s->reciprocal_size.sh1,
          s->reciprocal_size.sh2, kmem_cache_size(cache));
}

static const unsigned int sizes[] = {
    1,    4,    7,    8,    12,    24,    33,    64,    96,     100,     129,
    200,  256,  333,  512,  700,   1000,  1025,  2000,  2048,   3000,    4095,
    4096, 5000, 8192, 9000, 16384, 20001, 40000, 65536, 100000, 1048576, 4194000};
static const unsigned int aligns[] = {0, 3, 4, 8, 16, 32, 64, 128, 4096};
static const slab_flags_t flag_sets[] = {
    0,
    SLAB_HWCACHE_ALIGN,
    SLAB_CACHE_DMA,
    SLAB_CACHE_DMA32,
    SLAB_RECLAIM_ACCOUNT,
    SLAB_PANIC,
    SLAB_TYPESAFE_BY_RCU,
    SLAB_TYPESAFE_BY_RCU | SLAB_HWCACHE_ALIGN,
    SLAB_ACCOUNT,
    SLAB_MEM_SPREAD,
    SLAB_RED_ZONE,
    SLAB_POISON,
    SLAB_STORE_USER,
    SLAB_CONSISTENCY_CHECKS,
    SLAB_RED_ZONE | SLAB_POISON,
    SLAB_RED_ZONE | SLAB_POISON | SLAB_STORE_USER | SLAB_CONSISTENCY_CHECKS,
    SLAB_RED_ZONE | SLAB_HWCACHE_ALIGN,
    SLAB_POISON | SLAB_TYPESAFE_BY_RCU,
    SLAB_STORE_USER | SLAB_RECLAIM_ACCOUNT,
    SLAB_TRACE,
    SLAB_NO_USER_FLAGS};

static void one(unsigned int size, unsigned int align, slab_flags_t flags, int ctor) {
  char what[48];
  struct kmem_cache* s;
  void* object;
  snprintf(what, sizeof(what), "size %u align %u flags %x ctor %d", size, align, flags, ctor);
  s = kmem_cache_create("lt_table", size, align, flags, ctor ? constructor : NULL);
  show(what, s);
  if (!s) return;
  if (!(flags & SLAB_TRACE) && size <= 100000) {
    object = kmem_cache_alloc(s, GFP_KERNEL);
    if (object) pr_info("  ksize %zu\n", ksize(object));
    kmem_cache_free(s, object);
  }
  kmem_cache_destroy(s);
}

static int __init table_init(void) {
  int i, j;
  for (i = 0; i < ARRAY_SIZE(sizes); i++) {
    one(sizes[i], 0, 0, 1);
    one(sizes[i], 0, SLAB_NOLEAKTRACE, 0);
    one(sizes[i], 0, SLAB_HWCACHE_ALIGN, 1);
  }
  for (i = 0; i < ARRAY_SIZE(aligns); i++) {
    one(20, aligns[i], SLAB_NOLEAKTRACE, 0);
    one(500, aligns[i], 0, 1);
    one(90, aligns[i], SLAB_RED_ZONE | SLAB_POISON | SLAB_STORE_USER, 0);
  }
  for (i = 0; i < ARRAY_SIZE(flag_sets); i++)
    for (j = 0; j < 2; j++) {
      one(45, 0, flag_sets[i] | SLAB_NOLEAKTRACE, j);
      one(1500, 0, flag_sets[i], 1);
    }
  for (i = 0; i < 14; i++) {
    char what[16];
    int t;
    for (t = 0; t < 4; t++) {
      snprintf(what, sizeof(what), "kmalloc %d %d", t, i);
      show(what, kmalloc_caches[t][i]);
    }
  }
  return 0;
}
static void __exit table_exit(void) {}
module_init(table_init);
module_exit(table_exit);
MODULE_LICENSE("GPL");
