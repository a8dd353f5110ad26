// idr, ida, xarray and radix tree.
#include <linux/idr.h>
#include <linux/init.h>
#include <linux/kernel.h>
#include <linux/module.h>
#include <linux/radix-tree.h>
#include <linux/xarray.h>

static int values[10];
static int visit(int id, void* p, void* data) {
  pr_info("visit %d -> %d\n", id, (int)((int*)p - values));
  return id == 2000 ? 77 : 0;
}

static void idrs(void) {
  struct idr idr;
  int id, i;
  void* entry;
  idr_init(&idr);
  pr_info("idr empty %d\n", idr_is_empty(&idr));
  for (i = 0; i < 5; i++) pr_info("alloc %d\n", idr_alloc(&idr, &values[i], 0, 0, GFP_KERNEL));
  pr_info("alloc from 2000: %d %d, 1..3: %d\n", idr_alloc(&idr, &values[5], 2000, 0, GFP_KERNEL),
          idr_alloc(&idr, &values[6], 2000, 0, GFP_KERNEL),
          idr_alloc(&idr, &values[7], 1, 3, GFP_KERNEL));
  pr_info("find %d %d\n", idr_find(&idr, 3) == &values[3], idr_find(&idr, 9) == NULL);
  pr_info("remove %d %d\n", idr_remove(&idr, 2) == &values[2], idr_remove(&idr, 2) == NULL);
  pr_info("realloc %d\n", idr_alloc(&idr, &values[8], 0, 0, GFP_KERNEL));
  pr_info("null %d\n", idr_alloc(&idr, NULL, 0, 0, GFP_KERNEL));
  pr_info("after null %d\n", idr_alloc(&idr, &values[9], 0, 0, GFP_KERNEL));
  pr_info("replace %d %ld\n", idr_replace(&idr, &values[1], 3) == &values[3],
          PTR_ERR(idr_replace(&idr, &values[1], 99)));
  pr_info("for_each %d\n", idr_for_each(&idr, visit, NULL));
  idr_for_each_entry(&idr, entry, id) pr_info("entry %d %d\n", id, (int)((int*)entry - values));
  for (i = 0; i < 5; i++)
    pr_info("cyclic %d\n", idr_alloc_cyclic(&idr, &values[i], 10, 13, GFP_KERNEL));
  idr_remove(&idr, 11);
  pr_info("cyclic %d\n", idr_alloc_cyclic(&idr, &values[0], 10, 13, GFP_KERNEL));
  idr_destroy(&idr);
  pr_info("destroyed empty %d\n", idr_is_empty(&idr));
  idr_init_base(&idr, 1);
  pr_info("base 1: %d %d\n", idr_alloc(&idr, &values[0], 0, 0, GFP_KERNEL),
          idr_alloc(&idr, &values[1], 100000, 0, GFP_KERNEL));
  idr_destroy(&idr);
}

static void idas(void) {
  DEFINE_IDA(ida);
  int i, sum = 0;
  for (i = 0; i < 3000; i++) sum += ida_alloc(&ida, GFP_KERNEL);
  pr_info("ida sum %d\n", sum);
  ida_free(&ida, 1500);
  ida_free(&ida, 7);
  pr_info("ida %d %d %d\n", ida_alloc(&ida, GFP_KERNEL), ida_alloc(&ida, GFP_KERNEL),
          ida_alloc(&ida, GFP_KERNEL));
  pr_info("ida range %d %d %d\n", ida_alloc_range(&ida, 10, 20, GFP_KERNEL),
          ida_alloc_min(&ida, 100000, GFP_KERNEL),
          ida_alloc_range(&ida, 100000, 100000, GFP_KERNEL));
  pr_info("ida max %d\n", ida_alloc_max(&ida, 2999, GFP_KERNEL));
  ida_destroy(&ida);
  pr_info("ida empty %d\n", ida_is_empty(&ida));
}

