// kfifo, scatterlists, memory pools, genalloc, allocation helpers.
#include <linux/genalloc.h>
#include <linux/init.h>
#include <linux/kernel.h>
#include <linux/kfifo.h>
#include <linux/mempool.h>
#include <linux/mm.h>
#include <linux/module.h>
#include <linux/scatterlist.h>
#include <linux/slab.h>
#include <linux/vmalloc.h>

static DEFINE_KFIFO(fixed, int, 8);
static STRUCT_KFIFO_REC_1(64) records;

static void fifos(void) {
  struct kfifo bytes = {};
  char out[40] = {0};
  int i, v = 0, n;
  for (i = 0; i < 10; i++) pr_info("put %d len %d\n", kfifo_put(&fixed, i), kfifo_len(&fixed));
  n = kfifo_get(&fixed, &v);
  pr_info("get %d %d peek %d", n, v, kfifo_peek(&fixed, &v));
  pr_cont(" %d full %d avail %d\n", v, kfifo_is_full(&fixed), kfifo_avail(&fixed));
  kfifo_reset(&fixed);
  pr_info("empty %d size %d esize %d\n", kfifo_is_empty(&fixed), kfifo_size(&fixed),
          kfifo_esize(&fixed));
  n = kfifo_alloc(&bytes, 20, GFP_KERNEL);
  pr_info("alloc %d size %d\n", n, kfifo_size(&bytes));
  pr_info("in %d %d %d\n", kfifo_in(&bytes, "hello world", 11), kfifo_in(&bytes, "0123456789", 10),
          kfifo_in(&bytes, "abcdefghijklmnop", 16));
  n = kfifo_out(&bytes, out, 15);
  pr_info("out %d %.*s\n", n, n, out);
  n = kfifo_in(&bytes, "WRAPAROUND", 10);
  n = kfifo_out(&bytes, out, 40);
  pr_info("out %d %.*s\n", n, n, out);
  kfifo_free(&bytes);
  INIT_KFIFO(records);
  pr_info("rec %d %d %d\n", kfifo_in(&records, "one", 3), kfifo_in(&records, "three33", 7),
          kfifo_in(&records, out, 60));
  pr_info("peek_len %d", kfifo_peek_len(&records));
  n = kfifo_out(&records, out, sizeof(out));
  pr_cont(" out %d %.*s next %d", n, n, out, kfifo_peek_len(&records));
  n = kfifo_out(&records, out, 2);
  pr_cont(" cut %d %.*s left %d avail %d\n", n, n, out, kfifo_len(&records), kfifo_avail(&records));
}

static void scatter(void) {
  static struct page* pages[4];
  struct sg_table table;
  struct scatterlist *sg, one;
  static char buf[300];
  int i, n = 0;
  pr_info("table %d nents %u orig %u", sg_alloc_table(&table, 500, GFP_KERNEL), table.nents,
          table.orig_nents);
  for_each_sg(table.sgl, sg, table.orig_nents, i) n++;
  pr_cont(" walked %d last %d nents %d\n", n, sg_is_last(sg_last(table.sgl, 500)) != 0,
          sg_nents(table.sgl));
  sg_free_table(&table);
  for (i = 0; i < 4; i++) pages[i] = alloc_page(GFP_KERNEL | __GFP_ZERO);
  sg_alloc_table(&table, 4, GFP_KERNEL);
  for_each_sg(table.sgl, sg, 4, i) sg_set_page(sg, pages[i], 50, 4000 - i * 10);
  for (i = 0; i < 300; i++) buf[i] = i;
  pr_info("copied in %zu", sg_copy_from_buffer(table.sgl, 4, buf, 300));
  memset(buf, 0, 300);
  pr_cont(" out %zu", sg_copy_to_buffer(table.sgl, 4, buf, 120));
  for (i = n = 0; i < 300; i++) n += (u8)buf[i];
  pr_cont(" sum %d skip %zu", n, sg_pcopy_to_buffer(table.sgl, 4, buf, 100, 145));
  pr_cont(" first %d for_len %d %d zero %zu\n", buf[0], sg_nents_for_len(table.sgl, 101),
          sg_nents_for_len(table.sgl, 1000), sg_zero_buffer(table.sgl, 4, 10, 5));
  sg_free_table(&table);
  sg_init_one(&one, buf, 77);
  pr_info("one %u last %d virt %d\n", one.length, sg_is_last(&one) != 0, sg_virt(&one) == buf);
  for (i = 0; i < 4; i++) __free_page(pages[i]);
}

