/* Uses the slab allocator and writes over its structures, as `seed` says. */
#include <linux/mm.h>
#include <linux/module.h>
#include <linux/slab.h>
#include <linux/vmalloc.h>

static unsigned int seed = 1;
module_param(seed, uint, 0);
static int rounds = 400;
module_param(rounds, int, 0);

static void* objects[32];
static struct kmem_cache* caches[4];

static unsigned int number(unsigned int below) {
  seed = seed * 1664525 + 1013904223;
  return (seed >> 8) % below;
}

static u32 value(void) {
  switch (number(5)) {
    case 0:
      return number(256);
    case 1:
      return -number(256);
    case 2:
      return (unsigned long)objects[number(32)] + number(16);
    case 3:
      return (unsigned long)caches[number(4)] + 4 * number(40);
    default:
      return seed * 2654435761u;
  }
}

static void write_word(unsigned long at) {
  if (at >= PAGE_OFFSET + (1 << 20) && at < (unsigned long)high_memory - 4) *(u32*)at = value();
}

static void scribble(void) {
  const u32* cache = (void*)caches[number(4)];
  const unsigned long object = (unsigned long)objects[number(32)];
  if (!object || is_vmalloc_addr((void*)object)) return;
  switch (number(8)) {
    case 0:
      return write_word(object + number(200));
    case 1:
      return write_word((unsigned long)virt_to_page(object) + 4 * number(20));
    case 2:
      return write_word((unsigned long)virt_to_head_page((void*)object) + 4 * number(10));
    case 3:
      return write_word((unsigned long)cache + 4 * number(36));
    case 4:
      return write_word(cache[0] + 4 * number(4)); /* the per-CPU slab */
    case 5:
      return write_word((unsigned long)kmalloc_caches[0][3 + number(10)] + 4 * number(36));
    case 6:
      return write_word((unsigned long)&kmalloc_caches[number(4)][number(14)]);
    default:
      return write_word(object - number(64));
  }
}

static struct kmem_cache* owners[32]; /* NULL: kmalloc */

static void give_back(int i) {
  struct kmem_cache* s = number(64) ? owners[i] : caches[number(4)];
  void* object = number(64) ? objects[i] : objects[i] + 8;
  if (s)
    kmem_cache_free(s, object);
  else
    kfree(object);
  if (number(64)) objects[i] = owners[i] = NULL;
}

static void give_back_many(struct kmem_cache* s) {
  void* many[32];
  int i, n = 0;
  for (i = 0; i < 32; i++) {
    if (!objects[i] || owners[i] != s || !number(3)) continue;
    many[n++] = objects[i];
    objects[i] = owners[i] = NULL;
  }
  if (n) kmem_cache_free_bulk(s, n, many);
}

static void use(void) {
  const int i = number(32);
  struct kmem_cache* s = number(3) ? caches[number(4)] : NULL;
  if (objects[i] && number(2)) return give_back(i);
  switch (number(12)) {
    case 0:
      return give_back_many(s);
    case 1:
      if (s) kmem_cache_shrink(s);
      return;
    case 2:
      if (!owners[i]) objects[i] = krealloc(objects[i], 1 + number(3000), GFP_KERNEL);
      return;
    default:
      if (objects[i]) return;
      objects[i] = s ? kmem_cache_alloc(s, GFP_KERNEL) : kmalloc(1 + number(9000), GFP_KERNEL);
      owners[i] = s;
  }
}

static void construct(void* object) { *(u32*)object = 7; }

static int __init scribbler_init(void) {
  int i;
  caches[0] = kmem_cache_create("sc_plain", 40, 0, SLAB_NOLEAKTRACE, NULL);
  caches[1] = kmem_cache_create("sc_made", 120, 0, 0, construct);
  caches[2] = kmem_cache_create("sc_rcu", 700, 0, SLAB_TYPESAFE_BY_RCU, NULL);
  caches[3] = kmem_cache_create(
      "sc_checked", 90, 0, SLAB_CONSISTENCY_CHECKS | SLAB_RED_ZONE | SLAB_POISON | SLAB_STORE_USER,
      NULL);
  for (i = 0; i < rounds; i++) number(6) ? use() : scribble();
  pr_info("the scribbler lives\n");
  return 0;
}

static void __exit scribbler_exit(void) {
  int i;
  for (i = 0; i < 4; i++) kmem_cache_destroy(caches[i]);
}

module_init(scribbler_init);
module_exit(scribbler_exit);
MODULE_LICENSE("GPL");

// mm32-expect: status 1
// mm32-expect: log ^BUG sc_checked .*Invalid object pointer
// mm32-expect: message SLUB found in cache sc_checked
