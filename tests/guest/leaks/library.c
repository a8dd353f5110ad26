/* What leaks through the library: pools, devices, bulk calls, copies; what RCU frees does not. */
#include <linux/device.h>
#include <linux/mempool.h>
#include <linux/mm.h>
#include <linux/module.h>
#include <linux/rcupdate.h>
#include <linux/slab.h>
#include <linux/vmalloc.h>
struct r {
  int a[20];
  struct rcu_head rcu;
};
static noinline void pool(void) {
  mempool_t* p = mempool_create_kmalloc_pool(2, 100);
  mempool_alloc(p, GFP_KERNEL);
}
static noinline void pool_used(void) {
  mempool_t* p = mempool_create_kmalloc_pool(2, 60);
  mempool_alloc(p, GFP_KERNEL);
  mempool_destroy(p);
}
static noinline void devm(void) {
  struct device* d = root_device_register("lt");
  devm_kzalloc(d, 50, GFP_KERNEL);
  devm_kasprintf(d, GFP_KERNEL, "x%d", 1);
}
static noinline void devm_fine(void) {
  struct device* d = root_device_register("lt_fine");
  devm_kzalloc(d, 50, GFP_KERNEL);
  root_device_unregister(d);
}
static noinline void bulk(void) {
  struct kmem_cache* s = kmem_cache_create("lt_bulk", 50, 0, SLAB_NOLEAKTRACE, NULL);
  void* p[5];
  kmem_cache_alloc_bulk(s, GFP_KERNEL, 5, p);
  kmem_cache_free_bulk(s, 3, p);
}
static noinline void rcu(void) {
  struct r* p = kmalloc(sizeof(*p), GFP_KERNEL);
  kfree_rcu(p, rcu);
  p = kmalloc(sizeof(*p), GFP_KERNEL);
  kfree_rcu(p);
}
static noinline void typesafe(void) {
  struct kmem_cache* s = kmem_cache_create("lt_rcu", 50, 0, SLAB_TYPESAFE_BY_RCU, NULL);
  kmem_cache_free(s, kmem_cache_alloc(s, GFP_KERNEL));
  kmem_cache_destroy(s);
}
static noinline void kv(void) {
  kvmalloc(5 << 20, GFP_KERNEL);
  kvmalloc(500, GFP_KERNEL);
  kvfree(kvmalloc(5 << 20, GFP_KERNEL));
}
static noinline void dup(void) {
  kstrdup("leaked", GFP_KERNEL);
  kasprintf(GFP_KERNEL, "%d", 7);
  kmemdup("abc", 3, GFP_KERNEL);
  if (!krealloc(kmalloc(10, GFP_KERNEL), 1000, GFP_KERNEL)) pr_info("no memory\n");
}
static int __init i(void) {
  pool();
  pool_used();
  devm();
  devm_fine();
  bulk();
  rcu();
  typesafe();
  kv();
  dup();
  return 0;
}
static void __exit e(void) {}
module_init(i);
module_exit(e);
MODULE_LICENSE("GPL");

// mm32-expect: status 1
// mm32-expect: message ^leak: library did not free
