/* What an address is: kmem_dump_obj and mem_dump_obj. */
#include <linux/mm.h>
#include <linux/module.h>
#include <linux/slab.h>
#include <linux/vmalloc.h>
static char in_module[10];
#define D(p)                                        \
  do {                                              \
    pr_info("%s:", #p);                             \
    if (!kmem_dump_obj(p)) pr_cont(" no object\n"); \
  } while (0)
#define M(p)            \
  do {                  \
    pr_info("%s:", #p); \
    mem_dump_obj(p);    \
  } while (0)
static int __init m_init(void) {
  struct kmem_cache* s = kmem_cache_create("nd_plain", 100, 0, SLAB_NOLEAKTRACE, NULL);
  struct kmem_cache* u = kmem_cache_create("nd_user", 100, 0, SLAB_RED_ZONE, NULL);
  struct kmem_cache* a = kmem_cache_create(
      "nd_all", 100, 0, SLAB_RED_ZONE | SLAB_POISON | SLAB_CONSISTENCY_CHECKS, NULL);
  char *p = kmem_cache_alloc(s, GFP_KERNEL), *q = kmem_cache_alloc(u, GFP_KERNEL),
       *r = kmem_cache_alloc(a, GFP_KERNEL);
  char *k = kmalloc(50, GFP_KERNEL), *big = kmalloc(20000, GFP_KERNEL), *v = vmalloc(8192);
  int local;
  D(p);
  D(p + 10);
  D(q);
  D(q + 99);
  D(r);
  D(r + 3);
  D(k);
  D(k + 63);
  D(big);
  D(v);
  D(NULL);
  D(ZERO_SIZE_PTR);
  D(in_module);
  D(&local);
  kmem_cache_free(u, q);
  D(q);
  kmem_cache_free(a, r);
  D(r);
  M(p);
  M(k + 1);
  M(big);
  M(v);
  M(v + 5000);
  M(NULL);
  M(ZERO_SIZE_PTR);
  M((void*)0x1000);
  kmem_cache_free(s, p);
  kfree(k);
  kfree(big);
  vfree(v);
  kmem_cache_destroy(s);
  kmem_cache_destroy(u);
  kmem_cache_destroy(a);
  return 0;
}
static void __exit m_exit(void) {}
module_init(m_init);
module_exit(m_exit);
MODULE_LICENSE("GPL");
