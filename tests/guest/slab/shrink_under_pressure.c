/* A cache that takes all memory and lives by its shrinker, by kmalloc, pages and vmalloc in turn.
 */
#include <linux/list_lru.h>
#include <linux/mm.h>
#include <linux/module.h>
#include <linux/shrinker.h>
#include <linux/slab.h>
#include <linux/vmalloc.h>

#define ENTRY_SIZE (64 << 10)

struct entry {
  struct list_head lru;
  int kind;
};

static struct list_lru lru;
static unsigned long freed;
static bool nested;

static void free_entry(struct entry* e) {
  if (e->kind == 1)
    free_pages((unsigned long)e, get_order(ENTRY_SIZE));
  else
    kvfree(e);
}

static enum lru_status isolate(struct list_head* item, struct list_lru_one* list, spinlock_t* lock,
                               void* arg) {
  list_lru_isolate_move(list, item, arg);
  return LRU_REMOVED;
}

static unsigned long count(struct shrinker* s, struct shrink_control* sc) {
  return list_lru_shrink_count(&lru, sc);
}

static unsigned long scan(struct shrinker* s, struct shrink_control* sc) {
  struct entry *e, *next;
  LIST_HEAD(gone);
  const unsigned long n = list_lru_shrink_walk(&lru, sc, isolate, &gone);
  void* p = kmalloc(100, GFP_KERNEL);
  nested = nested || p;
  kfree(p);
  list_for_each_entry_safe(e, next, &gone, lru) free_entry(e);
  freed += n;
  return n;
}

static struct shrinker shrinker = {
    .count_objects = count, .scan_objects = scan, .seeks = DEFAULT_SEEKS, .batch = 16};

static struct entry* make(int i) {
  struct entry* e;
  if (i % 3 == 1)
    e = (void*)__get_free_pages(GFP_KERNEL | __GFP_RETRY_MAYFAIL, get_order(ENTRY_SIZE));
  else if (i % 3 == 2)
    e = vmalloc(ENTRY_SIZE);
  else
    e = kmalloc(ENTRY_SIZE, GFP_KERNEL | __GFP_RETRY_MAYFAIL);
  if (!e) return NULL;
  INIT_LIST_HEAD(&e->lru);
  e->kind = i % 3;
  return e;
}

static void empty(void) {
  struct entry *e, *next;
  LIST_HEAD(gone);
  list_lru_walk(&lru, isolate, &gone, ULONG_MAX);
  list_for_each_entry_safe(e, next, &gone, lru) free_entry(e);
}

static int __init shrink_under_pressure_init(void) {
  int i;
  int err = list_lru_init(&lru);
  if (err) return err;
  err = register_shrinker(&shrinker, "lt-pressure");
  if (err) return err;
  for (i = 0; i < 2000; i++) {
    struct entry* e = make(i);
    if (!e) break;
    list_lru_add(&lru, &e->lru);
  }
  pr_info(
      "%d entries of 64K passed through the cache, of which the shrinker freed at least 1500: %s\n",
      i, freed >= 1500 ? "yes" : "no");
  pr_info("inside the shrinker an allocation gave memory: %s\n", nested ? "yes" : "no");
  return 0;
}

static void __exit shrink_under_pressure_exit(void) {
  unregister_shrinker(&shrinker);
  empty();
  list_lru_destroy(&lru);
}

module_init(shrink_under_pressure_init);
module_exit(shrink_under_pressure_exit);
MODULE_LICENSE("GPL");

// mm32-args: --mem 32M
// mm32-expect: log freed at least 1500: yes$
