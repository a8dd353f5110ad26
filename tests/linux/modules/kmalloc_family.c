/* The kmalloc family: sizes, krealloc, zeroing, kvmalloc, duplicates, RCU frees and memory pools.
 */
#include <linux/io.h>
#include <linux/mempool.h>
#include <linux/mm.h>
#include <linux/module.h>
#include <linux/rcupdate.h>
#include <linux/slab.h>
#include <linux/string.h>
#include <linux/vmalloc.h>

static int is_zero(const void* p, size_t n) { return !memchr_inv(p, 0, n); }
static void about(const char* what, const void* p) {
  if (ZERO_OR_NULL_PTR(p))
    pr_info("%s: %lx ksize %zu\n", what, (unsigned long)p, ksize(p));
  else
    pr_info("%s: ksize %zu vmalloc %d slab %d head %d\n", what, is_vmalloc_addr(p) ? 0 : ksize(p),
            is_vmalloc_addr(p), is_vmalloc_addr(p) ? -1 : PageSlab(virt_to_head_page(p)),
            is_vmalloc_addr(p) ? -1 : PageHead(virt_to_head_page(p)));
}
static void sizes(void) {
  static const size_t s[] = {0,
                             1,
                             7,
                             8,
                             9,
                             16,
                             17,
                             32,
                             33,
                             64,
                             65,
                             96,
                             97,
                             128,
                             129,
                             192,
                             193,
                             256,
                             257,
                             512,
                             513,
                             1024,
                             1025,
                             2048,
                             2049,
                             4096,
                             4097,
                             8192,
                             8193,
                             12288,
                             16384,
                             16385,
                             65536,
                             100000,
                             1 << 20,
                             (1 << 20) + 1,
                             (4 << 20) - 1,
                             4 << 20};
  int i;
  for (i = 0; i < ARRAY_SIZE(s); i++) {
    void* p = kmalloc(s[i], GFP_KERNEL);
    void* d = kmalloc(s[i], GFP_KERNEL | GFP_DMA);
    void* r = kmalloc(s[i], GFP_KERNEL | __GFP_RECLAIMABLE);
    void* a = kmalloc(s[i], GFP_KERNEL_ACCOUNT);
    pr_info("%zu: %zu %zu %zu %zu roundup %zu dma %d aligned %lu\n", s[i], ksize(p), ksize(d),
            ksize(r), ksize(a), kmalloc_size_roundup(s[i]),
            ZERO_OR_NULL_PTR(d) ? -1 : virt_to_phys(d) < 0x1000000,
            s[i] && !(s[i] & (s[i] - 1)) ? (unsigned long)p & (s[i] - 1) : 0);
    kfree(p);
    kfree(d);
    kfree(r);
    kfree(a);
  }
  pr_info("roundup %zu %zu %zu\n", kmalloc_size_roundup((4 << 20) + 1),
          kmalloc_size_roundup(SIZE_MAX), kmalloc_size_roundup(0x80000000));
}
static void reallocs(void) {
  char *p, *q;
  int i;
  p = krealloc(NULL, 50, GFP_KERNEL);
  about("krealloc null", p);
  for (i = 0; i < 50; i++) p[i] = i;
  q = krealloc(p, 64, GFP_KERNEL);
  pr_info("same %d\n", q == p);
  p = q;
  q = krealloc(p, 65, GFP_KERNEL);
  pr_info("same %d kept %d\n", q == p, q[49]);
  p = q;
  about("65", p);
  q = krealloc(p, 10, GFP_KERNEL);
  pr_info("same %d\n", q == p);
  p = q;
  q = krealloc(p, 9000, GFP_KERNEL | __GFP_ZERO);
  pr_info("kept %d zero %d\n", q[9], is_zero(q + 100, 8900));
  p = q;
  about("9000", p);
  q = krealloc(p, 100000, GFP_KERNEL);
  about("100000", q);
  p = q;
  q = krealloc(p, 1, GFP_KERNEL);
  pr_info("same %d\n", q == p);
  about("1", q);
  p = q;
  q = krealloc(p, 0, GFP_KERNEL);
  about("0", q);
  q = krealloc(ZERO_SIZE_PTR, 10, GFP_KERNEL);
  about("from zero", q);
  p = krealloc(q, 8 << 20, GFP_KERNEL | __GFP_NOWARN);
  about("too big", p);
  kfree(q);
  p = krealloc_array(NULL, 10, 12, GFP_KERNEL);
  about("array", p);
  q = krealloc_array(p, 0x40000001, 4, GFP_KERNEL);
  about("array overflow", q);
  kfree(p);
}
static void zeros(void) {
  void* p;
  p = kzalloc(100, GFP_KERNEL);
  pr_info("kzalloc %d\n", is_zero(p, 100));
  memset(p, 1, 100);
  kfree_sensitive(p);
  p = kcalloc(10, 10, GFP_KERNEL);
  about("kcalloc", p);
  pr_info("zero %d\n", is_zero(p, 100));
  kfree(p);
  about("kcalloc overflow", kcalloc(65536, 65536, GFP_KERNEL));
  about("kcalloc overflow", kcalloc(SIZE_MAX, 2, GFP_KERNEL));
  about("kcalloc 0", kcalloc(0, 10, GFP_KERNEL));
  about("array 0", kmalloc_array(10, 0, GFP_KERNEL));
  about("kmalloc_array", kmalloc_array(0x10000, 0x10001, GFP_KERNEL));
  p = kmalloc_node(100, GFP_KERNEL, 0);
  about("node", p);
  kfree(p);
  p = kmalloc_node(100, GFP_KERNEL, NUMA_NO_NODE);
  about("no node", p);
  kfree(p);
  p = kzalloc_node(10000, GFP_KERNEL, 0);
  about("znode", p);
  kfree(p);
  p = kmalloc_array_node(10, 30, GFP_KERNEL, 0);
  about("array node", p);
  kfree(p);
  p = kcalloc_node(10, 30, GFP_KERNEL, 0);
  about("calloc node", p);
  kfree(p);
  kfree_sensitive(NULL);
  kfree_sensitive(ZERO_SIZE_PTR);
}
static void kvs(void) {
  static const size_t s[] = {0,     1,     100,     4096,    8192,          8193,
                             32768, 65536, 1 << 20, 4 << 20, (4 << 20) + 1, 5 << 20};
  int i;
  void *p, *q;
  for (i = 0; i < ARRAY_SIZE(s); i++) {
    p = kvmalloc(s[i], GFP_KERNEL);
    about("kvmalloc", p);
    kvfree(p);
    p = kvzalloc(s[i], GFP_KERNEL);
    pr_info("zero %d\n", s[i] ? is_zero(p, s[i]) : -1);
    kvfree_sensitive(p, s[i]);
  }
  about("kvmalloc_array", kvmalloc_array(65536, 65536, GFP_KERNEL));
  p = kvcalloc(1000, 1000, GFP_KERNEL);
  about("kvcalloc", p);
  q = kvrealloc(p, 1000000, 2000000, GFP_KERNEL);
  about("kvrealloc", q);
  p = kvrealloc(q, 2000000, 100, GFP_KERNEL);
  pr_info("same %d\n", p == q);
  q = kvrealloc(p, 2000000, 6000000, GFP_KERNEL);
  about("kvrealloc", q);
  kvfree(q);
  p = kvmalloc_node(5 << 20, GFP_KERNEL, 0);
  about("kvnode", p);
  kvfree(p);
  about("kvmalloc atomic big", kvmalloc(5 << 20, GFP_ATOMIC | __GFP_NOWARN));
  about("kvmalloc nofs big", p = kvmalloc(5 << 20, GFP_NOFS));
  kvfree(p);
}
static void dups(void) {
  char* p;
  const char* c;
  char buf[10] = "abcdefghi";
  p = kstrdup("hello", GFP_KERNEL);
  about(p, p);
  kfree(p);
  about("null", kstrdup(NULL, GFP_KERNEL));
  p = kstrndup("hello world", 5, GFP_KERNEL);
  about(p, p);
  kfree(p);
  p = kstrndup("hi", 50, GFP_KERNEL);
  about(p, p);
  kfree(p);
  about("null", kstrndup(NULL, 5, GFP_KERNEL));
  p = kmemdup("hello", 6, GFP_KERNEL);
  about(p, p);
  kfree(p);
  p = kmemdup(buf, 0, GFP_KERNEL);
  about("0", p);
  kfree(p);
  p = kmemdup_nul(buf, 3, GFP_KERNEL);
  about(p, p);
  kfree(p);
  about("nul null", kmemdup_nul(NULL, 3, GFP_KERNEL));
  c = kstrdup_const("constant", GFP_KERNEL);
  pr_info("const %d\n", c[0]);
  kfree_const(c);
  c = kstrdup_const(buf, GFP_KERNEL);
  pr_info("const %d\n", c == buf);
  kfree_const(c);
  p = kasprintf(GFP_KERNEL, "%d-%s", 5, "x");
  about(p, p);
  kfree(p);
  kfree_const(NULL);
}
struct r {
  int a[20];
  struct rcu_head rcu;
};
static void rcu(void) {
  struct r* p = kmalloc(sizeof(*p), GFP_KERNEL);
  kfree_rcu(p, rcu);
  p = kmalloc(sizeof(*p), GFP_KERNEL);
  kfree_rcu(p);
  p = kvmalloc(5 << 20, GFP_KERNEL);
  kvfree_rcu(p);
  p = NULL;
  kfree_rcu(p, rcu);
  rcu_barrier();
}
static void pools(void) {
  struct kmem_cache* c = kmem_cache_create("lt_pool", 200, 0, SLAB_NOLEAKTRACE, NULL);
  mempool_t* p = mempool_create_slab_pool(4, c);
  mempool_t own;
  void* e[8];
  int i, err;
  pr_info("pool %d %d\n", p->min_nr, p->curr_nr);
  for (i = 0; i < 6; i++) e[i] = mempool_alloc(p, GFP_KERNEL);
  pr_info("pool %d\n", p->curr_nr);
  for (i = 0; i < 6; i++) mempool_free(e[i], p);
  pr_info("pool %d\n", p->curr_nr);
  pr_info("resize %d", mempool_resize(p, 6));
  pr_cont(" %d %d\n", p->min_nr, p->curr_nr);
  pr_info("resize %d", mempool_resize(p, 2));
  pr_cont(" %d %d\n", p->min_nr, p->curr_nr);
  mempool_destroy(p);
  kmem_cache_destroy(c);
  p = mempool_create_kmalloc_pool(3, 100);
  e[0] = mempool_alloc(p, GFP_ATOMIC);
  about("kpool", e[0]);
  mempool_free(e[0], p);
  mempool_destroy(p);
  p = mempool_create_page_pool(2, 1);
  e[0] = mempool_alloc(p, GFP_KERNEL);
  pr_info("order %d\n", compound_order(e[0]));
  mempool_free(e[0], p);
  mempool_destroy(p);
  mempool_destroy(NULL);
  err = mempool_init_kmalloc_pool(&own, 2, 64);
  pr_info("init %d %d\n", err, mempool_initialized(&own));
  mempool_exit(&own);
  mempool_free(NULL, &own);
  p = mempool_create(0, mempool_kmalloc, mempool_kfree, (void*)16);
  pr_info("zero pool %d\n", p != NULL);
  if (p) {
    e[0] = mempool_alloc(p, GFP_NOWAIT);
    mempool_free(e[0], p);
    mempool_destroy(p);
  }
}
static int __init f_init(void) {
  sizes();
  reallocs();
  zeros();
  kvs();
  dups();
  rcu();
  pools();
  return 0;
}
static void __exit f_exit(void) {}
module_init(f_init);
module_exit(f_exit);
MODULE_LICENSE("GPL");
