// Pages of the kernel in an area of an address space: each gets a reference and counts as mapped.
// Linux: mm/memory.c (vm_insert_page, vm_insert_pages, __vm_map_pages), mm/vmalloc.c
// (remap_vmalloc_range_partial).
//
// The area may be any struct vm_area_struct, also one that no tree knows.
#include <linux/errno.h>
#include <linux/export.h>
#include <linux/mm.h>
#include <linux/mmap_lock.h>
#include <linux/vmalloc.h>

#include "../bug_at.h"
#include "vma_entries.h"

pte_t* mm32_pte_alloc_kernel(unsigned long addr);

pte_t* mm32_entry_of(struct mm_struct* mm, unsigned long addr) {
  pmd_t* pmd = mm32_pmd_offset(mm, addr);

  if (!pmd || pmd_none(*pmd) || pmd_bad(*pmd)) return NULL;
  return pte_offset_kernel(pmd, addr);
}

// All address spaces share the one tree of tables.
pte_t* mm32_entry_for(struct mm_struct* mm, unsigned long addr) {
  pte_t* pte = mm32_entry_of(mm, addr);

  return pte ? pte : mm32_pte_alloc_kernel(addr);
}

static int insert_page(struct vm_area_struct* vma, unsigned long addr, struct page* page) {
  pte_t* pte;

  if (PageAnon(page) || PageSlab(page) || page_has_type(page)) return -EINVAL;
  pte = mm32_entry_for(vma->vm_mm, addr);
  if (!pte) return -ENOMEM;
  if (!pte_none(*pte)) return -EBUSY;
  get_page(page);
  atomic_long_inc(&vma->vm_mm->rss_stat.count[MM_FILEPAGES]);
  atomic_inc(&page->_mapcount);
  set_pte(pte, mk_pte(page, vma->vm_page_prot));
  return 0;
}

// The first page of its kind changes the area, so the caller must hold the lock for writing.
static __always_inline void mark_mixed(struct vm_area_struct* vma, unsigned int line) {
  if (vma->vm_flags & VM_MIXEDMAP) return;
  BUG_ON_AT(mmap_read_trylock(vma->vm_mm), "mm/memory.c", line);
  BUG_ON_AT(vma->vm_flags & VM_PFNMAP, "mm/memory.c", line + 1);
  vma->vm_flags |= VM_MIXEDMAP;
}

int vm_insert_page(struct vm_area_struct* vma, unsigned long addr, struct page* page) {
  if (!in_area(vma, addr)) return -EFAULT;
  if (!page_count(page)) return -EINVAL;
  mark_mixed(vma, 2054);
  return insert_page(vma, addr, page);
}
EXPORT_SYMBOL(vm_insert_page);

// *num becomes the number of pages that are left.
int vm_insert_pages(struct vm_area_struct* vma, unsigned long addr, struct page** pages,
                    unsigned long* num) {
  const unsigned long last = addr + *num * PAGE_SIZE - 1;
  int error = 0;

  if (addr < vma->vm_start || last >= vma->vm_end) return -EFAULT;
  mark_mixed(vma, 1996);
  for (; *num && !error; addr += PAGE_SIZE) {
    error = page_count(*pages) ? insert_page(vma, addr, *pages) : -EINVAL;
    if (error) break;
    pages++;
    --*num;
  }
  return error;
}
EXPORT_SYMBOL(vm_insert_pages);

static int map_pages_from(struct vm_area_struct* vma, struct page** pages, unsigned long num,
                          unsigned long offset) {
  const unsigned long count = vma_pages(vma);
  unsigned long i;

  if (offset >= num || count > num - offset) return -ENXIO;
  for (i = 0; i < count; i++) {
    const int error = vm_insert_page(vma, vma->vm_start + i * PAGE_SIZE, pages[offset + i]);
    if (error) return error;
  }
  return 0;
}

int vm_map_pages(struct vm_area_struct* vma, struct page** pages, unsigned long num) {
  return map_pages_from(vma, pages, num, vma->vm_pgoff);
}
EXPORT_SYMBOL(vm_map_pages);

int vm_map_pages_zero(struct vm_area_struct* vma, struct page** pages, unsigned long num) {
  return map_pages_from(vma, pages, num, 0);
}
EXPORT_SYMBOL(vm_map_pages_zero);

// As Linux, a size of nothing goes on until the area ends.
int remap_vmalloc_range_partial(struct vm_area_struct* vma, unsigned long uaddr, void* kaddr,
                                unsigned long pgoff, unsigned long size) {
  struct vm_struct* area;
  unsigned long offset, end;

  if (pgoff > ULONG_MAX >> PAGE_SHIFT) return -EINVAL;
  offset = pgoff << PAGE_SHIFT;
  size = PAGE_ALIGN(size);
  if (!PAGE_ALIGNED(uaddr) || !PAGE_ALIGNED((unsigned long)kaddr)) return -EINVAL;
  area = find_vm_area(kaddr);
  if (!area || !(area->flags & (VM_USERMAP | VM_DMA_COHERENT))) return -EINVAL;
  if (check_add_overflow(size, offset, &end) || end > get_vm_area_size(area)) return -EINVAL;
  kaddr += offset;
  do {
    const int error = vm_insert_page(vma, uaddr, vmalloc_to_page(kaddr));
    if (error) return error;
    uaddr += PAGE_SIZE;
    kaddr += PAGE_SIZE;
    size -= PAGE_SIZE;
  } while (size);
  vma->vm_flags |= VM_DONTEXPAND | VM_DONTDUMP;
  return 0;
}

int remap_vmalloc_range(struct vm_area_struct* vma, void* addr, unsigned long pgoff) {
  return remap_vmalloc_range_partial(vma, vma->vm_start, addr, pgoff, vma->vm_end - vma->vm_start);
}
EXPORT_SYMBOL(remap_vmalloc_range);
