// Frames without a struct page in an area of an address space, looking entries up, and taking
// mappings away. Linux: mm/memory.c (remap_pfn_range, vmf_insert_pfn_prot, vmf_insert_mixed_prot,
// vm_iomap_memory, follow_pte, zap_page_range_single, generic_access_phys).
#include <linux/errno.h>
#include <linux/export.h>
#include <linux/highmem.h>
#include <linux/io.h>
#include <linux/mm.h>
#include <linux/pfn_t.h>
#include <linux/spinlock.h>

#include "../bug_at.h"
#include "vma_entries.h"

void flush_tlb_mm_range(struct mm_struct* mm, unsigned long start, unsigned long end,
                        unsigned int stride_shift, bool freed_tables);

#define MEMORY_C "mm/memory.c"

// A private area remembers where its frames begin, so it must be filled in one go.
static noinline int remap_pfn_range_internal(struct vm_area_struct* vma, unsigned long addr,
                                             unsigned long pfn, unsigned long size, pgprot_t prot) {
  const unsigned long end = addr + PAGE_ALIGN(size);

  if (WARN_ON_ONCE_AT(!PAGE_ALIGNED(addr), MEMORY_C, 2491)) return -EINVAL;
  if (is_cow_mapping(vma->vm_flags)) {
    if (addr != vma->vm_start || end != vma->vm_end) return -EINVAL;
    vma->vm_pgoff = pfn;
  }
  vma->vm_flags |= VM_IO | VM_PFNMAP | VM_DONTEXPAND | VM_DONTDUMP;
  BUG_ON_AT(addr >= end, MEMORY_C, 2520);
  for (; addr < end; addr += PAGE_SIZE, pfn++) {
    pte_t* pte = mm32_entry_for(vma->vm_mm, addr);

    if (!pte) return -ENOMEM;
    BUG_ON_AT(!pte_none(*pte), MEMORY_C, 2402);
    set_pte(pte, pte_mkspecial(pfn_pte(pfn, prot)));
  }
  return 0;
}

noinline int remap_pfn_range(struct vm_area_struct* vma, unsigned long addr, unsigned long pfn,
                             unsigned long size, pgprot_t prot) {
  if (addr == vma->vm_start && size == vma->vm_end - vma->vm_start) vma->vm_flags |= VM_PAT;
  return remap_pfn_range_internal(vma, addr, pfn, size, prot);
}
EXPORT_SYMBOL(remap_pfn_range);

int vm_iomap_memory(struct vm_area_struct* vma, phys_addr_t start, unsigned long len) {
  const unsigned long bytes = vma->vm_end - vma->vm_start;
  unsigned long pfn, pages;

  if (start + len < start) return -EINVAL;
  len += (unsigned long)start & ~PAGE_MASK;
  pfn = (unsigned long)(start >> PAGE_SHIFT);
  pages = (len + ~PAGE_MASK) >> PAGE_SHIFT;
  if (pfn + pages < pfn || vma->vm_pgoff > pages) return -EINVAL;
  if (bytes >> PAGE_SHIFT > pages - vma->vm_pgoff) return -EINVAL;
  return io_remap_pfn_range(vma, vma->vm_start, pfn + vma->vm_pgoff, bytes, vma->vm_page_prot);
}
EXPORT_SYMBOL(vm_iomap_memory);

enum for_write { LEAVE_AS_IS, MAKE_WRITABLE };

static vm_fault_t insert_pfn(struct vm_area_struct* vma, unsigned long addr, unsigned long pfn,
                             pgprot_t prot, enum for_write how) {
  pte_t* pte = mm32_entry_for(vma->vm_mm, addr);

  if (!pte) return VM_FAULT_OOM;
  if (!pte_none(*pte)) {
    if (how == LEAVE_AS_IS) return VM_FAULT_NOPAGE;
    if (WARN_ON_ONCE_AT(pte_pfn(*pte) != pfn && !is_zero_pfn(pte_pfn(*pte)), MEMORY_C, 2097))
      return VM_FAULT_NOPAGE;
    set_pte(pte, pte_mkwrite(pte_mkdirty(pte_mkyoung(*pte))));
    return VM_FAULT_NOPAGE;
  }
  set_pte(pte, pte_mkspecial(pfn_pte(pfn, prot)));
  if (how == MAKE_WRITABLE) {
    const pte_t young = pte_mkdirty(pte_mkyoung(*pte));
    set_pte(pte, vma->vm_flags & VM_WRITE ? pte_mkwrite(young) : young);
  }
  return VM_FAULT_NOPAGE;
}

noinline vm_fault_t vmf_insert_pfn_prot(struct vm_area_struct* vma, unsigned long addr,
                                        unsigned long pfn, pgprot_t pgprot) {
  const vm_flags_t kind = vma->vm_flags & (VM_PFNMAP | VM_MIXEDMAP);

  BUG_ON_AT(!kind, MEMORY_C, 2226);
  BUG_ON_AT(kind == (VM_PFNMAP | VM_MIXEDMAP), MEMORY_C, 2227);
  BUG_ON_AT(kind == VM_PFNMAP && is_cow_mapping(vma->vm_flags), MEMORY_C, 2229);
  BUG_ON_AT(kind == VM_MIXEDMAP && pfn_valid(pfn), MEMORY_C, 2230);
  if (!in_area(vma, addr)) return VM_FAULT_SIGBUS;
  return insert_pfn(vma, addr, pfn, pgprot, LEAVE_AS_IS);
}
EXPORT_SYMBOL(vmf_insert_pfn_prot);

vm_fault_t vmf_insert_pfn(struct vm_area_struct* vma, unsigned long addr, unsigned long pfn) {
  return vmf_insert_pfn_prot(vma, addr, pfn, vma->vm_page_prot);
}
EXPORT_SYMBOL(vmf_insert_pfn);

