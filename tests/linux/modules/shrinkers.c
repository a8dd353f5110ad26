/* A cache that a shrinker empties when memory is short. */
#include <linux/list.h>
#include <linux/list_lru.h>
#include <linux/mm.h>
#include <linux/module.h>
#include <linux/shrinker.h>
#include <linux/slab.h>

struct entry {
  struct list_head lru;
  char data[1000];
};
static LIST_HEAD(entries);
static unsigned long count_of, counted, scanned, freed, stopped;
static DEFINE_MUTEX(lock);
static unsigned long count(struct shrinker* s, struct shrink_control* sc) {
  counted++;
  return count_of ? count_of : SHRINK_EMPTY;
}
static unsigned long scan(struct shrinker* s, struct shrink_control* sc) {
  unsigned long n = 0;
  if (!mutex_trylock(&lock)) {
    stopped++;
    return SHRINK_STOP;
  }
  scanned += sc->nr_to_scan;
  while (n < sc->nr_to_scan && !list_empty(&entries)) {
    struct entry* e = list_first_entry(&entries, struct entry, lru);
    list_del(&e->lru);
    kfree(e);
    count_of--;
    n++;
  }
  freed += n;
  mutex_unlock(&lock);
  return n;
}
static struct shrinker shrinker = {
    .count_objects = count, .scan_objects = scan, .seeks = DEFAULT_SEEKS};
static int __init m_init(void) {
  int i;
  struct page* page;
  LIST_HEAD(pages);
  unsigned long n = 0;
  pr_info("register %d flags %x batch %ld\n", register_shrinker(&shrinker, "lt-shrinker"),
          shrinker.flags, shrinker.batch);
  for (i = 0; i < 20000; i++) {
    struct entry* e = kmalloc(sizeof(*e), GFP_KERNEL);
    if (!e) break;
    mutex_lock(&lock);
    list_add_tail(&e->lru, &entries);
    count_of++;
    mutex_unlock(&lock);
  }
  pr_info("entries %lu\n", count_of);
  while (!freed && (page = alloc_page(GFP_KERNEL | __GFP_RETRY_MAYFAIL | __GFP_NOWARN))) {
    list_add(&page->lru, &pages);
    n++;
  }
  pr_info("shrinker was called %d, freed some %d, all counted %d\n", counted != 0, freed != 0,
          freed + count_of == 20000);
  while (!list_empty(&pages)) {
    page = list_first_entry(&pages, struct page, lru);
    list_del(&page->lru);
    __free_page(page);
  }
  return 0;
}
static void __exit m_exit(void) {
  struct entry *e, *next;
  unregister_shrinker(&shrinker);
  pr_info("flags %x\n", shrinker.flags);
  list_for_each_entry_safe(e, next, &entries, lru) kfree(e);
}
module_init(m_init);
module_exit(m_exit);
MODULE_LICENSE("GPL");
