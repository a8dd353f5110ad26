// Maps of ranges: xarrays whose entries have several indices, maple trees.
#include <linux/maple_tree.h>
#include <linux/module.h>
#include <linux/slab.h>
#include <linux/xarray.h>

static void show(struct xarray* xa, const char* what) {
  unsigned long index;
  void* entry;
  pr_info("%s:", what);
  xa_for_each(xa, index, entry)
      pr_cont(" %lu=%ld/%d", index, xa_to_value(entry), xa_get_order(xa, index));
  pr_cont("\n");
}
static void xarrays(void) {
  static DEFINE_XARRAY(xa);
  unsigned long index = 0;
  void* old;
  XA_STATE_ORDER(xas, &xa, 130, 3);
  xa_store_range(&xa, 0, 7, xa_mk_value(1), GFP_KERNEL);
  xa_store_range(&xa, 16, 31, xa_mk_value(2), GFP_KERNEL);
  xa_store_range(&xa, 100, 170, xa_mk_value(3), GFP_KERNEL);
  xa_store_range(&xa, 4096, 8191, xa_mk_value(4), GFP_KERNEL);
  show(&xa, "stored");
  pr_info("load %ld %ld %d %ld\n", xa_to_value(xa_load(&xa, 5)), xa_to_value(xa_load(&xa, 31)),
          xa_load(&xa, 8) == NULL, xa_to_value(xa_load(&xa, 5000)));
  xa_set_mark(&xa, 20, XA_MARK_1);
  pr_info("mark %d %d %d", xa_get_mark(&xa, 16, XA_MARK_1), xa_get_mark(&xa, 31, XA_MARK_1),
          xa_get_mark(&xa, 32, XA_MARK_1));
  old = xa_find(&xa, &index, ULONG_MAX, XA_MARK_1);
  pr_cont(" found %lu=%ld\n", index, xa_to_value(old));
  old = xa_erase(&xa, 3);
  pr_info("erase %ld\n", xa_to_value(old));
  show(&xa, "erased");
  xas_lock(&xas);
  old = xas_find_conflict(&xas);
  pr_info("conflict %ld at %lu\n", old ? (long)xa_to_value(old) : -1, xas.xa_index);
  xas_unlock(&xas);
  old = xa_store(&xa, 5000, xa_mk_value(9), GFP_KERNEL);
  pr_info("old %ld\n", xa_to_value(old));
  show(&xa, "one for many");
  xas_set_order(&xas, 16, 1);
  old = xa_load(&xa, 16);
  xas_split_alloc(&xas, old, xa_get_order(&xa, 16), GFP_KERNEL);
  xas_lock(&xas);
  xas_split(&xas, old, 4);
  xas_unlock(&xas);
  show(&xa, "split");
  pr_info("marks %d %d\n", xa_get_mark(&xa, 18, XA_MARK_1), xa_get_mark(&xa, 30, XA_MARK_1));
  index = 150;
  old = xa_find_after(&xa, &index, ULONG_MAX, XA_PRESENT);
  pr_info("after 150: %lu=%ld\n", index, xa_to_value(old));
  xa_destroy(&xa);
  pr_info("empty %d\n", xa_empty(&xa));
}

static void show_tree(struct maple_tree* mt, const char* what) {
  void* entry;
  MA_STATE(mas, mt, 0, 0);
  pr_info("%s:", what);
  mas_lock(&mas);
  mas_for_each(&mas, entry, ULONG_MAX)
      pr_cont(" %lu-%lu=%ld", mas.index, mas.last, xa_to_value(entry));
  mas_unlock(&mas);
  pr_cont("\n");
}
static void maple(void) {
  static struct maple_tree mt = MTREE_INIT(mt, MT_FLAGS_ALLOC_RANGE);
  unsigned long index = 0;
  void* entry;
  MA_STATE(mas, &mt, 0, 0);
  pr_info("store %d %d %d\n", mtree_store_range(&mt, 10, 19, xa_mk_value(1), GFP_KERNEL),
          mtree_store_range(&mt, 30, 49, xa_mk_value(2), GFP_KERNEL),
          mtree_store_range(&mt, 9, 3, xa_mk_value(2), GFP_KERNEL));
  pr_info("insert %d %d\n", mtree_insert(&mt, 25, xa_mk_value(3), GFP_KERNEL),
          mtree_insert_range(&mt, 19, 22, xa_mk_value(4), GFP_KERNEL));
  mtree_store_range(&mt, 35, 39, xa_mk_value(5), GFP_KERNEL);
  show_tree(&mt, "split");
  mtree_store_range(&mt, 15, 32, xa_mk_value(6), GFP_KERNEL);
  show_tree(&mt, "over");
  pr_info("load %ld %d %ld\n", xa_to_value(mtree_load(&mt, 32)), mtree_load(&mt, 9) == NULL,
          xa_to_value(mtree_load(&mt, 49)));
  entry = mtree_erase(&mt, 37);
  pr_info("erase %ld %d\n", xa_to_value(entry), mtree_erase(&mt, 37) == NULL);
  show_tree(&mt, "erased");
  mt_for_each(&mt, entry, index, ULONG_MAX)
      pr_info("each %ld, next from %lu\n", xa_to_value(entry), index);
  mas_set(&mas, 20);
  mas_lock(&mas);
  entry = mas_walk(&mas);
  pr_info("walk %ld %lu-%lu\n", xa_to_value(entry), mas.index, mas.last);
  entry = mas_next(&mas, ULONG_MAX);
  pr_info("next %ld %lu-%lu\n", xa_to_value(entry), mas.index, mas.last);
  entry = mas_prev(&mas, 0);
  pr_info("prev %ld %lu-%lu\n", xa_to_value(entry), mas.index, mas.last);
  entry = mas_prev(&mas, 0);
  pr_info("prev %ld %lu-%lu\n", xa_to_value(entry), mas.index, mas.last);
  mas_pause(&mas);
  entry = mas_find(&mas, ULONG_MAX);
  pr_info("find %ld %lu-%lu\n", xa_to_value(entry), mas.index, mas.last);
  mas_set(&mas, 38);
  entry = mas_walk(&mas);
  pr_info("gap %d %lu-%lu\n", entry == NULL, mas.index, mas.last);
  mas_set(&mas, 0);
  pr_info("area %d", mas_empty_area(&mas, 20, 60, 3));
  pr_cont(" %lu-%lu", mas.index, mas.last);
  mas_set(&mas, 0);
  pr_cont(" %d", mas_empty_area_rev(&mas, 20, 60, 3));
  pr_cont(" %lu-%lu\n", mas.index, mas.last);
  mas_unlock(&mas);
  mtree_destroy(&mt);
  pr_info("empty %d\n", mtree_empty(&mt));
}

static int __init ranges_init(void) {
  xarrays();
  maple();
  return 0;
}
static void __exit ranges_exit(void) {}
module_init(ranges_init);
module_exit(ranges_exit);
MODULE_LICENSE("GPL");
