/* Bulk calls: the order in which objects come back, and what becomes of the array. */
#include <linux/module.h>
#include <linux/slab.h>
static int __init b_init(void) {
  struct kmem_cache* s = kmem_cache_create("lt_bulk", 1000, 0, SLAB_NOLEAKTRACE, NULL);
  void *p[20], *q[20], *o[20];
  int i, j, n, round;
  for (round = 0; round < 4; round++) {
    n = round == 3 ? 20 : 6;
    pr_info("got %d\n", kmem_cache_alloc_bulk(s, GFP_KERNEL, n, p));
    memcpy(o, p, sizeof(o));
    if (round == 1) {
      swap(p[1], p[4]);
      memcpy(o, p, sizeof(o));
    }
    if (round == 2) {
      kfree_bulk(n, p);
    } else
      kmem_cache_free_bulk(s, n, p);
    for (i = 0; i < n; i++)
      for (j = 0; j < n; j++)
        if (p[i] == o[j]) pr_cont(" %d", j);
    pr_cont("\n");
    for (i = 0; i < n; i++) q[i] = kmem_cache_alloc(s, GFP_KERNEL);
    for (i = 0; i < n; i++) {
      for (j = 0; j < n; j++)
        if (q[i] == o[j]) break;
      pr_cont(" %d", j);
    }
    pr_cont("\n");
    for (i = 0; i < n; i++) kmem_cache_free(s, q[i]);
  }
  /* mixed sources */
  p[0] = kmalloc(100, GFP_KERNEL);
  p[1] = kmalloc(1000, GFP_KERNEL);
  p[2] = kmalloc(100, GFP_KERNEL);
  p[3] = kmalloc(20000, GFP_KERNEL);
  p[4] = kmalloc(1000, GFP_KERNEL);
  p[5] = kmalloc(100, GFP_KERNEL);
  memcpy(o, p, sizeof(o));
  kfree_bulk(6, p);
  for (i = 0; i < 6; i++)
    for (j = 0; j < 6; j++)
      if (p[i] == o[j]) pr_cont(" %d", j);
  pr_cont("\n");
  kmem_cache_free_bulk(s, 0, p);
  pr_info("none %d\n", kmem_cache_alloc_bulk(s, GFP_KERNEL, 0, p));
  kmem_cache_destroy(s);
  return 0;
}
static void __exit b_exit(void) {}
module_init(b_init);
module_exit(b_exit);
MODULE_LICENSE("GPL");
