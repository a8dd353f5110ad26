/* Memory pools: when an allocation comes from the reserve, resizing, pools that cannot be made. */
#include <linux/mempool.h>
#include <linux/mm.h>
#include <linux/module.h>
#include <linux/slab.h>
static int allow;
static int allocs, frees;
static void* my_alloc(gfp_t gfp, void* data) {
  allocs++;
  return allow-- > 0 ? kmalloc((long)data, gfp) : NULL;
}
static void my_free(void* p, void* data) {
  frees++;
  kfree(p);
}
static int __init m_init(void) {
  mempool_t *p, q;
  void* e[6];
  int i;
  struct kmem_cache* s = kmem_cache_create("np_slab", 72, 0, SLAB_NOLEAKTRACE, NULL);
  memset(&q, 0, sizeof(q));
  pr_info("sizeof %zu\n", sizeof(mempool_t));
  allow = 3;
  p = mempool_create(3, my_alloc, my_free, (void*)40);
  pr_info("made %d curr %d min %d allocs %d\n", p != NULL, p->curr_nr, p->min_nr, allocs);
  allow = 0;
  for (i = 0; i < 4; i++) {
    e[i] = mempool_alloc(p, GFP_ATOMIC);
    pr_info("%d got %d curr %d\n", i, e[i] != NULL, p->curr_nr);
  }
  mempool_free(e[0], p);
  mempool_free(NULL, p);
  pr_info("curr %d frees %d\n", p->curr_nr, frees);
  allow = 1;
  e[0] = mempool_alloc(p, GFP_KERNEL);
  pr_info("curr %d\n", p->curr_nr);
  for (i = 0; i < 3; i++) mempool_free(e[i], p);
  pr_info("curr %d frees %d\n", p->curr_nr, frees);
  allow = 1;
  pr_info("resize up %d min %d curr %d\n", mempool_resize(p, 6), p->min_nr, p->curr_nr);
  pr_info("resize down %d min %d curr %d frees %d\n", mempool_resize(p, 1), p->min_nr, p->curr_nr,
          frees);
  allow = 0;
  e[0] = mempool_alloc(p, GFP_KERNEL | __GFP_ZERO);
  pr_info("zero flag %d\n", e[0] != NULL);
  mempool_free(e[0], p);
  mempool_destroy(p);
  pr_info("frees %d\n", frees);
  allow = 1;
  p = mempool_create(2, my_alloc, my_free, (void*)40);
  pr_info("not enough %d frees %d\n", p == NULL, frees);
  p = mempool_create(0, my_alloc, my_free, (void*)40);
  pr_info("of zero %d\n", p != NULL);
  allow = 0;
  pr_info("alloc %d\n", mempool_alloc(p, GFP_ATOMIC) == NULL);
  mempool_destroy(p);
  p = mempool_create_slab_pool(2, s);
  e[0] = mempool_alloc(p, GFP_KERNEL);
  pr_info("slab ksize %zu curr %d\n", ksize(e[0]), p->curr_nr);
  mempool_free(e[0], p);
  mempool_destroy(p);
  p = mempool_create_kmalloc_pool(2, 100);
  e[0] = mempool_alloc(p, GFP_KERNEL);
  pr_info("kmalloc ksize %zu\n", ksize(e[0]));
  mempool_free(e[0], p);
  mempool_destroy(p);
  p = mempool_create_page_pool(2, 1);
  e[0] = mempool_alloc(p, GFP_KERNEL);
  pr_info("page %d\n", page_count(e[0]));
  mempool_free(e[0], p);
  mempool_destroy(p);
  pr_info("init %d\n", mempool_init_slab_pool(&q, 2, s));
  pr_info("initialized %d\n", mempool_initialized(&q));
  mempool_exit(&q);
  pr_info("initialized %d\n", mempool_initialized(&q));
  mempool_exit(&q);
  mempool_destroy(NULL);
  kmem_cache_destroy(s);
  return 0;
}
static void __exit m_exit(void) {}
module_init(m_init);
module_exit(m_exit);
MODULE_LICENSE("GPL");
