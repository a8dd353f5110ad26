// Where a search in a maple tree stands when it came to its limit, and where the next one goes on.
#include <linux/maple_tree.h>
#include <linux/module.h>
static DEFINE_MTREE(t);
static void search(unsigned long start, unsigned long max1, unsigned long max2, int how) {
  MA_STATE(mas, &t, start, start);
  void* e;
  mas_lock(&mas);
  e = mas_find(&mas, ULONG_MAX);
  pr_info("start %lu: %ld [%lu-%lu]\n", start, e ? xa_to_value(e) : -1, mas.index, mas.last);
  if (how == 1) {
    mas.index = start;
    mas.last = start + 5;
    mas_store(&mas, e);
    mas_next(&mas, ULONG_MAX);
    pr_info(" stored, next [%lu-%lu]\n", mas.index, mas.last);
  }
  if (how == 2) {
    mas_next(&mas, ULONG_MAX);
    pr_info(" next [%lu-%lu]\n", mas.index, mas.last);
  }
  e = mas_find(&mas, max1);
  pr_info(" find %lu: %ld [%lu-%lu] paused %d\n", max1, e ? (long)xa_to_value(e) : -1L, mas.index,
          mas.last, mas_is_paused(&mas));
  e = mas_find(&mas, max2);
  pr_info(" find %lu: %ld [%lu-%lu] paused %d\n", max2, e ? (long)xa_to_value(e) : -1L, mas.index,
          mas.last, mas_is_paused(&mas));
  mas_unlock(&mas);
}
static int __init maple_limits_init(void) {
  int i, h;
  for (h = 0; h < 3; h++) {
    for (i = 0; i < 40; i++) mtree_store_range(&t, i * 10, i * 10 + 9, xa_mk_value(i), GFP_KERNEL);
    search(10, 15, ULONG_MAX, h);
    search(100, 109, ULONG_MAX, h);
    search(200, 205, ULONG_MAX, h);
    search(300, 312, 1000, h);
    search(310, 300, ULONG_MAX, h);
    search(390, 399, ULONG_MAX, h);
    search(380, 500, ULONG_MAX, h);
    search(50, 65, 65, h);
    search(70, 75, 79, h);
    mtree_destroy(&t);
    for (i = 0; i < 3; i++) mtree_store_range(&t, i * 10, i * 10 + 9, xa_mk_value(i), GFP_KERNEL);
    search(0, 5, ULONG_MAX, h);
    search(0, 9, ULONG_MAX, h);
    search(10, 15, 29, h);
    search(20, 25, ULONG_MAX, h);
    mtree_destroy(&t);
  }
  return 0;
}
static void __exit maple_limits_exit(void) {}
module_init(maple_limits_init);
module_exit(maple_limits_exit);
MODULE_LICENSE("GPL");
MODULE_DESCRIPTION("Limits of searches in maple trees");
