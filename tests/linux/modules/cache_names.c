/* Odd names, flags, sizes and alignments of caches; a cache destroyed with an object left. */
#include <linux/module.h>
#include <linux/slab.h>
struct named {
  int a;
  char b[60];
} __aligned(16);
static const char* texts[] = {
    "with space",
    "tab\there",
    "x",
    "a_very_long_name_of_a_cache_that_goes_on_and_on_and_on_beyond_any_reason_0123456789",
    "%s%d",
    "nn_same",
    "nn_same",
    "colon:t",
    ":a-0000064",
    "umlaut\xc3\xa4"};
static void ctor(void* p) {}
static int __init m_init(void) {
  struct kmem_cache *s[16], *t;
  int i;
  char name[20];
  void* o;
  for (i = 0; i < ARRAY_SIZE(texts); i++) {
    s[i] = kmem_cache_create(texts[i], 1000 + 8 * i, 0, SLAB_NOLEAKTRACE, NULL);
    pr_info("%d made %d size %u\n", i, s[i] != NULL, s[i] ? kmem_cache_size(s[i]) : 0);
  }
  for (i = 0; i < ARRAY_SIZE(texts); i++) kmem_cache_destroy(s[i]);
  strcpy(name, "nn_local");
  t = kmem_cache_create(name, 40, 0, SLAB_NOLEAKTRACE, NULL);
  strcpy(name, "overwritten");
  o = kmem_cache_alloc(t, GFP_KERNEL);
  kmem_cache_destroy(t);
  kmem_cache_free(t, o);
  kmem_cache_destroy(t);
  t = KMEM_CACHE(named, SLAB_HWCACHE_ALIGN | SLAB_NOLEAKTRACE);
  pr_info("KMEM_CACHE %u\n", kmem_cache_size(t));
  kmem_cache_destroy(t);
  t = KMEM_CACHE_USERCOPY(named, SLAB_NOLEAKTRACE, b);
  pr_info("USERCOPY %u\n", kmem_cache_size(t));
  kmem_cache_destroy(t);
  for (i = 0; i < 32; i++) {
    if (i == 18 || i == 8 || i == 10 || i == 11 || i == 16 || i == 21 || i == 24) continue;
    t = kmem_cache_create("nn_flag", 64, 0, 1u << i, NULL);
    pr_info("flag %d: %d\n", i, t != NULL);
    kmem_cache_destroy(t);
  }
  t = kmem_cache_create("nn_align", 64, 4096, SLAB_NOLEAKTRACE, NULL);
  o = kmem_cache_alloc(t, GFP_KERNEL);
  pr_info("aligned %d\n", ((unsigned long)o & 4095) == 0);
  kmem_cache_free(t, o);
  kmem_cache_destroy(t);
  t = kmem_cache_create("nn_align2", 64, 12, SLAB_NOLEAKTRACE, NULL);
  pr_info("align 12: %d\n", t != NULL);
  kmem_cache_destroy(t);
  t = kmem_cache_create("nn_big", 4 << 20, 0, 0, NULL);
  pr_info("4M: %d\n", t != NULL);
  if (t) {
    o = kmem_cache_alloc(t, GFP_KERNEL | __GFP_NOWARN);
    pr_info("object %d\n", o != NULL);
    if (o) kmem_cache_free(t, o);
    kmem_cache_destroy(t);
  }
  t = kmem_cache_create("nn_odd", 32769, 0, SLAB_NOLEAKTRACE, ctor);
  o = kmem_cache_alloc(t, GFP_KERNEL);
  pr_info("odd %zu\n", ksize(o));
  kmem_cache_free(t, o);
  pr_info("shrink %d\n", kmem_cache_shrink(t));
  kmem_cache_destroy(t);
  t = kmem_cache_create("nn_one", 1, 0, SLAB_NOLEAKTRACE, NULL);
  o = kmem_cache_alloc(t, GFP_KERNEL);
  pr_info("one ksize %zu size %u shrink %d\n", ksize(o), kmem_cache_size(t), kmem_cache_shrink(t));
  kmem_cache_free(t, o);
  kmem_cache_destroy(t);
  return 0;
}
static void __exit m_exit(void) {}
module_init(m_init);
module_exit(m_exit);
MODULE_LICENSE("GPL");