static vm_fault_t insert_mixed(struct vm_area_struct* vma, unsigned long addr, pfn_t pfn,
                               pgprot_t prot, enum for_write how) {
  BUG_ON_AT(
      !(vma->vm_flags & VM_MIXEDMAP) && !pfn_t_special(pfn) && !is_zero_pfn(pfn_t_to_pfn(pfn)),
      MEMORY_C, 2229);
  if (!in_area(vma, addr)) return VM_FAULT_SIGBUS;
  return insert_pfn(vma, addr, pfn_t_to_pfn(pfn), prot, how);
}

vm_fault_t vmf_insert_mixed_prot(struct vm_area_struct* vma, unsigned long addr, pfn_t pfn,
                                 pgprot_t pgprot) {
  return insert_mixed(vma, addr, pfn, pgprot, LEAVE_AS_IS);
}
EXPORT_SYMBOL(vmf_insert_mixed_prot);

vm_fault_t vmf_insert_mixed(struct vm_area_struct* vma, unsigned long addr, pfn_t pfn) {
  return insert_mixed(vma, addr, pfn, vma->vm_page_prot, LEAVE_AS_IS);
}
EXPORT_SYMBOL(vmf_insert_mixed);

vm_fault_t vmf_insert_mixed_mkwrite(struct vm_area_struct* vma, unsigned long addr, pfn_t pfn) {
  return insert_mixed(vma, addr, pfn, vma->vm_page_prot, MAKE_WRITABLE);
}
EXPORT_SYMBOL(vmf_insert_mixed_mkwrite);

// On success the entry's lock is held, and its table counts as mapped for the moment: the caller
// ends both with pte_unmap_unlock.
int follow_pte(struct mm_struct* mm, unsigned long address, pte_t** ptepp, spinlock_t** ptlp) {
  pte_t* pte = mm32_entry_of(mm, address);

  if (!pte || !pte_present(*pte)) return -EINVAL;
  *ptepp = (pte_t*)(kmap_atomic(virt_to_page(pte)) + offset_in_page(pte));
  *ptlp = &mm->page_table_lock;
  spin_lock(*ptlp);
  return 0;
}
EXPORT_SYMBOL_GPL(follow_pte);

static void done_with(pte_t* pte, spinlock_t* lock) {
  spin_unlock(lock);
  kunmap_atomic(pte);
}

int follow_pfn(struct vm_area_struct* vma, unsigned long address, unsigned long* pfn) {
  spinlock_t* lock;
  pte_t* pte;

  if (!(vma->vm_flags & (VM_IO | VM_PFNMAP)) || follow_pte(vma->vm_mm, address, &pte, &lock))
    return -EINVAL;
  *pfn = pte_pfn(*pte);
  done_with(pte, lock);
  return 0;
}
EXPORT_SYMBOL(follow_pfn);

// Reads or writes device memory behind an entry; how many bytes, or an error.
int generic_access_phys(struct vm_area_struct* vma, unsigned long addr, void* buf, int len,
                        int write) {
  const unsigned int offset = addr & ~PAGE_MASK;
  void __iomem* mapped;
  spinlock_t* lock;
  pte_t *at, pte;

  if (!(vma->vm_flags & (VM_IO | VM_PFNMAP)) || follow_pte(vma->vm_mm, addr, &at, &lock))
    return -EINVAL;
  pte = *at;
  done_with(at, lock);
  if ((write & FOLL_WRITE) && !pte_write(pte)) return -EINVAL;
  mapped = ioremap_prot((phys_addr_t)pte_pfn(pte) << PAGE_SHIFT, PAGE_ALIGN(len + offset),
                        (unsigned long)pte_flags(pte));
  if (!mapped) return -ENOMEM;
  if (write)
    memcpy_toio(mapped + offset, buf, len);
  else
    memcpy_fromio(buf, mapped + offset, len);
  iounmap(mapped);
  return len;
}
EXPORT_SYMBOL_GPL(generic_access_phys);

static void zap(struct vm_area_struct* vma, unsigned long start, unsigned long end) {
  unsigned long addr;

  start = max(start, vma->vm_start);
  end = min(end, vma->vm_end);
  for (addr = start; addr < end; addr += PAGE_SIZE) {
    pte_t* pte = mm32_entry_of(vma->vm_mm, addr);
    const pte_t was = pte ? *pte : __pte(0);

    if (pte_none(was)) continue;
    set_pte(pte, __pte(0));
    if (!pte_present(was) || pte_special(was) || !pfn_valid(pte_pfn(was))) continue;
    atomic_long_dec(&vma->vm_mm->rss_stat.count[MM_FILEPAGES]);
    if (pte_dirty(was)) set_page_dirty(pte_page(was));
    atomic_dec(&pte_page(was)->_mapcount);
    flush_tlb_mm_range(vma->vm_mm, addr, addr + PAGE_SIZE, PAGE_SHIFT, false);
    put_page(pte_page(was));
  }
  if (start < end) flush_tlb_mm_range(vma->vm_mm, start, end, PAGE_SHIFT, false);
}

void zap_page_range(struct vm_area_struct* vma, unsigned long start, unsigned long size) {
  zap(vma, start, start + size);
}
EXPORT_SYMBOL(zap_page_range);

void zap_vma_ptes(struct vm_area_struct* vma, unsigned long address, unsigned long size) {
  const unsigned long end = address + size;

  if (address < vma->vm_start || end > vma->vm_end || address >= end) return;
  if (vma->vm_flags & VM_PFNMAP) zap(vma, address, end);
}
EXPORT_SYMBOL_GPL(zap_vma_ptes);
