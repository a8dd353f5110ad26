// Frames above 4 GB: every way to map one shows the same bytes, and 64-bit entries all through.
#include <asm/pgtable.h>
#include <linux/highmem.h>
#include <linux/io.h>
#include <linux/mm.h>
#include <linux/module.h>
#include <linux/vmalloc.h>

static u64 entry_of(const void* address) {
  unsigned int level;
  pte_t* pte = lookup_address((unsigned long)address, &level);

  return pte ? pte_val(*pte) : 0;
}

static void show(const char* what, const void* address, const struct page* page) {
  const u64 entry = entry_of(address);

  pr_info("%s: frame %d flags %llx nx %d text %.4s\n", what,
          (entry & PTE_PFN_MASK) >> PAGE_SHIFT == page_to_pfn(page), entry & 0xf9f,
          entry >> 63 ? 1 : 0, (const char*)address);
}

static int __init start(void) {
  struct page* page = alloc_page(GFP_HIGHUSER | __GFP_ZERO);
  struct page* pages[3] = {page, page, page};
  char *p, *q;

  if (!page) return -ENOMEM;
  pr_info("above 4 GB %d, highmem %d, physical %d\n", page_to_pfn(page) >= 0x100000,
          PageHighMem(page), page_to_phys(page) == (u64)page_to_pfn(page) << PAGE_SHIFT);
  p = kmap(page);
  strcpy(p, "kmap");
  show("kmap", p, page);
  pr_info("page_address %d\n", page_address(page) == p);
  kunmap(page);
  p = kmap_local_page(page);
  q = kmap_atomic(page);
  show("kmap_local", p, page);
  show("kmap_atomic", q, page);
  pr_info("one below the other %d\n", p - q == PAGE_SIZE);
  kunmap_atomic(q);
  kunmap_local(p);
  p = vmap(pages, 3, VM_MAP, PAGE_KERNEL);
  show("vmap", p + 2 * PAGE_SIZE, page);
  pr_info("vmalloc_to_page %d, pfn %d\n", vmalloc_to_page(p + PAGE_SIZE) == page,
          vmalloc_to_pfn(p) == page_to_pfn(page));
  vunmap(p);
  p = vmap(pages, 1, VM_MAP, PAGE_KERNEL_EXEC);
  show("vmap to execute", p, page);
  vunmap(p);
  p = vm_map_ram(pages, 3, NUMA_NO_NODE);
  show("vm_map_ram", p + PAGE_SIZE, page);
  vm_unmap_ram(p, 3);
  __free_page(page);
  return 0;
}

static void __exit stop(void) {}

module_init(start);
module_exit(stop);
MODULE_LICENSE("GPL");
