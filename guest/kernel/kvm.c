/*
 * Kernel virtual memory, as far as it must run on the CPU: wrappers that know the running task,
 * widen types which differ with PAE, or execute INVLPG. What they decide is in mm/ on the host.
 * Linux: mm/highmem.c (kunmap_local_indexed), arch/x86/mm/ioremap.c.
 */
#include <linux/export.h>
#include <linux/highmem.h>
#include <linux/io.h>
#include <linux/mm.h>
#include <linux/sched.h>

void *mm32_ioremap(u64 pa, unsigned long size);
void *mm32_ioremap_uc(u64 pa, unsigned long size);
void *mm32_ioremap_wc(u64 pa, unsigned long size);
void *mm32_ioremap_wt(u64 pa, unsigned long size);
void *mm32_ioremap_cache(u64 pa, unsigned long size);
void *mm32_memremap(u64 pa, unsigned long size, unsigned long flags);
void *mm32_kmap_local_pfn(void *ctrl, unsigned long pfn, u32 prot);
unsigned long mm32_kunmap_local(void *ctrl, const void *vaddr);
struct page *mm32_kmap_to_page(void *ctrl, void *vaddr);
void __kmap_flush_unused(void);
pte_t *mm32_pte_alloc_kernel(unsigned long addr);

#define task_kmap_ctrl(task) ((void *)&(task)->kmap_ctrl)

/* Which bits entries may have; PAE kernels keep the global bit for their image. */
#ifdef CONFIG_X86_PAE
pteval_t __default_kernel_pte_mask = ~(pteval_t)_PAGE_GLOBAL;
#else
pteval_t __default_kernel_pte_mask = ~(pteval_t)0;
#endif
pteval_t __supported_pte_mask = ~(pteval_t)0;
EXPORT_SYMBOL(__default_kernel_pte_mask);
EXPORT_SYMBOL(__supported_pte_mask);

/* Set by the host when memory management has booted. */
unsigned long __mm32_vmalloc_start;
unsigned long __mm32_vmalloc_end;
unsigned long __FIXADDR_TOP = 0xfffff000;
EXPORT_SYMBOL(__mm32_vmalloc_start);
EXPORT_SYMBOL(__mm32_vmalloc_end);
EXPORT_SYMBOL(__FIXADDR_TOP);

void *__kmap_local_pfn_prot(unsigned long pfn, pgprot_t prot)
{
	u32 low = (u32)pgprot_val(prot);

#ifdef CONFIG_X86_PAE
	if (pgprot_val(prot) >> _PAGE_BIT_NX)
		low |= 1u << 31;
#endif
	return mm32_kmap_local_pfn(task_kmap_ctrl(current), pfn, low);
}
EXPORT_SYMBOL(__kmap_local_pfn_prot);

void *__kmap_local_page_prot(struct page *page, pgprot_t prot)
{
	if (!PageHighMem(page))
		return page_address(page);
	return __kmap_local_pfn_prot(page_to_pfn(page), prot);
}
EXPORT_SYMBOL(__kmap_local_page_prot);

/* The host clears the entry; only the CPU can forget the one translation. */
void kunmap_local_indexed(const void *vaddr)
{
	unsigned long page = mm32_kunmap_local(task_kmap_ctrl(current), vaddr);

	if (page)
		__asm__ volatile("invlpg (%0)" : : "r"(page) : "memory");
}
EXPORT_SYMBOL(kunmap_local_indexed);

struct page *__kmap_to_page(void *vaddr)
{
	return mm32_kmap_to_page(task_kmap_ctrl(current), vaddr);
}
EXPORT_SYMBOL(__kmap_to_page);

void kmap_flush_unused(void)
{
	__kmap_flush_unused();
}
EXPORT_SYMBOL(kmap_flush_unused);

void *ioremap(resource_size_t pa, unsigned long size)
{
	return mm32_ioremap(pa, size);
}
EXPORT_SYMBOL(ioremap);

void *ioremap_uc(resource_size_t pa, unsigned long size)
{
	return mm32_ioremap_uc(pa, size);
}
EXPORT_SYMBOL(ioremap_uc);

void *ioremap_wc(resource_size_t pa, unsigned long size)
{
	return mm32_ioremap_wc(pa, size);
}
EXPORT_SYMBOL(ioremap_wc);

void *ioremap_wt(resource_size_t pa, unsigned long size)
{
	return mm32_ioremap_wt(pa, size);
}
EXPORT_SYMBOL(ioremap_wt);

void *ioremap_cache(resource_size_t pa, unsigned long size)
{
	return mm32_ioremap_cache(pa, size);
}
EXPORT_SYMBOL(ioremap_cache);

void *memremap(resource_size_t pa, size_t size, unsigned long flags)
{
	return mm32_memremap(pa, size, flags);
}
EXPORT_SYMBOL(memremap);

/* Calls fn for the entry of each page of a kernel range, with the tables made where they are missing.
 * The user half of an address space is its owner's: -EINVAL. */
int apply_to_page_range(struct mm_struct *mm, unsigned long addr, unsigned long size, pte_fn_t fn,
			void *data)
{
	unsigned long end = addr + size;

	if (addr >= end || addr < PAGE_OFFSET)
		return -EINVAL;
	for (addr &= PAGE_MASK; addr < end; addr += PAGE_SIZE) {
		pte_t *pte = mm32_pte_alloc_kernel(addr);
		int error = pte ? fn(pte, addr, data) : -ENOMEM;

		if (error)
			return error;
	}
	return 0;
}
EXPORT_SYMBOL(apply_to_page_range);
