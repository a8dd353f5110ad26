// Maple trees: the calls with a tree and an index. Linux: 6.1 lib/maple_tree.c.
#include <linux/bug.h>
#include <linux/export.h>
#include <linux/gfp.h>

#include "../bug_at.h"
#include "maple_ranges.h"

static void* without_zero(void* entry) { return xa_is_zero(entry) ? NULL : entry; }

void* mtree_load(struct maple_tree* mt, unsigned long index) {
  struct maple_range* range = maple_at_or_before(mt, index);
  return range && range->last >= index ? without_zero(range->entry) : NULL;
}
EXPORT_SYMBOL(mtree_load);

static gfp_t under_lock(gfp_t gfp) { return gfp & ~__GFP_DIRECT_RECLAIM; }

int mtree_store_range(struct maple_tree* mt, unsigned long index, unsigned long last, void* entry,
                      gfp_t gfp) {
  int error;
  if (WARN_ON_ONCE_AT(xa_is_advanced(entry), "lib/maple_tree.c", 6298) || index > last)
    return -EINVAL;
  mtree_lock(mt);
  error = maple_set(mt, index, last, entry, under_lock(gfp));
  mtree_unlock(mt);
  return error;
}
EXPORT_SYMBOL(mtree_store_range);
int mtree_store(struct maple_tree* mt, unsigned long index, void* entry, gfp_t gfp) {
  return mtree_store_range(mt, index, index, entry, gfp);
}
EXPORT_SYMBOL(mtree_store);

int mtree_insert_range(struct maple_tree* mt, unsigned long first, unsigned long last, void* entry,
                       gfp_t gfp) {
  struct maple_range* there;
  int error = -EEXIST;
  if (WARN_ON_ONCE_AT(xa_is_advanced(entry), "lib/maple_tree.c", 6351) || first > last)
    return -EINVAL;
  mtree_lock(mt);
  there = maple_at_or_after(mt, first);
  if (!there || there->first > last) error = maple_set(mt, first, last, entry, under_lock(gfp));
  mtree_unlock(mt);
  return error;
}
EXPORT_SYMBOL(mtree_insert_range);
int mtree_insert(struct maple_tree* mt, unsigned long index, void* entry, gfp_t gfp) {
  return mtree_insert_range(mt, index, index, entry, gfp);
}
EXPORT_SYMBOL(mtree_insert);

enum search { LOWEST, HIGHEST };
static int alloc_range(struct maple_tree* mt, unsigned long* startp, void* entry,
                       unsigned long size, unsigned long min, unsigned long max, gfp_t gfp,
                       enum search search) {
  MA_STATE(mas, mt, 0, 0);
  int error;
  if (!(mt->ma_flags & MT_FLAGS_ALLOC_RANGE)) return -EINVAL;
  if (min >= max || max < size - 1 || !size) return -EINVAL;
  mtree_lock(mt);
  error = search == LOWEST ? mas_empty_area(&mas, min, max, size)
                           : mas_empty_area_rev(&mas, min, max, size);
  if (!error) error = maple_set(mt, mas.index, mas.last, entry, under_lock(gfp));
  if (!error) *startp = mas.index;
  mtree_unlock(mt);
  return error;
}
int mtree_alloc_range(struct maple_tree* mt, unsigned long* startp, void* entry, unsigned long size,
                      unsigned long min, unsigned long max, gfp_t gfp) {
  if (WARN_ON_ONCE_AT(xa_is_advanced(entry), "lib/maple_tree.c", 6398)) return -EINVAL;
  return alloc_range(mt, startp, entry, size, min, max, gfp, LOWEST);
}
EXPORT_SYMBOL(mtree_alloc_range);
int mtree_alloc_rrange(struct maple_tree* mt, unsigned long* startp, void* entry,
                       unsigned long size, unsigned long min, unsigned long max, gfp_t gfp) {
  if (WARN_ON_ONCE_AT(xa_is_advanced(entry), "lib/maple_tree.c", 6434)) return -EINVAL;
  return alloc_range(mt, startp, entry, size, min, max, gfp, HIGHEST);
}
EXPORT_SYMBOL(mtree_alloc_rrange);

void* mtree_erase(struct maple_tree* mt, unsigned long index) {
  MA_STATE(mas, mt, index, index);
  void* entry;
  mtree_lock(mt);
  entry = mas_erase(&mas);
  mtree_unlock(mt);
  return entry;
}
EXPORT_SYMBOL(mtree_erase);

void __mt_destroy(struct maple_tree* mt) {
  maple_clear(mt);
  mt->ma_flags = 0;
}
EXPORT_SYMBOL_GPL(__mt_destroy);
void mtree_destroy(struct maple_tree* mt) {
  mtree_lock(mt);
  __mt_destroy(mt);
  mtree_unlock(mt);
}
EXPORT_SYMBOL(mtree_destroy);

void* mt_find(struct maple_tree* mt, unsigned long* index, unsigned long max) {
  struct maple_range* range;
  if (*index > max) return NULL;
  range = maple_at_or_after(mt, *index);
  while (range && xa_is_zero(range->entry)) range = maple_after(range);
  if (!range || range->first > max) return NULL;
  *index = range->last + 1;
  return range->entry;
}
EXPORT_SYMBOL(mt_find);
void* mt_find_after(struct maple_tree* mt, unsigned long* index, unsigned long max) {
  return *index ? mt_find(mt, index, max) : NULL;
}
EXPORT_SYMBOL(mt_find_after);
void* mt_next(struct maple_tree* mt, unsigned long index, unsigned long max) {
  MA_STATE(mas, mt, index, index);
  return mas_next(&mas, max);
}
EXPORT_SYMBOL_GPL(mt_next);
void* mt_prev(struct maple_tree* mt, unsigned long index, unsigned long min) {
  MA_STATE(mas, mt, index, index);
  return mas_prev(&mas, min);
}
EXPORT_SYMBOL_GPL(mt_prev);