static void* noisy_alloc(gfp_t gfp, void* data) {
  pr_info("pool alloc gfp %#x\n", gfp);
  return kmalloc((long)data, gfp);
}
static void noisy_free(void* element, void* data) {
  pr_info("pool free\n");
  kfree(element);
}
static void pools(void) {
  mempool_t* pool = mempool_create(2, noisy_alloc, noisy_free, (void*)100);
  void* p[4];
  int i;
  for (i = 0; i < 3; i++) p[i] = mempool_alloc(pool, GFP_KERNEL);
  pr_info("curr %d min %d\n", pool->curr_nr, pool->min_nr);
  for (i = 0; i < 3; i++) mempool_free(p[i], pool);
  pr_info("resize %d\n", mempool_resize(pool, 4));
  p[0] = mempool_alloc(pool, GFP_ATOMIC);
  mempool_free(p[0], pool);
  mempool_destroy(pool);
}

static void special(void) {
  struct gen_pool* pool = gen_pool_create(4, -1);
  struct genpool_data_align align = {.align = 64};
  unsigned long a, b, c;
  pr_info("add %d size %zu\n", gen_pool_add_virt(pool, 0x10000, 0x80000, 0x400, -1),
          gen_pool_size(pool));
  a = gen_pool_alloc(pool, 20);
  b = gen_pool_alloc(pool, 100);
  c = gen_pool_alloc_algo(pool, 32, gen_pool_first_fit_align, &align);
  pr_info("%lx %lx %lx avail %zu\n", a, b, c, gen_pool_avail(pool));
  gen_pool_free(pool, b, 100);
  pr_info("best %lx phys %llx has %d %d none %lx\n",
          gen_pool_alloc_algo(pool, 16, gen_pool_best_fit, NULL),
          (u64)gen_pool_virt_to_phys(pool, c), gen_pool_has_addr(pool, 0x10000, 16),
          gen_pool_has_addr(pool, 0x103f8, 16), gen_pool_alloc(pool, 0x400));
  gen_pool_free(pool, a, 20);
  gen_pool_free(pool, c, 32);
  gen_pool_free(pool, 0x10020, 16);
  gen_pool_destroy(pool);
}

static void helpers(void) {
  void *p = krealloc(NULL, 50, GFP_KERNEL), *q, *r;
  pr_info("ksize %zu", ksize(p));
  q = krealloc(p, 60, GFP_KERNEL);
  pr_cont(" same %d", p == q);
  r = krealloc(q, 200, GFP_KERNEL);
  pr_cont(" %zu zero %lx\n", ksize(r), (unsigned long)krealloc(r, 0, GFP_KERNEL));
  pr_info("overflow %d %d %d\n", kmalloc_array(65536, 65536, GFP_KERNEL) == NULL,
          kcalloc(0x40000001, 4, GFP_KERNEL) == NULL,
          kvmalloc_array(65536, 65537, GFP_KERNEL) == NULL);
  p = kvmalloc(100, GFP_KERNEL);
  q = kvmalloc(5 << 20, GFP_KERNEL);
  pr_info("kvmalloc %d %d\n", is_vmalloc_addr(p), is_vmalloc_addr(q));
  kvfree(p);
  kvfree(q);
  p = alloc_pages_exact(20000, GFP_KERNEL);
  pr_info("exact %d %d\n", page_count(virt_to_page(p)), page_count(virt_to_page(p + 4 * 4096)));
  free_pages_exact(p, 20000);
  kfree_sensitive(kmalloc(10, GFP_KERNEL));
  pr_info("zero ptr %lx %zu %zu\n", (unsigned long)kmalloc(0, GFP_KERNEL), ksize(ZERO_SIZE_PTR),
          ksize(NULL));
}

static int __init buffers_init(void) {
  fifos();
  scatter();
  pools();
  special();
  helpers();
  return 0;
}
static void __exit buffers_exit(void) {}
module_init(buffers_init);
module_exit(buffers_exit);
MODULE_LICENSE("GPL");
