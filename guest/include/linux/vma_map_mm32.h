// Putting pages and frames into an area of an address space; part of <linux/mm.h>.
#include <linux/mm.h>
#ifndef _LINUX_VMA_MAP_MM32_H
#define _LINUX_VMA_MAP_MM32_H

#include <linux/errno.h>
#include <linux/mm_types.h>
#include <linux/pfn.h>

int remap_pfn_range(struct vm_area_struct* vma, unsigned long addr, unsigned long pfn,
                    unsigned long size, pgprot_t prot);
#define io_remap_pfn_range(vma, addr, pfn, size, prot) remap_pfn_range(vma, addr, pfn, size, prot)
int remap_vmalloc_range(struct vm_area_struct* vma, void* addr, unsigned long pgoff);
int remap_vmalloc_range_partial(struct vm_area_struct* vma, unsigned long uaddr, void* kaddr,
                                unsigned long pgoff, unsigned long size);
int vm_insert_page(struct vm_area_struct* vma, unsigned long addr, struct page* page);
int vm_insert_pages(struct vm_area_struct* vma, unsigned long addr, struct page** pages,
                    unsigned long* num);
int vm_map_pages(struct vm_area_struct* vma, struct page** pages, unsigned long num);
int vm_map_pages_zero(struct vm_area_struct* vma, struct page** pages, unsigned long num);
int vm_iomap_memory(struct vm_area_struct* vma, phys_addr_t start, unsigned long len);
vm_fault_t vmf_insert_pfn(struct vm_area_struct* vma, unsigned long addr, unsigned long pfn);
vm_fault_t vmf_insert_pfn_prot(struct vm_area_struct* vma, unsigned long addr, unsigned long pfn,
                               pgprot_t pgprot);
vm_fault_t vmf_insert_mixed(struct vm_area_struct* vma, unsigned long addr, pfn_t pfn);
vm_fault_t vmf_insert_mixed_prot(struct vm_area_struct* vma, unsigned long addr, pfn_t pfn,
                                 pgprot_t pgprot);
vm_fault_t vmf_insert_mixed_mkwrite(struct vm_area_struct* vma, unsigned long addr, pfn_t pfn);
int follow_pte(struct mm_struct* mm, unsigned long address, pte_t** ptepp, spinlock_t** ptlp);
int follow_pfn(struct vm_area_struct* vma, unsigned long address, unsigned long* pfn);
int generic_access_phys(struct vm_area_struct* vma, unsigned long addr, void* buf, int len,
                        int write);
void zap_vma_ptes(struct vm_area_struct* vma, unsigned long address, unsigned long size);
void zap_page_range(struct vm_area_struct* vma, unsigned long start, unsigned long size);

#define pte_lockptr(mm, pmd) (&(mm)->page_table_lock)
#define pte_offset_map_lock(mm, pmd, address, ptlp)   \
  ({                                                  \
    pte_t* __pte_mm32 = pte_offset_map(pmd, address); \
    *(ptlp) = pte_lockptr(mm, pmd);                   \
    spin_lock(*(ptlp));                               \
    __pte_mm32;                                       \
  })
#define pte_unmap_unlock(pte, ptl) \
  do {                             \
    spin_unlock(ptl);              \
    pte_unmap(pte);                \
  } while (0)

static inline vm_fault_t vmf_error(int err) {
  return err == -ENOMEM ? VM_FAULT_OOM : VM_FAULT_SIGBUS;
}

#endif
