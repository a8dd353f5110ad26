// Pages for devices, and tables and user mappings of memory that devices reach.
// Linux 6.1: kernel/dma/mapping.c, kernel/dma/direct.c.
#include <linux/bug.h>
#include <linux/dma-mapping.h>
#include <linux/export.h>
#include <linux/mm.h>
#include <linux/slab.h>
#include <linux/vmalloc.h>

#include "../bug_at.h"

int dma_get_sgtable_attrs(struct device* dev, struct sg_table* sgt, void* cpu_addr,
                          dma_addr_t dma_addr, size_t size, unsigned long attrs) {
  const int error = sg_alloc_table(sgt, 1, GFP_KERNEL);
  if (!error) sg_set_page(sgt->sgl, pfn_to_page(PFN_DOWN(dma_addr)), PAGE_ALIGN(size), 0);
  return error;
}
EXPORT_SYMBOL(dma_get_sgtable_attrs);

static int map_to_user(struct vm_area_struct* vma, unsigned long pfn, size_t size) {
  const unsigned long user_count = vma_pages(vma), count = PAGE_ALIGN(size) >> PAGE_SHIFT;
  if (vma->vm_pgoff >= count || user_count > count - vma->vm_pgoff) return -ENXIO;
  return remap_pfn_range(vma, vma->vm_start, pfn + vma->vm_pgoff, user_count << PAGE_SHIFT,
                         vma->vm_page_prot);
}

int dma_mmap_attrs(struct device* dev, struct vm_area_struct* vma, void* cpu_addr,
                   dma_addr_t dma_addr, size_t size, unsigned long attrs) {
  return map_to_user(vma, PFN_DOWN(dma_addr), size);
}
EXPORT_SYMBOL(dma_mmap_attrs);

int dma_mmap_pages(struct device* dev, struct vm_area_struct* vma, size_t size, struct page* page) {
  return map_to_user(vma, page_to_pfn(page), size);
}
EXPORT_SYMBOL_GPL(dma_mmap_pages);

struct page* dma_alloc_pages(struct device* dev, size_t size, dma_addr_t* dma_handle,
                             enum dma_data_direction dir, gfp_t gfp) {
  void* memory;
  if (WARN_ON_ONCE_AT(!dev->coherent_dma_mask, "kernel/dma/mapping.c", 569)) return NULL;
  if (WARN_ON_ONCE_AT(gfp & (__GFP_DMA | __GFP_DMA32 | __GFP_HIGHMEM), "kernel/dma/mapping.c", 571))
    return NULL;
  memory = dma_alloc_attrs(dev, PAGE_ALIGN(size), dma_handle, gfp, 0);
  return memory ? virt_to_page(memory) : NULL;
}
EXPORT_SYMBOL_GPL(dma_alloc_pages);

void dma_free_pages(struct device* dev, size_t size, struct page* page, dma_addr_t dma_handle,
                    enum dma_data_direction dir) {
  __free_pages(page, get_order(PAGE_ALIGN(size)));
}
EXPORT_SYMBOL_GPL(dma_free_pages);

struct sg_table* dma_alloc_noncontiguous(struct device* dev, size_t size,
                                         enum dma_data_direction dir, gfp_t gfp,
                                         unsigned long attrs) {
  struct sg_table* sgt;
  struct page* page;
  if (WARN_ON_ONCE_AT(attrs & ~DMA_ATTR_ALLOC_SINGLE_PAGES, "kernel/dma/mapping.c", 660))
    return NULL;
  sgt = kmalloc(sizeof(*sgt), gfp);
  if (!sgt) return NULL;
  if (sg_alloc_table(sgt, 1, gfp)) goto free_table;
  page = dma_alloc_pages(dev, size, &sgt->sgl->dma_address, dir, gfp);
  if (!page) goto free_entries;
  sg_set_page(sgt->sgl, page, PAGE_ALIGN(size), 0);
  sg_dma_len(sgt->sgl) = sgt->sgl->length;
  sgt->nents = 1;
  return sgt;
free_entries:
  sg_free_table(sgt);
free_table:
  kfree(sgt);
  return NULL;
}
EXPORT_SYMBOL_GPL(dma_alloc_noncontiguous);

void dma_free_noncontiguous(struct device* dev, size_t size, struct sg_table* sgt,
                            enum dma_data_direction dir) {
  dma_free_pages(dev, size, sg_page(sgt->sgl), sgt->sgl->dma_address, dir);
  sg_free_table(sgt);
  kfree(sgt);
}
EXPORT_SYMBOL_GPL(dma_free_noncontiguous);

void* dma_vmap_noncontiguous(struct device* dev, size_t size, struct sg_table* sgt) {
  return page_address(sg_page(sgt->sgl));
}
EXPORT_SYMBOL_GPL(dma_vmap_noncontiguous);

void dma_vunmap_noncontiguous(struct device* dev, void* vaddr) {}
EXPORT_SYMBOL_GPL(dma_vunmap_noncontiguous);

int dma_mmap_noncontiguous(struct device* dev, struct vm_area_struct* vma, size_t size,
                           struct sg_table* sgt) {
  return dma_mmap_pages(dev, vma, size, sg_page(sgt->sgl));
}
EXPORT_SYMBOL_GPL(dma_mmap_noncontiguous);
