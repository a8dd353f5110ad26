// Hash tables that resize, B-trees, page arrays, counted lists, per-CPU references, once.
#include <linux/btree.h>
#include <linux/generic-radix-tree.h>
#include <linux/list_lru.h>
#include <linux/module.h>
#include <linux/once.h>
#include <linux/percpu-refcount.h>
#include <linux/random.h>
#include <linux/rhashtable.h>
#include <linux/slab.h>

struct thing {
  u32 key;
  u32 value;
  struct rhash_head node;
  struct rhlist_head list;
};
// Without the seed, so that the order of walks is the same everywhere.
static u32 plain(const void* data, u32 len, u32 seed) { return *(const u32*)data * 7; }
static const struct rhashtable_params params = {.key_len = sizeof(u32),
                                                .key_offset = offsetof(struct thing, key),
                                                .head_offset = offsetof(struct thing, node),
                                                .hashfn = plain,
                                                .automatic_shrinking = true,
                                                .min_size = 4};
static const struct rhashtable_params list_params = {.key_len = sizeof(u32),
                                                     .key_offset = offsetof(struct thing, key),
                                                     .head_offset = offsetof(struct thing, list),
                                                     .hashfn = plain};
static struct thing things[40];

static void walk(struct rhashtable* ht, const char* what) {
  struct rhashtable_iter iter;
  struct thing* t;
  pr_info("%s:", what);
  rhashtable_walk_enter(ht, &iter);
  rhashtable_walk_start(&iter);
  while ((t = rhashtable_walk_next(&iter))) {
    if (IS_ERR(t)) continue;
    pr_cont(" %u", t->key);
  }
  rhashtable_walk_stop(&iter);
  rhashtable_walk_exit(&iter);
  pr_cont("\n");
}
static void hash_table(void) {
  struct rhashtable ht;
  struct thing* t;
  u32 key, i;
  pr_info("init %d\n", rhashtable_init(&ht, &params));
  for (i = 0; i < 12; i++) {
    things[i].key = i * i;
    pr_info("insert %d\n", rhashtable_insert_fast(&ht, &things[i].node, params));
  }
  pr_info("again %d", rhashtable_lookup_insert_fast(&ht, &things[3].node, params));
  things[20].key = 9;
  t = rhashtable_lookup_get_insert_fast(&ht, &things[20].node, params);
  pr_cont(" %d", t == &things[3]);
  things[20].key = 1000;
  pr_cont(" %d nelems %d\n", rhashtable_lookup_insert_fast(&ht, &things[20].node, params),
          atomic_read(&ht.nelems));
  for (key = 0; key < 30; key += 5) {
    t = rhashtable_lookup_fast(&ht, &key, params);
    pr_info("lookup %u: %d\n", key, t ? (int)(t - things) : -1);
  }
  walk(&ht, "order");
  things[21].key = 25;
  pr_info("replace %d\n", rhashtable_replace_fast(&ht, &things[5].node, &things[21].node, params));
  pr_info("remove %d %d\n", rhashtable_remove_fast(&ht, &things[5].node, params),
          rhashtable_remove_fast(&ht, &things[21].node, params));
  walk(&ht, "left");
  rhashtable_destroy(&ht);
}
static void freed(void* ptr, void* arg) { pr_info("free %u\n", ((struct thing*)ptr)->value); }
static void list_table(void) {
  struct rhltable hlt;
  struct rhlist_head *list, *pos;
  struct thing* t;
  u32 i, key = 1;
  pr_info("rhltable %d\n", rhltable_init(&hlt, &list_params));
  for (i = 0; i < 9; i++) {
    things[i].key = i % 3;
    things[i].value = i;
    pr_info("insert %d\n", rhltable_insert(&hlt, &things[i].list, list_params));
  }
  rcu_read_lock();
  list = rhltable_lookup(&hlt, &key, list_params);
  rhl_for_each_entry_rcu(t, pos, list, list) pr_info("has %u\n", t->value);
  rcu_read_unlock();
  pr_info("remove %d %d %d\n", rhltable_remove(&hlt, &things[7].list, list_params),
          rhltable_remove(&hlt, &things[1].list, list_params),
          rhltable_remove(&hlt, &things[1].list, list_params));
  rhltable_free_and_destroy(&hlt, freed, NULL);
}
static void btrees(void) {
  struct btree_head32 head;
  u32 key;
  unsigned long i;
  void* value;
  pr_info("btree %d\n", btree_init32(&head));
  for (i = 1; i <= 40; i++)
    if (btree_insert32(&head, i * 37 % 101, (void*)(i * 8), GFP_KERNEL)) pr_info("failed\n");
  btree_for_each_safe32(&head, key, value) pr_cont(" %u:%lu", key, (unsigned long)value / 8);
  pr_cont("\n");
  pr_info("lookup %lu %d\n", (unsigned long)btree_lookup32(&head, 37), !btree_lookup32(&head, 102));
  pr_info("update %d %d\n", btree_update32(&head, 37, (void*)4), btree_update32(&head, 102, NULL));
  for (i = 1; i <= 40; i++)
    if (!btree_remove32(&head, i * 37 % 101)) pr_info("not there\n");
  pr_info("empty %d\n", !btree_last32(&head, &key));
  btree_destroy32(&head);
}
static void page_arrays(void) {
  static GENRADIX(u64) array;
  struct genradix_iter iter;
  static const unsigned int at[] = {0, 511, 512, 100000, 3000000};
  u64* p;
  unsigned int i;
  genradix_init(&array);
  pr_info("genradix %d\n", genradix_ptr(&array, 5) == NULL);
  for (i = 0; i < ARRAY_SIZE(at); i++) *genradix_ptr_alloc(&array, at[i], GFP_KERNEL) = at[i] + 1;
  for (i = 0; i < ARRAY_SIZE(at); i++) pr_info("%u: %llu\n", at[i], *genradix_ptr(&array, at[i]));
  pr_info("gap %d %d\n", genradix_ptr(&array, 1024) == NULL, *genradix_ptr(&array, 1) == 0);
  i = 0;
  genradix_for_each(&array, iter, p) {
    if (*p) pr_info("found %zu: %llu\n", iter.pos, *p);
    i++;
  }
  pr_info("visited %u\n", i);
  genradix_free(&array);
}
static enum lru_status visit(struct list_head* item, struct list_lru_one* list, spinlock_t* lock,
                             void* arg) {
  int* n = arg;
  if (++*n % 3 == 0) {
    list_lru_isolate(list, item);
    return LRU_REMOVED;
  }
  return *n % 3 == 1 ? LRU_ROTATE : LRU_SKIP;
}
static void counted_lists(void) {
  static struct list_head items[8];
  struct list_lru lru = {};
  unsigned long left;
  int i, n = 0;
  pr_info("lru %d\n", list_lru_init(&lru));
  for (i = 0; i < 8; i++) {
    INIT_LIST_HEAD(&items[i]);
    list_lru_add(&lru, &items[i]);
  }
  pr_info("add %d count %lu\n", list_lru_add(&lru, &items[0]), list_lru_count(&lru));
  left = list_lru_walk(&lru, visit, &n, 7);
  pr_info("isolated %lu count %lu visits %d\n", left, list_lru_count(&lru), n);
  for (i = 0; i < 8; i++) pr_info("del %d\n", list_lru_del(&lru, &items[i]));
  list_lru_destroy(&lru);
}
static void released(struct percpu_ref* ref) { pr_info("released\n"); }
static void confirmed(struct percpu_ref* ref) { pr_info("confirmed\n"); }
static void references(void) {
  struct percpu_ref ref;
  pr_info("ref %d\n", percpu_ref_init(&ref, released, PERCPU_REF_INIT_ATOMIC, GFP_KERNEL));
  percpu_ref_get(&ref);
  pr_info("zero %d dying %d\n", percpu_ref_is_zero(&ref), percpu_ref_is_dying(&ref));
  percpu_ref_kill_and_confirm(&ref, confirmed);
  synchronize_rcu();
  rcu_barrier();
  pr_info("live %d dying %d\n", percpu_ref_tryget_live(&ref), percpu_ref_is_dying(&ref));
  percpu_ref_put(&ref);
  pr_info("zero %d\n", percpu_ref_is_zero(&ref));
  percpu_ref_reinit(&ref);
  pr_info("live %d\n", percpu_ref_tryget_live(&ref));
  percpu_ref_put(&ref);
  percpu_ref_kill(&ref);
  percpu_ref_exit(&ref);
}
static void hello_once(int n) { pr_info("once %d\n", n); }
static void say(int n) { DO_ONCE(hello_once, n); }

static int __init tables_init(void) {
  int i;
  hash_table();
  list_table();
  btrees();
  page_arrays();
  counted_lists();
  references();
  for (i = 0; i < 3; i++) say(i);
  return 0;
}
static void __exit tables_exit(void) {}
module_init(tables_init);
module_exit(tables_exit);
MODULE_LICENSE("GPL");
