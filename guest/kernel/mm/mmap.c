// Anonymous memory of the task that loads the module: vm_mmap, vm_munmap and who looks areas up.
//
// Areas are in mm->mm_mt as on Linux. There is no demand paging: an area gets all its pages when it
// is made, except one without any right. M1: a page of an area has one reference and one mapping.
// What is left when the call of the module ends goes with its task, which is insmod or rmmod.
// Linux: 6.1 mm/mmap.c, mm/util.c (vm_mmap).
#include <linux/capability.h>
#include <linux/errno.h>
#include <linux/export.h>
#include <linux/highmem.h>
#include <linux/mm.h>
#include <linux/mman.h>
#include <linux/sched.h>
#include <linux/sched/mm.h>
#include <linux/slab.h>

#include "kernel.h"
#include "vma_entries.h"

#define MMAP_TOP 0xb7f00000UL

struct vm_area_struct* find_vma(struct mm_struct* mm, unsigned long addr) {
  unsigned long index = addr;

  return mt_find(&mm->mm_mt, &index, ULONG_MAX);
}
EXPORT_SYMBOL(find_vma);

struct vm_area_struct* find_vma_intersection(struct mm_struct* mm, unsigned long start,
                                             unsigned long end) {
  unsigned long index = start;

  return mt_find(&mm->mm_mt, &index, end - 1);
}
EXPORT_SYMBOL(find_vma_intersection);

static void forget_entry(unsigned long addr) {
  pte_t none = __pte(0);
  pte_t* pte = mm32_entry_of(current->mm, addr);

  if (!pte || pte_none(*pte)) return;
  set_pte(pte, none);
  __asm__ volatile("invlpg (%0)" ::"r"(addr) : "memory");
}

// Takes the pages of [start, end) out of the tables and gives them back.
static noinline void unmap_pages(struct vm_area_struct* vma, unsigned long start,
                                 unsigned long end) {
  for (; start < end; start += PAGE_SIZE) {
    pte_t* pte = mm32_entry_of(vma->vm_mm, start);
    struct page* page;

    if (!pte || pte_none(*pte)) continue;
    page = pte_special(*pte) ? NULL : pte_page(*pte);
    forget_entry(start);
    if (!page || (vma->vm_flags & (VM_IO | VM_PFNMAP))) continue;
    atomic_dec(&page->_mapcount);
    atomic_long_dec(&vma->vm_mm->rss_stat.count[MM_ANONPAGES]);
    put_page(page);
  }
}

static noinline int map_pages(struct vm_area_struct* vma) {
  unsigned long addr;

  for (addr = vma->vm_start; addr < vma->vm_end; addr += PAGE_SIZE) {
    pte_t* pte = mm32_entry_for(vma->vm_mm, addr);
    struct page* page = pte ? alloc_page(GFP_HIGHUSER_MOVABLE | __GFP_ZERO) : NULL;
    pte_t entry;

    if (!page) {
      unmap_pages(vma, vma->vm_start, addr);
      return -ENOMEM;
    }
    atomic_inc(&page->_mapcount);
    atomic_long_inc(&vma->vm_mm->rss_stat.count[MM_ANONPAGES]);
    entry = mk_pte(page, vma->vm_page_prot);
    if (vma->vm_flags & VM_WRITE) entry = pte_mkwrite(pte_mkdirty(entry));
    set_pte(pte, entry);
  }
  return 0;
}

// Until 6.1 the areas were a list as well, and sources of those years walk it: mm->mmap, vm_next
// and vm_prev lie in these words.
static void link_areas(struct mm_struct* mm, struct vm_area_struct* before,
                       struct vm_area_struct* after) {
  if (before)
    before->swap_readahead_mm32 = (unsigned long)after;
  else
    mm->uprobes_state.xol_area = (struct xol_area*)after;
  if (after) after->uffd_mm32 = (unsigned long)before;
}

// Where the host finds the list.
struct vm_area_struct** const __mm32_first_area =
    (struct vm_area_struct**)&init_mm.uprobes_state.xol_area;
void mm32_vma_stored(unsigned long start, unsigned long end);
void mm32_vma_erased(unsigned long start, unsigned long end);

