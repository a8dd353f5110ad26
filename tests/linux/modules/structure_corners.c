// Lists, trees, arrays of pointers, queues, pools, bitmaps and notifiers, at their limits.
#include <linux/bitmap.h>
#include <linux/bsearch.h>
#include <linux/genalloc.h>
#include <linux/hashtable.h>
#include <linux/idr.h>
#include <linux/interval_tree.h>
#include <linux/kernel.h>
#include <linux/kfifo.h>
#include <linux/klist.h>
#include <linux/list.h>
#include <linux/list_sort.h>
#include <linux/llist.h>
#include <linux/mempool.h>
#include <linux/module.h>
#include <linux/notifier.h>
#include <linux/percpu.h>
#include <linux/percpu_counter.h>
#include <linux/plist.h>
#include <linux/radix-tree.h>
#include <linux/rbtree.h>
#include <linux/scatterlist.h>
#include <linux/seqlock.h>
#include <linux/slab.h>
#include <linux/sort.h>
#include <linux/xarray.h>
MODULE_LICENSE("GPL");
#define P(f, ...) pr_info("%d: " f "\n", __LINE__, ##__VA_ARGS__)
struct it {
  struct list_head l;
  int v;
  struct hlist_node h;
  struct rb_node rb;
  struct llist_node ll;
};
static int cmpi(void* p, const struct list_head* a, const struct list_head* b) {
  return list_entry(a, struct it, l)->v / 10 - list_entry(b, struct it, l)->v / 10;
}
static int cmpint(const void* a, const void* b) { return *(int*)a - *(int*)b; }
static void swp(void* a, void* b, int n) {
  int t = *(int*)a;
  *(int*)a = *(int*)b;
  *(int*)b = t;
}
static DEFINE_HASHTABLE(ht, 3);
static DEFINE_KFIFO(kf, int, 8);
static int nb1(struct notifier_block* n, unsigned long a, void* d) {
  P("nb prio %d act %lu", n->priority, a);
  return a == 5 ? NOTIFY_STOP : a == 6 ? notifier_from_errno(-EBUSY) : NOTIFY_OK;
}
static int __init corners_init(void) {
  struct it a[12];
  LIST_HEAD(L);
  LIST_HEAD(M);
  struct it *p, *q;
  int i;
  for (i = 0; i < 12; i++) {
    a[i].v = (i * 37) % 100;
    list_add_tail(&a[i].l, &L);
  }
  list_sort(NULL, &L, cmpi);
  list_for_each_entry(p, &L, l) pr_cont("%d ", p->v);
  pr_cont("\n");
  list_rotate_left(&L);
  list_move(&a[3].l, &L);
  list_cut_position(&M, &L, &a[5].l);
  list_for_each_entry(p, &M, l) pr_cont("%d ", p->v);
  pr_cont("| ");
  list_for_each_entry_reverse(p, &L, l) pr_cont("%d ", p->v);
  pr_cont("\n");
  list_splice_tail_init(&M, &L);
  P("%d %d %zu", list_empty(&M), list_is_singular(&L), (size_t)12);
  list_for_each_entry_safe(p, q, &L, l) if (p->v & 1) list_del(&p->l);
  list_for_each_entry(p, &L, l) pr_cont("%d ", p->v);
  pr_cont("\n");
  {
    HLIST_HEAD(h);
    struct hlist_node* n;
    for (i = 0; i < 4; i++) hlist_add_head(&a[i].h, &h);
    hlist_del_init(&a[2].h);
    hlist_add_behind(&a[2].h, &a[0].h);
    hlist_for_each_entry(p, &h, h) pr_cont("%d ", p->v);
    pr_cont("%d\n", hlist_unhashed(&a[2].h));
    (void)n;
    hlist_del(&a[0].h);
    P("%px %px", a[0].h.next, a[0].h.pprev);
  }
  {
    for (i = 0; i < 8; i++) hash_add(ht, &a[i].h, a[i].v);
    i = 0;
    hash_for_each_possible(ht, p, h, 37) i += p->v == 37;
    P("%d %d", i, hash_empty(ht));
  }
  {
    int s[9] = {5, 2, 9, 1, 5, 6, -3, 0, 2}, k = 6;
    sort(s, 9, 4, cmpint, NULL);
    for (i = 0; i < 9; i++) pr_cont("%d ", s[i]);
    sort(s, 9, 4, cmpint, swp);
    pr_cont("%d\n", (int)((int*)bsearch(&k, s, 9, 4, cmpint) - s));
    k = 7;
    P("%px", bsearch(&k, s, 9, 4, cmpint));
  }
  {
    struct rb_root r = RB_ROOT;
    struct rb_node* n;
    for (i = 0; i < 12; i++) {
      struct rb_node **w = &r.rb_node, *par = NULL;
      while (*w) {
        par = *w;
        w = a[i].v < rb_entry(par, struct it, rb)->v ? &par->rb_left : &par->rb_right;
      }
      rb_link_node(&a[i].rb, par, w);
      rb_insert_color(&a[i].rb, &r);
    }
    rb_erase(&a[4].rb, &r);
    for (n = rb_first(&r); n; n = rb_next(n)) pr_cont("%d ", rb_entry(n, struct it, rb)->v);
    pr_cont("\n");
    for (n = rb_first_postorder(&r); n; n = rb_next_postorder(n))
      pr_cont("%d%c ", rb_entry(n, struct it, rb)->v, (n->__rb_parent_color & 1) ? 'b' : 'r');
    pr_cont("\n");
  }
  {
    DEFINE_XARRAY_ALLOC(xa);
    void* e;
    unsigned long ix;
    u32 id;
    u32 nxt = 0;
    for (i = 0; i < 100; i += 7) xa_store(&xa, i * i, xa_mk_value(i), GFP_KERNEL);
    xa_for_each(&xa, ix, e) pr_cont("%lu ", ix);
    pr_cont("\n");
    xa_set_mark(&xa, 49, XA_MARK_1);
    P("%d %d %d", xa_get_mark(&xa, 49, XA_MARK_1), xa_marked(&xa, XA_MARK_1),
      xa_marked(&xa, XA_MARK_2));
    P("%d %u", xa_alloc(&xa, &id, xa_mk_value(1), XA_LIMIT(0, 3), GFP_KERNEL), id);
    P("%d %u", xa_alloc(&xa, &id, xa_mk_value(1), XA_LIMIT(0, 0), GFP_KERNEL), id);
    P("%d %u %u", xa_alloc_cyclic(&xa, &id, xa_mk_value(2), XA_LIMIT(5, 7), &nxt, GFP_KERNEL), id,
      nxt);
    P("%d %d", xa_insert(&xa, 49, xa_mk_value(5), GFP_KERNEL),
      xa_err(xa_store(&xa, 1, (void*)2, 0)));
    e = xa_cmpxchg(&xa, 49, xa_mk_value(7), NULL, GFP_KERNEL);
    P("%ld", xa_to_value(e));
    ix = 50;
    e = xa_find(&xa, &ix, ULONG_MAX, XA_PRESENT);
    P("%lu %ld", ix, xa_to_value(e));
    xa_store_range(&xa, 1000, 1015, xa_mk_value(9), GFP_KERNEL);
    P("%ld %px", xa_to_value(xa_load(&xa, 1015)), xa_load(&xa, 1016));
    P("%ld", xa_to_value(xa_erase(&xa, 196)));
    xa_destroy(&xa);
    P("%d", xa_empty(&xa));
  }
  {
    DEFINE_IDR(idr);
    DEFINE_IDA(ida);
    int v = 5;
    P("%d %d %d %d", idr_alloc(&idr, &v, 0, 0, GFP_KERNEL), idr_alloc(&idr, &v, 10, 12, GFP_KERNEL),
      idr_alloc(&idr, &v, 10, 11, GFP_KERNEL), idr_alloc_cyclic(&idr, NULL, 0, 5, GFP_KERNEL));
    P("%px %d", idr_find(&idr, 99), idr_replace(&idr, &i, 10) == &v);
    {
      int id = 1;
      void* n = idr_get_next(&idr, &id);
      P("%d %d", id, n == &i);
    }
    P("%d", idr_remove(&idr, 0) == &v);
    P("%d", idr_alloc(&idr, &v, -1, 0, GFP_KERNEL));
    P("%d", idr_alloc(&idr, &v, 5, 5, GFP_KERNEL));
    idr_destroy(&idr);
    P("%d %d %d %d", ida_alloc(&ida, GFP_KERNEL), ida_alloc_min(&ida, 100, GFP_KERNEL),
      ida_alloc_max(&ida, 0, GFP_KERNEL), ida_alloc_range(&ida, 7, 8, GFP_KERNEL));
    ida_free(&ida, 0);
    P("%d %d", ida_alloc(&ida, GFP_KERNEL), ida_is_empty(&ida));
    ida_destroy(&ida);
  }
  {
    RADIX_TREE(rt, GFP_KERNEL);
    void* res[4];
    void** slot;
    struct radix_tree_iter iter;
    static int o[6];
    for (i = 0; i < 6; i++) radix_tree_insert(&rt, i * i * i, &o[i]);
    P("%d", radix_tree_insert(&rt, 8, &o[0]));
    radix_tree_tag_set(&rt, 27, 1);
    radix_tree_tag_set(&rt, 125, 1);
    P("%d %d", radix_tree_gang_lookup(&rt, res, 2, 4),
      radix_tree_gang_lookup_tag(&rt, res, 0, 4, 1));
    P("%d %d %d", (int)((int*)res[0] - o), radix_tree_tag_get(&rt, 27, 1),
      radix_tree_tagged(&rt, 0));
    radix_tree_for_each_slot(slot, &rt, &iter, 0)
        pr_cont("%lu:%d ", iter.index, (int)((int*)radix_tree_deref_slot(slot) - o));
    pr_cont("\n");
    for (i = 0; i < 6; i++) radix_tree_delete(&rt, i * i * i);
    P("%d", radix_tree_empty(&rt));
  }
  {
    int v, arr[4] = {1, 2, 3, 4};
    P("%d %u", kfifo_in(&kf, arr, 4), kfifo_len(&kf));
    P("%d %d", kfifo_put(&kf, 9), kfifo_is_full(&kf));
    P("%d %d %d", kfifo_get(&kf, &v), v, kfifo_peek(&kf, &v));
    P("%u %u %u", kfifo_avail(&kf), kfifo_size(&kf), kfifo_out(&kf, arr, 4));
    P("%d %d", arr[3], kfifo_is_empty(&kf));
    {
      struct kfifo f = {};
      unsigned char bb[20] = "";
      P("%d %u", kfifo_alloc(&f, 100, GFP_KERNEL), kfifo_size(&f));
      P("%u %u", kfifo_in(&f, "hello world", 11), kfifo_out_peek(&f, bb, 5));
      kfifo_skip(&f);
      P("%u %.*s", kfifo_len(&f), 5, bb);
      kfifo_free(&f);
    }
    {
      struct kfifo_rec_ptr_1 r1;
      char bb[30] = "";
      int z;
      z = kfifo_alloc(&r1, 32, GFP_KERNEL);
      P("%d %u %u %u %u", z, kfifo_in(&r1, "abc", 3), kfifo_in(&r1, "hello", 5),
        kfifo_peek_len(&r1), kfifo_avail(&r1));
      z = kfifo_out(&r1, bb, 2);
      P("%d %u %d", z, kfifo_len(&r1), kfifo_peek_len(&r1));
      kfifo_skip(&r1);
      P("%u", kfifo_len(&r1));
      kfifo_free(&r1);
    }
  }
  {
    struct gen_pool* g = gen_pool_create(4, -1);
    unsigned long x, y;
    gen_pool_add(g, 0x10000, 0x1000, -1);
    x = gen_pool_alloc(g, 100);
    y = gen_pool_alloc(g, 16);
    P("%lx %lx %zu %zu", x, y, gen_pool_avail(g), gen_pool_size(g));
    gen_pool_free(g, x, 100);
    gen_pool_set_algo(g, gen_pool_best_fit, NULL);
    P("%lx", gen_pool_alloc(g, 50));
    P("%lx %d %d", gen_pool_alloc(g, 0x2000), gen_pool_has_addr(g, 0x10800, 0x10),
      gen_pool_has_addr(g, 0x10ff0, 0x20));
    gen_pool_free(g, 0x10000, 50);
    gen_pool_free(g, y, 16);
    gen_pool_destroy(g);
  }
  {
    struct sg_table t = {};
    struct scatterlist* s;
    char bb[64] = "";
    void* pg = (void*)get_zeroed_page(GFP_KERNEL);
    struct sg_mapping_iter mi;
    P("%d %u", sg_alloc_table(&t, 300, GFP_KERNEL), t.orig_nents);
    for_each_sg(t.sgl, s, 300, i) sg_set_buf(s, pg + i, 3);
    P("%d %d", sg_nents(t.sgl), sg_nents_for_len(t.sgl, 100));
    P("%zu", sg_copy_from_buffer(t.sgl, 300, "0123456789", 10));
    P("%zu", sg_pcopy_to_buffer(t.sgl, 300, bb, 9, 2));
    P("%.9s %zu", bb, sg_zero_buffer(t.sgl, 300, 4, 1));
    sg_miter_start(&mi, t.sgl, 300, SG_MITER_FROM_SG);
    sg_miter_next(&mi);
    P("%zu %d", mi.length, sg_miter_skip(&mi, 100));
    sg_miter_stop(&mi);
    P("%d", sg_last(t.sgl, 300) == s - 1 || 1);
    sg_free_table(&t);
    free_page((unsigned long)pg);
  }
  {
    DECLARE_BITMAP(b, 100);
    DECLARE_BITMAP(c, 100);
    char o[80];
    bitmap_zero(b, 100);
    bitmap_set(b, 3, 40);
    bitmap_clear(b, 10, 5);
    P("%d %d %d", bitmap_weight(b, 100), (int)find_first_zero_bit(b, 100),
      (int)find_next_bit(b, 100, 44));
    P("%lu %lu", bitmap_find_next_zero_area(b, 100, 0, 4, 0),
      bitmap_find_next_zero_area(b, 100, 0, 4, 7));
    P("%d %d", bitmap_parselist("1-3,7,20-30:2/4,99", c, 100),
      bitmap_parse("ff,0000000f", 11, b, 64));
    bitmap_print_to_pagebuf(true, o, c, 100);
    P("%s", o);
    P("%d %d %d", bitmap_parselist("100", c, 100), bitmap_parselist("5-3", c, 100),
      bitmap_parselist("a", c, 100));
    P("%d %d", bitmap_parselist("all", c, 100), bitmap_parselist("0-N", c, 100));
    P("%d %d", bitmap_and(b, b, c, 100), bitmap_subset(b, c, 100));
    bitmap_shift_left(b, b, 33, 100);
    P("%*pb", 100, b);
    bitmap_shift_right(b, b, 31, 100);
    P("%*pb", 100, b);
    P("%d %d", bitmap_find_free_region(b, 100, 2), bitmap_allocate_region(b, 4, 2));
    P("%*pbl", 100, c);
    bitmap_remap(c, b, b, c, 100);
    P("%d", bitmap_bitremap(5, b, c, 100));
    {
      u32 a32[4];
      bitmap_to_arr32(a32, b, 100);
      P("%x %x %x %x", a32[0], a32[1], a32[2], a32[3]);
      bitmap_from_arr32(c, a32, 50);
      P("%*pbl", 100, c);
    }
  }
  {
    BLOCKING_NOTIFIER_HEAD(bn);
    RAW_NOTIFIER_HEAD(rn);
    ATOMIC_NOTIFIER_HEAD(an);
    struct notifier_block n1 = {.notifier_call = nb1, .priority = 1},
                          n2 = {.notifier_call = nb1, .priority = 7}, n3 = {.notifier_call = nb1};
    blocking_notifier_chain_register(&bn, &n1);
    blocking_notifier_chain_register(&bn, &n2);
    P("%x", blocking_notifier_call_chain(&bn, 1, NULL));
    P("%x", blocking_notifier_call_chain(&bn, 5, NULL));
    P("%d", notifier_to_errno(blocking_notifier_call_chain(&bn, 6, NULL)));
    P("%d %d", blocking_notifier_chain_unregister(&bn, &n3),
      blocking_notifier_chain_unregister(&bn, &n1));
    raw_notifier_chain_register(&rn, &n3);
    P("%d", raw_notifier_chain_register(&rn, &n3));
    P("%x", raw_notifier_call_chain(&rn, 9, NULL));
    atomic_notifier_chain_register(&an, &n1);
    P("%x", atomic_notifier_call_chain(&an, 3, NULL));
    P("%x", raw_notifier_call_chain_robust(&rn, 6, 7, NULL));
  }
  return 0;
}
static void __exit corners_exit(void) {}
module_init(corners_init);
module_exit(corners_exit);
