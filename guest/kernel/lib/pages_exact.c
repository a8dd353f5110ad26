// Blocks of any number of pages: a power of two is allocated, split, and its tail given back.
#include <linux/bug.h>
#include <linux/export.h>
#include <linux/mm.h>

// From one block of 2^order pages to as many single ones.
void split_page(struct page* page, unsigned int order) {
  unsigned int i;
  BUG_ON(PageCompound(page) || !page_count(page));
  for (i = 1; i < (1u << order); i++) set_page_count(page + i, 1);
}
EXPORT_SYMBOL_GPL(split_page);

void* alloc_pages_exact(size_t size, gfp_t gfp) {
  unsigned int order = get_order(size);
  unsigned long address, end, used;
  if (WARN_ON_ONCE(gfp & (__GFP_COMP | __GFP_HIGHMEM))) gfp &= ~(__GFP_COMP | __GFP_HIGHMEM);
  address = __get_free_pages(gfp, order);
  if (!address) return NULL;
  end = address + (PAGE_SIZE << order);
  used = address + PAGE_ALIGN(size);
  split_page(virt_to_page(address), order);
  for (; used < end; used += PAGE_SIZE) free_page(used);
  return (void*)address;
}
EXPORT_SYMBOL(alloc_pages_exact);

void free_pages_exact(void* virt, size_t size) {
  unsigned long address = (unsigned long)virt, end = address + PAGE_ALIGN(size);
  for (; address < end; address += PAGE_SIZE) free_page(address);
}
EXPORT_SYMBOL(free_pages_exact);