static void put_in_tree(struct vm_area_struct* vma) {
  struct maple_tree* tree = &vma->vm_mm->mm_mt;

  mtree_store_range(tree, vma->vm_start, vma->vm_end - 1, vma, GFP_KERNEL);
  link_areas(vma->vm_mm, mt_prev(tree, vma->vm_start, 0), vma);
  link_areas(vma->vm_mm, vma, mt_next(tree, vma->vm_start, ULONG_MAX));
  mm32_vma_stored(vma->vm_start, vma->vm_end);
}

static void take_from_tree(struct vm_area_struct* vma) {
  struct maple_tree* tree = &vma->vm_mm->mm_mt;

  link_areas(vma->vm_mm, mt_prev(tree, vma->vm_start, 0), mt_next(tree, vma->vm_start, ULONG_MAX));
  mtree_erase(tree, vma->vm_start);
  mm32_vma_erased(vma->vm_start, vma->vm_end);
}

// The highest gap of `length` bytes below `limit`, or -ENOMEM.
static noinline unsigned long highest_gap(struct mm_struct* mm, unsigned long length,
                                          unsigned long limit) {
  unsigned long end = limit;

  while (end >= length + PAGE_SIZE) {
    struct vm_area_struct* vma = find_vma_intersection(mm, end - length, end);

    if (!vma) return end - length;
    end = vma->vm_start;
  }
  return -ENOMEM;
}

unsigned long get_unmapped_area(struct file* file, unsigned long addr, unsigned long len,
                                unsigned long pgoff, unsigned long flags) {
  struct mm_struct* mm = current->mm;

  if (len > TASK_SIZE) return -ENOMEM;
  if (flags & MAP_FIXED) {
    if (addr > TASK_SIZE - len) return -ENOMEM;
    return offset_in_page(addr) ? -EINVAL : addr;
  }
  addr = PAGE_ALIGN(addr);
  if (addr && addr <= TASK_SIZE - len && !find_vma_intersection(mm, addr, addr + len)) return addr;
  return highest_gap(mm, len, MMAP_TOP);
}
EXPORT_SYMBOL(get_unmapped_area);

static unsigned long area_flags(unsigned long prot, unsigned long flag) {
  unsigned long flags = VM_MAYREAD | VM_MAYWRITE | VM_MAYEXEC;

  if (prot & PROT_READ) flags |= VM_READ;
  if (prot & PROT_WRITE) flags |= VM_WRITE;
  if (prot & PROT_EXEC) flags |= VM_EXEC;
  if (flag & MAP_SHARED) flags |= VM_SHARED | VM_MAYSHARE;
  if (flag & MAP_LOCKED) flags |= VM_LOCKED;
  return flags;
}

static noinline unsigned long make_area(unsigned long addr, unsigned long len,
                                        unsigned long flags) {
  struct mm_struct* mm = current->mm;
  struct vm_area_struct* vma = kzalloc(sizeof(*vma), GFP_KERNEL);

  if (!vma) return -ENOMEM;
  vma->vm_mm = mm;
  vma->vm_start = addr;
  vma->vm_end = addr + len;
  vma->vm_flags = flags;
  vma->vm_page_prot = vm_get_page_prot(flags);
  vma->vm_pgoff = addr >> PAGE_SHIFT;
  INIT_LIST_HEAD(&vma->anon_vma_chain);
  if ((flags & (VM_READ | VM_WRITE | VM_EXEC)) && map_pages(vma)) {
    kfree(vma);
    return -ENOMEM;
  }
  put_in_tree(vma);
  mm->map_count++;
  mm->total_vm += len >> PAGE_SHIFT;
  return addr;
}

static noinline struct vm_area_struct* split_area(struct vm_area_struct* vma, unsigned long at) {
  struct vm_area_struct* rest = kmemdup(vma, sizeof(*vma), GFP_KERNEL);

  if (!rest) return NULL;
  INIT_LIST_HEAD(&rest->anon_vma_chain);
  rest->vm_start = at;
  rest->vm_pgoff += (at - vma->vm_start) >> PAGE_SHIFT;
  vma->vm_end = at;
  put_in_tree(rest);  // first: its part of the tree still names vma
  put_in_tree(vma);
  vma->vm_mm->map_count++;
  return rest;
}

