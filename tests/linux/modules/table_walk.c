// Walks the page tables by hand, as teaching modules do: vmalloc, direct map, kmap, device memory,
// addresses that nobody has.
#include <asm/io.h>
#include <asm/pgtable.h>
#include <linux/highmem.h>
#include <linux/mm.h>
#include <linux/module.h>
#include <linux/sched.h>
#include <linux/slab.h>
#include <linux/vmalloc.h>

static void walk(const char* what, const void* pointer) {
  const unsigned long va = (unsigned long)pointer;
  pgd_t* pgd = pgd_offset(current->mm, va);
  p4d_t* p4d;
  pud_t* pud;
  pmd_t* pmd;
  pte_t* pte;

  pr_info("%s: offset %lx\n", what, va & ~PAGE_MASK);
  if (pgd_none(*pgd) || pgd_bad(*pgd)) {
    pr_info("  no pgd\n");
    return;
  }
  p4d = p4d_offset(pgd, va);
  if (p4d_none(*p4d)) return;
  pud = pud_offset(p4d, va);
  if (pud_none(*pud)) {
    pr_info("  no pud\n");
    return;
  }
  pmd = pmd_offset(pud, va);
  if (pmd_none(*pmd)) {
    pr_info("  no pmd\n");
    return;
  }
  pr_info("  pmd %llx%s%s\n", (u64)pmd_val(*pmd) & 0xfff, pmd_large(*pmd) ? " large" : "",
          pmd_present(*pmd) ? " present" : "");
  if (pmd_large(*pmd)) {
    pr_info("  frame %s\n", pmd_pfn(*pmd) == (__pa(va) & PMD_MASK) >> PAGE_SHIFT ? "ok" : "wrong");
    return;
  }
  pte = pte_offset_kernel(pmd, va);
  pr_info("  pte %llx%s%s%s%s\n", (u64)pte_val(*pte) & 0xfff, pte_none(*pte) ? " none" : "",
          pte_present(*pte) ? " present" : "", pte_write(*pte) ? " write" : "",
          pte_dirty(*pte) && pte_young(*pte) ? " used" : "");
}

static int __init table_walk_init(void) {
  char* area = vmalloc(3 * PAGE_SIZE);
  char* object = kmalloc(100, GFP_KERNEL);
  void __iomem* io = ioremap(0xf0000123, 0x2000);
  struct page* page = alloc_page(GFP_HIGHUSER);
  pte_t* pte;
  unsigned int level;

  memset(area, 1, 3 * PAGE_SIZE);
  walk("vmalloc", area);
  walk("vmalloc, third page", area + 2 * PAGE_SIZE + 5);
  walk("guard page", area + 3 * PAGE_SIZE);
  walk("ioremap", io);
  walk("direct map", (void*)(PAGE_OFFSET + (64 << 20)));
  walk("first page", (void*)PAGE_OFFSET);
  walk("end of the image's rodata", (void*)0xc1c00000);
  walk("last lowmem page", high_memory - PAGE_SIZE);
  walk("behind lowmem", high_memory);
  walk("pkmap", (void*)0xffefe000);
  walk("temporary slot", (void*)0xfffbb000);
  walk("APIC", (void*)0xffffc000);
  pte = lookup_address((unsigned long)area, &level);
  pr_info("frames agree: %d %d %d, level %d\n", pte_pfn(*pte) == vmalloc_to_pfn(area),
          pte_page(*pte) == vmalloc_to_page(area),
          lookup_address((unsigned long)object, &level) != NULL, level);
  pte = lookup_address((unsigned long)area + 3 * PAGE_SIZE, &level);
  pr_info("guard: entry %s, level %d\n", pte && pte_none(*pte) ? "empty" : "not empty", level);
  pte = lookup_address(0x20000000, &level);
  pr_info("nobody's: %d, level %d\n", pte != NULL, level);
  pr_info("is_vmalloc_addr %d %d %d %d\n", is_vmalloc_addr(area), is_vmalloc_addr(object),
          is_vmalloc_addr((void*)io), is_vmalloc_addr(area + 3 * PAGE_SIZE));
  pr_info("to page: %d %d\n", vmalloc_to_page(area + 3 * PAGE_SIZE) == NULL,
          vmalloc_to_pfn(area + 1) == vmalloc_to_pfn(area));
  pr_info("sizes %lu %lu %d %d %lx\n", (unsigned long)PGDIR_SIZE >> 20, PMD_SIZE >> 20,
          PTRS_PER_PTE, PTRS_PER_PGD, PAGE_OFFSET);
  __free_page(page);
  iounmap(io);
  kfree(object);
  vfree(area);
  return 0;
}

static void __exit table_walk_exit(void) {}

module_init(table_walk_init);
module_exit(table_walk_exit);
MODULE_LICENSE("GPL");
