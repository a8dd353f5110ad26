/* Pages as drivers of 2.6.18 used them: reserved pages, the walk by hand, kmap slots. */
#include <linux/config.h>
#include <linux/highmem.h>
#include <linux/init.h>
#include <linux/kernel.h>
#include <linux/mm.h>
#include <linux/module.h>
#include <linux/slab.h>
#include <linux/vmalloc.h>
#include <asm/io.h>
#include <asm/pgtable.h>
#include <asm/tlbflush.h>
#include <asm/uaccess.h>

static int order = 2;
module_param(order, int, S_IRUGO);

static struct page *area_page(void *area)
{
	unsigned long address = (unsigned long) area;
	pgd_t *pgd = pgd_offset_k(address);
	pud_t *pud;
	pmd_t *pmd;
	pte_t *pte;

	if (pgd_none(*pgd))
		return NULL;
	pud = pud_offset(pgd, address);
	pmd = pmd_offset(pud, address);
	if (pmd_none(*pmd))
		return NULL;
	pte = pte_offset_kernel(pmd, address);
	return pte_present(*pte) ? pte_page(*pte) : NULL;
}

static void reserve(unsigned long from, int pages, int on)
{
	struct page *page = virt_to_page(from);

	for (; pages > 0; pages--, page++)
		if (on)
			SetPageReserved(page);
		else
			ClearPageReserved(page);
}

static int __devinit pages_init(void)
{
	unsigned long block = __get_dma_pages(GFP_KERNEL, order);
	char *area = vmalloc(3 * PAGE_SIZE);
	char *raw = __vmalloc(PAGE_SIZE, GFP_KERNEL | __GFP_HIGHMEM, PAGE_KERNEL);
	struct page *page = alloc_page(GFP_HIGHUSER);
	char *from, *to;

	if (!block || !area || !raw || !page)
		return -ENOMEM;
	printk(KERN_INFO "block is %s DMA memory, bus address is %s\n",
	       __pa(block) < 0x1000000 ? "in" : "not in",
	       virt_to_bus((void *) block) == __pa(block) ? "its physical one" : "another");
	reserve(block, 1 << order, 1);
	printk(KERN_INFO "reserved %d, count %d\n", !!PageReserved(virt_to_page(block)),
	       page_count(virt_to_page(block)));
	reserve(block, 1 << order, 0);
	printk(KERN_INFO "walk %s\n",
	       area_page(area + PAGE_SIZE) == vmalloc_to_page(area + PAGE_SIZE) ? "agrees" : "differs");
	strcpy(area, "through two slots");
	from = kmap_atomic(vmalloc_to_page(area), KM_USER0);
	to = kmap_atomic(page, KM_USER1);
	memcpy(to, from, 32);
	kunmap_atomic(to, KM_USER1);
	kunmap_atomic(from, KM_USER0);
	to = kmap(page);
	printk(KERN_INFO "%s\n", to);
	kunmap(page);
	__free_page(page);
	vfree(raw);
	vfree(area);
	free_pages(block, order);
	return 0;
}

static void __devexit pages_exit(void)
{
	flush_tlb_all();
	printk(KERN_INFO "%s %s\n", KERN_INFO[0] == '<' ? "old" : "new", "levels");
}

module_init(pages_init);
module_exit(pages_exit);
MODULE_LICENSE("GPL");

// mm32-args: --kernel-version 2.6.18 --run-missing zero
// mm32-expect: log ^block is in DMA memory, bus address is its physical one$
// mm32-expect: log ^new levels$
