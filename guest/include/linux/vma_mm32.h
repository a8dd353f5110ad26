// The areas of an address space, one after the other; part of <linux/mm.h>.
#ifndef _LINUX_VMA_MM32_H
#define _LINUX_VMA_MM32_H

#include <linux/maple_tree.h>
#include <linux/mm_types.h>

struct vma_iterator {
  struct ma_state mas;
};
#define VMA_ITERATOR(name, __mm, __addr) \
  struct vma_iterator name = {           \
      .mas = {.tree = &(__mm)->mm_mt, .index = __addr, .node = (struct maple_enode*)1UL}}

struct vm_area_struct* find_vma(struct mm_struct* mm, unsigned long addr);
struct vm_area_struct* find_vma_intersection(struct mm_struct* mm, unsigned long start,
                                             unsigned long end);
static inline struct vm_area_struct* vma_lookup(struct mm_struct* mm, unsigned long addr) {
  struct vm_area_struct* vma = find_vma(mm, addr);
  return vma && vma->vm_start <= addr ? vma : NULL;
}
static inline struct vm_area_struct* vma_find(struct vma_iterator* vmi, unsigned long max) {
  return mas_find(&vmi->mas, max);
}
static inline struct vm_area_struct* vma_next(struct vma_iterator* vmi) {
  return mas_find(&vmi->mas, ULONG_MAX);
}
static inline struct vm_area_struct* vma_prev(struct vma_iterator* vmi) {
  return mas_prev(&vmi->mas, 0);
}
#define for_each_vma(__vmi, __vma) while (((__vma) = vma_next(&(__vmi))) != NULL)
#define for_each_vma_range(__vmi, __vma, __end) \
  while (((__vma) = vma_find(&(__vmi), (__end)-1)) != NULL)

static inline unsigned long get_mm_counter(struct mm_struct* mm, int member) {
  long val = atomic_long_read(&mm->rss_stat.count[member]);
  return val < 0 ? 0 : (unsigned long)val;
}
static inline unsigned long get_mm_rss(struct mm_struct* mm) {
  return get_mm_counter(mm, MM_FILEPAGES) + get_mm_counter(mm, MM_ANONPAGES) +
         get_mm_counter(mm, MM_SHMEMPAGES);
}

#endif
