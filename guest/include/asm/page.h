// Pages and the direct map of i386.
//
// pte, pmd and pgd have one machine word each, or 64 bits in PAE mode.
#ifndef _ASM_PAGE_H
#define _ASM_PAGE_H

#include <linux/const.h>
#include <linux/types.h>

#define PAGE_SHIFT 12
#define PAGE_SIZE (_AC(1, UL) << PAGE_SHIFT)
#define PAGE_MASK (~(PAGE_SIZE - 1))
#define PAGE_OFFSET ((unsigned long)CONFIG_PAGE_OFFSET)
#define __PAGE_OFFSET PAGE_OFFSET
#define __START_KERNEL_map PAGE_OFFSET
#define LOAD_PHYSICAL_ADDR 0x1000000
#define THREAD_SIZE_ORDER 1
#define THREAD_SIZE (PAGE_SIZE << THREAD_SIZE_ORDER)
#define __PHYSICAL_MASK_SHIFT (sizeof(phys_addr_t) == 8 ? 52 : 32)
#define PHYSICAL_PAGE_MASK \
  ((phys_addr_t)(((1ULL << __PHYSICAL_MASK_SHIFT) - 1) & ~(unsigned long long)(PAGE_SIZE - 1)))
#define __VIRTUAL_MASK_SHIFT 32
#ifdef CONFIG_X86_PAE
#define PMD_SHIFT 21
#else
#define PMD_SHIFT 22
#endif
#define PMD_SIZE (_AC(1, UL) << PMD_SHIFT)
#define PMD_MASK (~(PMD_SIZE - 1))
#define HPAGE_SHIFT PMD_SHIFT
#define HPAGE_SIZE (_AC(1, UL) << HPAGE_SHIFT)
#define HPAGE_MASK (~(HPAGE_SIZE - 1))
#define HUGETLB_PAGE_ORDER (HPAGE_SHIFT - PAGE_SHIFT)

struct page;
extern struct page* mem_map;
extern unsigned long max_mapnr;
extern unsigned long max_pfn;
extern unsigned long max_low_pfn;
extern unsigned long min_low_pfn;
extern void* high_memory;

#define __pa(x) ((unsigned long)(x)-PAGE_OFFSET)
#define __pa_nodebug(x) __pa(x)
#define __pa_symbol(x) __pa(x)
#define __va(x) ((void*)((unsigned long)(x) + PAGE_OFFSET))
#define __phys_addr(x) __pa(x)
#define ARCH_PFN_OFFSET 0UL
#define __pfn_to_page(pfn) (mem_map + (pfn))
#define __page_to_pfn(page) ((unsigned long)((page)-mem_map))
#define pfn_to_page(pfn) __pfn_to_page(pfn)
#define page_to_pfn(page) __page_to_pfn(page)
#define pfn_valid(pfn) ((unsigned long)(pfn) < max_mapnr)
#define page_to_phys(page) ((phys_addr_t)page_to_pfn(page) << PAGE_SHIFT)
#define phys_to_page(phys) pfn_to_page((unsigned long)((phys) >> PAGE_SHIFT))
#define virt_to_page(kaddr) pfn_to_page(__pa(kaddr) >> PAGE_SHIFT)
#define virt_to_pfn(kaddr) (__pa(kaddr) >> PAGE_SHIFT)
#define pfn_to_kaddr(pfn) __va((pfn) << PAGE_SHIFT)
#define pfn_to_virt(pfn) __va((pfn) << PAGE_SHIFT)
#define page_to_virt(page) __va(page_to_pfn(page) << PAGE_SHIFT)
bool __virt_addr_valid(unsigned long kaddr);
#define virt_addr_valid(kaddr) __virt_addr_valid((unsigned long)(kaddr))

#define clear_page(page) __builtin_memset((page), 0, PAGE_SIZE)
#define copy_page(to, from) __builtin_memcpy((to), (from), PAGE_SIZE)
#define clear_user_page(page, vaddr, pg) clear_page(page)
#define copy_user_page(to, from, vaddr, topage) copy_page(to, from)

static inline int get_order(unsigned long size) {
  if (!size) return 32 - PAGE_SHIFT;
  size = (size - 1) >> PAGE_SHIFT;
  return size ? 32 - __builtin_clzl(size) : 0;
}
#define PAGE_ALIGN(addr) ((((addr) + PAGE_SIZE - 1)) & PAGE_MASK)
#define PAGE_ALIGNED(addr) ((((unsigned long)(addr)) & (PAGE_SIZE - 1)) == 0)
#define offset_in_page(p) ((unsigned long)(p) & ~PAGE_MASK)
#define VM_DATA_DEFAULT_FLAGS (VM_READ | VM_WRITE | VM_EXEC | VM_MAYREAD | VM_MAYWRITE | VM_MAYEXEC)

#endif