static noinline int unmap_range(struct mm_struct* mm, unsigned long start, unsigned long end) {
  struct vm_area_struct* vma;

  while ((vma = find_vma_intersection(mm, start, end))) {
    if (vma->vm_start < start) {
      if (!split_area(vma, start)) return -ENOMEM;
      continue;
    }
    if (vma->vm_end > end && !split_area(vma, end)) return -ENOMEM;
    unmap_pages(vma, vma->vm_start, vma->vm_end);
    take_from_tree(vma);
    mm->map_count--;
    mm->total_vm -= (vma->vm_end - vma->vm_start) >> PAGE_SHIFT;
    kfree(vma);
  }
  return 0;
}

unsigned long vm_mmap(struct file* file, unsigned long addr, unsigned long len, unsigned long prot,
                      unsigned long flag, unsigned long offset) {
  const unsigned long kind = flag & MAP_TYPE;

  if (offset + PAGE_ALIGN(len) < offset || offset_in_page(offset)) return -EINVAL;
  if (!len) return -EINVAL;
  len = PAGE_ALIGN(len);
  if (!len) return -ENOMEM;
  addr = get_unmapped_area(file, addr, len, offset >> PAGE_SHIFT, flag);
  if (IS_ERR_VALUE(addr)) return addr;
  if (kind != MAP_PRIVATE && kind != MAP_SHARED) return -EINVAL;
  if (file) return -ENODEV;
  if (flag & MAP_FIXED) unmap_range(current->mm, addr, addr + len);
  return make_area(addr, len, area_flags(prot, flag));
}
EXPORT_SYMBOL(vm_mmap);

/* Anonymous memory at a fixed place, as brk() makes it. Linux: mm/mmap.c vm_brk_flags. */
int vm_brk_flags(unsigned long addr, unsigned long len, unsigned long flags) {
  const unsigned long size = PAGE_ALIGN(len);
  unsigned long result;

  if (size < len) return -ENOMEM;
  if (!size) return 0;
  if (flags & ~VM_EXEC) return -EINVAL;
  result = get_unmapped_area(NULL, addr, size, 0, MAP_FIXED);
  if (IS_ERR_VALUE(result)) return result;
  unmap_range(current->mm, addr, addr + size);
  result = make_area(addr, size, area_flags(PROT_READ | PROT_WRITE, MAP_PRIVATE) | flags);
  return IS_ERR_VALUE(result) ? result : 0;
}
EXPORT_SYMBOL(vm_brk_flags);

int vm_brk(unsigned long addr, unsigned long len) { return vm_brk_flags(addr, len, 0); }
EXPORT_SYMBOL(vm_brk);

/* Linux: mm/mlock.c. */
bool can_do_mlock(void) { return rlimit(RLIMIT_MEMLOCK) != 0 || capable(CAP_IPC_LOCK); }
EXPORT_SYMBOL(can_do_mlock);

unsigned long vma_kernel_pagesize(struct vm_area_struct* vma) {
  return vma->vm_ops && vma->vm_ops->pagesize ? vma->vm_ops->pagesize(vma) : PAGE_SIZE;
}
EXPORT_SYMBOL_GPL(vma_kernel_pagesize);

int vm_munmap(unsigned long start, size_t len) {
  if (offset_in_page(start) || start > TASK_SIZE || len > TASK_SIZE - start) return -EINVAL;
  len = PAGE_ALIGN(len);
  return len ? unmap_range(current->mm, start, start + len) : -EINVAL;
}
EXPORT_SYMBOL(vm_munmap);

void mm32_exit_mmap(void) {
  if (mtree_empty(&init_mm.mm_mt)) return;
  unmap_range(&init_mm, 0, TASK_SIZE);
}

void mmput(struct mm_struct* mm) {
  might_sleep();
  atomic_dec(&mm->mm_users);
}
EXPORT_SYMBOL_GPL(mmput);

// The one address space of this kernel has no end.
void __mmdrop(struct mm_struct* mm) {}
EXPORT_SYMBOL_GPL(__mmdrop);