static void xarrays(void) {
  DEFINE_XARRAY(xa);
  DEFINE_XARRAY_ALLOC(ids);
  DEFINE_XARRAY_ALLOC1(ids1);
  unsigned long index;
  void* entry;
  u32 id, next = 0;
  void* taken[8];
  int i;
  pr_info("store %p\n", xa_store(&xa, 5, xa_mk_value(50), GFP_KERNEL));
  for (i = 0; i < 12; i++) xa_store(&xa, i * i * i * 37, xa_mk_value(i), GFP_KERNEL);
  pr_info("load %lu %p\n", xa_to_value(xa_load(&xa, 8 * 37)), xa_load(&xa, 7));
  xa_for_each(&xa, index, entry) pr_info("each %lu %lu\n", index, xa_to_value(entry));
  pr_info("old %lu\n", xa_to_value(xa_store(&xa, 37, xa_mk_value(99), GFP_KERNEL)));
  xa_set_mark(&xa, 37, XA_MARK_1);
  xa_set_mark(&xa, 64 * 37, XA_MARK_1);
  xa_set_mark(&xa, 4, XA_MARK_1);
  pr_info("marks %d %d %d\n", xa_get_mark(&xa, 37, XA_MARK_1), xa_get_mark(&xa, 37, XA_MARK_0),
          xa_marked(&xa, XA_MARK_1));
  xa_for_each_marked(&xa, index, entry, XA_MARK_1) pr_info("marked %lu\n", index);
  xa_clear_mark(&xa, 37, XA_MARK_1);
  pr_info("erase %lu %p\n", xa_to_value(xa_erase(&xa, 64 * 37)), xa_erase(&xa, 3));
  pr_info("marked left %d\n", xa_marked(&xa, XA_MARK_1));
  pr_info("insert %d %d\n", xa_insert(&xa, 37, xa_mk_value(1), GFP_KERNEL),
          xa_insert(&xa, 38, xa_mk_value(1), GFP_KERNEL));
  pr_info("cmpxchg %lu\n",
          xa_to_value(xa_cmpxchg(&xa, 38, xa_mk_value(1), xa_mk_value(2), GFP_KERNEL)));
  pr_info("reserve %d load %p", xa_reserve(&xa, 40, GFP_KERNEL), xa_load(&xa, 40));
  pr_cont(" insert %d\n", xa_insert(&xa, 40, xa_mk_value(1), GFP_KERNEL));
  i = xa_extract(&xa, taken, 0, ULONG_MAX, 8, XA_PRESENT);
  pr_info("extract %d first %lu last %lu\n", i, xa_to_value(taken[0]), xa_to_value(taken[i - 1]));
  index = 100;
  entry = xa_find(&xa, &index, ULONG_MAX, XA_PRESENT);
  pr_info("find %lu %lu\n", index, xa_to_value(entry));
  entry = xa_find_after(&xa, &index, 500, XA_PRESENT);
  pr_info("after %lu %p\n", index, entry);
  {
    XA_STATE(xas, &xa, 0);
    int count = 0;
    xas_lock(&xas);
    xas_for_each(&xas, entry, ULONG_MAX) if (!xas_retry(&xas, entry)) count++;
    xas_unlock(&xas);
    pr_info("xas count %d\n", count);
  }
  xa_destroy(&xa);
  pr_info("empty %d\n", xa_empty(&xa));
  for (i = 0; i < 70; i++) {
    int r = xa_alloc(&ids, &id, xa_mk_value(i), xa_limit_31b, GFP_KERNEL);
    if (i % 23 == 0) pr_info("alloc %d %u\n", r, id);
  }
  xa_erase(&ids, 12);
  xa_erase(&ids, 66);
  for (i = 0; i < 3; i++) {
    int r = xa_alloc(&ids, &id, xa_mk_value(i), XA_LIMIT(3, 80), GFP_KERNEL);
    pr_info("realloc %d %u\n", r, id);
  }
  pr_info("busy %d\n", xa_alloc(&ids, &id, xa_mk_value(1), XA_LIMIT(3, 20), GFP_KERNEL));
  for (i = 0; i < 4; i++) {
    int r = xa_alloc_cyclic(&ids1, &id, xa_mk_value(i), XA_LIMIT(1, 3), &next, GFP_KERNEL);
    pr_info("cyclic %d %u next %u\n", r, id, next);
  }
  xa_erase(&ids1, 2);
  i = xa_alloc_cyclic(&ids1, &id, xa_mk_value(i), XA_LIMIT(1, 3), &next, GFP_KERNEL);
  pr_info("cyclic %d %u next %u\n", i, id, next);
  xa_destroy(&ids);
  xa_destroy(&ids1);
}

static void radix_trees(void) {
  RADIX_TREE(tree, GFP_KERNEL);
  struct radix_tree_iter iter;
  void* found[10];
  void** slot;
  int i, n;
  for (i = 1; i < 10; i++)
    pr_info("insert %d\n", radix_tree_insert(&tree, i * i * 100, &values[i]));
  pr_info("insert again %d\n", radix_tree_insert(&tree, 400, &values[1]));
  pr_info("lookup %d %p\n", radix_tree_lookup(&tree, 900) == &values[3],
          radix_tree_lookup(&tree, 901));
  n = radix_tree_gang_lookup(&tree, found, 500, 4);
  for (i = 0; i < n; i++) pr_info("gang %d\n", (int)((int*)found[i] - values));
  radix_tree_tag_set(&tree, 900, 1);
  radix_tree_tag_set(&tree, 6400, 1);
  pr_info("tag %d %d %d\n", radix_tree_tag_get(&tree, 900, 1), radix_tree_tag_get(&tree, 400, 1),
          radix_tree_tagged(&tree, 0));
  n = radix_tree_gang_lookup_tag(&tree, found, 0, 10, 1);
  pr_info("tagged %d\n", n);
  radix_tree_for_each_slot(slot, &tree, &iter, 0)
      pr_info("slot %lu %d\n", iter.index, (int)((int*)*slot - values));
  radix_tree_for_each_tagged(slot, &tree, &iter, 0, 1) pr_info("tagged slot %lu\n", iter.index);
  for (i = 1; i < 10; i++) radix_tree_delete(&tree, i * i * 100);
  pr_info("empty %d %p\n", radix_tree_empty(&tree), radix_tree_delete(&tree, 100));
}

static int __init indices_init(void) {
  idrs();
  idas();
  xarrays();
  radix_trees();
  return 0;
}
static void __exit indices_exit(void) {}
module_init(indices_init);
module_exit(indices_exit);
MODULE_LICENSE("GPL");
