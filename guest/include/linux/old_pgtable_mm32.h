// Page tables under the names of earlier versions; part of <linux/mm.h>.
#include <linux/mm.h>
#ifndef _LINUX_OLD_PGTABLE_MM32_H
#define _LINUX_OLD_PGTABLE_MM32_H

#include <linux/version.h>

#if LINUX_VERSION_CODE < KERNEL_VERSION(5, 14, 0)
#define pgd_page_vaddr(pgd) ((unsigned long)__va(pgd_val(pgd) & PTE_PFN_MASK))
#define pud_page_vaddr(pud) ((unsigned long)__va(pud_val(pud) & PTE_PFN_MASK))
#endif
#if LINUX_VERSION_CODE < KERNEL_VERSION(4, 20, 0)
static inline int vm_insert_mixed(struct vm_area_struct* vma, unsigned long addr, pfn_t pfn) {
  const vm_fault_t fault = vmf_insert_mixed(vma, addr, pfn);
  if (fault & VM_FAULT_OOM) return -ENOMEM;
  return fault & VM_FAULT_ERROR ? -EFAULT : 0;
}
// Until 4.20 the answer was an errno.
static inline int vm_insert_pfn(struct vm_area_struct* vma, unsigned long addr, unsigned long pfn) {
  const vm_fault_t fault = vmf_insert_pfn(vma, addr, pfn);
  if (fault & VM_FAULT_OOM) return -ENOMEM;
  return fault & VM_FAULT_ERROR ? -EFAULT : 0;
}
#endif
#if LINUX_VERSION_CODE < KERNEL_VERSION(4, 13, 0)
#define native_read_cr3() __read_cr3()
#define __flush_tlb() flush_tlb_local()
#define __flush_tlb_single(addr) __flush_tlb_one(addr)
#define __native_flush_tlb() flush_tlb_local()
#endif
#if LINUX_VERSION_CODE < KERNEL_VERSION(4, 1, 0)
#define read_cr4() __read_cr4()
#define read_cr4_safe() __read_cr4()
#define write_cr4(value) __write_cr4(value)
#define pte_file(pte) ((void)(pte), 0)
#endif
#if LINUX_VERSION_CODE < KERNEL_VERSION(3, 7, 0)
#define VM_CAN_NONLINEAR 0x08000000
#endif
#if LINUX_VERSION_CODE < KERNEL_VERSION(2, 6, 37)
#define pte_offset_map_nested(dir, address) pte_offset_map(dir, address)
#define pte_unmap_nested(pte) pte_unmap(pte)
#define compound_trans_head(page) compound_head(page)
#endif
#if LINUX_VERSION_CODE < KERNEL_VERSION(2, 6, 34)
#define anon_rss MM_ANONPAGES
#define file_rss MM_FILEPAGES
#endif
#if LINUX_VERSION_CODE < KERNEL_VERSION(2, 6, 27)
#define PTE_MASK PTE_PFN_MASK
#define pte_user(pte) ((pte_val(pte) & _PAGE_USER) != 0)
#define pte_read(pte) pte_user(pte)
#define VMALLOC_RESERVE __VMALLOC_RESERVE
#endif
#if LINUX_VERSION_CODE < KERNEL_VERSION(2, 6, 26)
#include <linux/set_memory.h>
// Cached or not, writable or not: what drivers changed in the kernel's own mapping of a page.
static inline int change_page_attr(struct page* page, int numpages, pgprot_t prot) {
  const int ret =
      pgprot_val(prot) & _PAGE_PCD ? set_pages_uc(page, numpages) : set_pages_wb(page, numpages);
  if (ret) return ret;
  return pgprot_val(prot) & _PAGE_RW ? set_pages_rw(page, numpages) : set_pages_ro(page, numpages);
}
#define global_flush_tlb() flush_tlb_all()
#endif

#endif
