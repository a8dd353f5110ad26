/* What SLUB's checks say: every corruption that the machine survives, in caches that ask for the
 * checks. */
#include <linux/mm.h>
#include <linux/module.h>
#include <linux/slab.h>
#include <linux/string.h>

#define ALL (SLAB_CONSISTENCY_CHECKS | SLAB_RED_ZONE | SLAB_POISON | SLAB_STORE_USER)

static void constructor(void* object) { memset(object, 0x11, 100); }

static struct kmem_cache* make(const char* name, unsigned int size, slab_flags_t flags) {
  return kmem_cache_create(name, size, 0, flags, NULL);
}

static noinline void freed_twice(void) {
  struct kmem_cache* s = make("lt_twice", 100, ALL);
  void* first = kmem_cache_alloc(s, GFP_KERNEL);
  kmem_cache_free(s, first);
  kmem_cache_free(s, first);
  kmem_cache_destroy(s);
}

static noinline void wrong_cache(void) {
  struct kmem_cache* s = make("lt_right", 100, ALL);
  struct kmem_cache* t = make("lt_wrong", 100, ALL);
  kmem_cache_free(t, kmem_cache_alloc(s, GFP_KERNEL));
  kmem_cache_destroy(s);
  kmem_cache_destroy(t);
}

static noinline void inside(void) {
  struct kmem_cache* s = make("lt_inside", 100, ALL);
  char* object = kmem_cache_alloc(s, GFP_KERNEL);
  kmem_cache_free(s, object + 8);
  kmem_cache_free(s, object);
  kmem_cache_destroy(s);
}

static noinline void written_while_used(int offset) {
  struct kmem_cache* s = make("lt_used", 100, ALL);
  char* object = kmem_cache_alloc(s, GFP_KERNEL);
  object[offset] = 1;
  kmem_cache_free(s, object);
  kmem_cache_free(s, object);
  kmem_cache_destroy(s);
}

static noinline void written_after_free(int offset, int length, int value) {
  static char names[8][16];
  static int caches;
  struct kmem_cache* s;
  sprintf(names[caches], "lt_freed%d", caches);
  s = make(names[caches++], 100, ALL);
  char* object = kmem_cache_alloc(s, GFP_KERNEL);
  kmem_cache_free(s, object);
  memset(object + offset, value, length);
  object = kmem_cache_alloc(s, GFP_KERNEL);
  object = kmem_cache_alloc(s, GFP_KERNEL);
  kmem_cache_free(s, object);
}

static noinline void found_by_shrink(void) {
  struct kmem_cache* s = make("lt_shrink", 100, ALL);
  char* object = kmem_cache_alloc(s, GFP_KERNEL);
  kmem_cache_free(s, object);
  object[3] = 1;
  pr_info("shrink %d\n", kmem_cache_shrink(s));
  kmem_cache_destroy(s);
}

static noinline void with_constructor(void) {
  struct kmem_cache* s = kmem_cache_create("lt_ctor", 100, 0, ALL, constructor);
  char* object = kmem_cache_alloc(s, GFP_KERNEL);
  object[100] = 2;
  kmem_cache_free(s, object);
}

static noinline void some_checks(slab_flags_t flags) {
  static char names[8][16];
  static int caches;
  struct kmem_cache* s;
  sprintf(names[caches], "lt_some%d", caches);
  if (!(flags & SLAB_POISON)) flags |= SLAB_TYPESAFE_BY_RCU; /* no free pointer in the object */
  s = make(names[caches++], 52, flags);
  char* object = kmem_cache_alloc(s, GFP_KERNEL);
  object[53] = 3;
  kmem_cache_free(s, object);
  object[7] = 4;
  object = kmem_cache_alloc(s, GFP_KERNEL);
  if (object) kmem_cache_free(s, object);
}

static noinline void slab_header(void) {
  struct kmem_cache* s = make("lt_header", 100, ALL);
  void* object = kmem_cache_alloc(s, GFP_KERNEL);
  unsigned int* slab = (unsigned int*)virt_to_page(object);
  unsigned int counters = slab[5];
  slab[5] = 0x00640001;
  kmem_cache_free(s, object);
  slab[5] = (counters & 0xffff0000) | 0x7f;
  kmem_cache_free(s, object);
  slab[5] = counters;
  kmem_cache_free(s, object);
  kmem_cache_destroy(s);
}

static noinline void in_bulk(void) {
  struct kmem_cache* s = make("lt_bulk", 100, ALL);
  void* objects[4];
  pr_info("bulk %d\n", kmem_cache_alloc_bulk(s, GFP_KERNEL, 4, objects));
  kmem_cache_free(s, objects[2]);
  kmem_cache_free_bulk(s, 4, objects);
}

static noinline void left_over(void) {
  struct kmem_cache* s = make("lt_left", 100, ALL);
  void* object = kmem_cache_alloc(s, GFP_KERNEL);
  pr_info("object %d\n", object != NULL);
  kmem_cache_destroy(s);
}

static int __init slab_reports_init(void) {
  static const slab_flags_t sets[] = {SLAB_RED_ZONE,
                                      SLAB_POISON,
                                      SLAB_STORE_USER,
                                      SLAB_CONSISTENCY_CHECKS,
                                      SLAB_CONSISTENCY_CHECKS | SLAB_RED_ZONE,
                                      SLAB_CONSISTENCY_CHECKS | SLAB_POISON,
                                      SLAB_CONSISTENCY_CHECKS | SLAB_RED_ZONE | SLAB_POISON,
                                      SLAB_CONSISTENCY_CHECKS | SLAB_STORE_USER};
  int i;
  freed_twice();
  wrong_cache();
  inside();
  written_while_used(100);
  written_while_used(-1);
  written_while_used(110);
  written_while_used(150);
  written_after_free(5, 1, 1);
  written_after_free(99, 1, 1);
  written_after_free(0, 100, 0x77);
  written_after_free(-2, 1, 9);
  written_after_free(101, 1, 9);
  written_after_free(104, 4, 0x41);
  found_by_shrink();
  with_constructor();
  for (i = 0; i < ARRAY_SIZE(sets); i++) some_checks(sets[i]);
  slab_header();
  in_bulk();
  left_over();
  return 0;
}

static void __exit slab_reports_exit(void) {}

module_init(slab_reports_init);
module_exit(slab_reports_exit);
MODULE_LICENSE("GPL");
