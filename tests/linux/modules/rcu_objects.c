/* Objects of a SLAB_TYPESAFE_BY_RCU cache, callbacks, kfree_rcu of every kind of memory. */
#include <linux/completion.h>
#include <linux/delay.h>
#include <linux/mm.h>
#include <linux/module.h>
#include <linux/rcupdate.h>
#include <linux/slab.h>
#include <linux/vmalloc.h>
struct item {
  int value;
  struct rcu_head rcu;
  struct list_head list;
  char rest[80];
};
static struct kmem_cache* cache;
static int freed;
static void ctor(void* p) {
  struct item* i = p;
  i->value = 7;
  INIT_LIST_HEAD(&i->list);
}
static void free_item(struct rcu_head* head) {
  kmem_cache_free(cache, container_of(head, struct item, rcu));
  freed++;
}
static int __init m_init(void) {
  struct item *a, *b, *c;
  int i;
  void* v;
  cache = kmem_cache_create("nr_items", sizeof(struct item), 0,
                            SLAB_TYPESAFE_BY_RCU | SLAB_HWCACHE_ALIGN, ctor);
  pr_info("size %u sizeof %zu\n", kmem_cache_size(cache), sizeof(struct item));
  a = kmem_cache_alloc(cache, GFP_KERNEL);
  pr_info("constructed %d %d ksize %zu\n", a->value, list_empty(&a->list), ksize(a));
  a->value = 9;
  rcu_read_lock();
  kmem_cache_free(cache, a);
  pr_info("still readable %d\n", a->value);
  rcu_read_unlock();
  b = kmem_cache_alloc(cache, GFP_KERNEL);
  pr_info("same %d value %d\n", a == b, b->value);
  call_rcu(&b->rcu, free_item);
  rcu_barrier();
  pr_info("freed %d\n", freed);
  a = kmalloc(sizeof(*a), GFP_KERNEL);
  b = kmalloc(sizeof(*b), GFP_KERNEL);
  c = kvmalloc(200000, GFP_KERNEL);
  kfree_rcu(a, rcu);
  kfree_rcu_mightsleep(b);
  kvfree_rcu(c, rcu);
  v = vmalloc(10000);
  kvfree_rcu_mightsleep(v);
  rcu_barrier();
  synchronize_rcu();
  for (i = 0; i < 100; i++) {
    a = kmem_cache_zalloc(cache, GFP_KERNEL | __GFP_NOWARN);
    if (!a) {
      pr_info("none\n");
      break;
    }
    if (i == 0) pr_info("zeroed value %d\n", a->value);
    call_rcu(&a->rcu, free_item);
  }
  rcu_barrier();
  pr_info("freed %d\n", freed);
  kmem_cache_destroy(cache);
  return 0;
}
static void __exit m_exit(void) {}
module_init(m_init);
module_exit(m_exit);
MODULE_LICENSE("GPL");
