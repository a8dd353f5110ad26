// Memory that devices reach: on this machine all of lowmem, at its physical address, within the
// device's mask. Linux: 6.1 kernel/dma/mapping.c, kernel/dma/direct.c.
#include <linux/bug.h>
#include <linux/dma-mapping.h>
#include <linux/export.h>
#include <linux/io.h>
#include <linux/mm.h>
#include <linux/string.h>

#include "../bug_at.h"
#include "devres.h"

static int dma_supported(struct device* dev, u64 mask) { return mask >= DMA_BIT_MASK(24); }

int dma_set_mask(struct device* dev, u64 mask) {
  mask = (dma_addr_t)mask;
  if (!dev->dma_mask || !dma_supported(dev, mask)) return -EIO;
  *dev->dma_mask = mask;
  return 0;
}
EXPORT_SYMBOL(dma_set_mask);

int dma_set_coherent_mask(struct device* dev, u64 mask) {
  mask = (dma_addr_t)mask;
  if (!dma_supported(dev, mask)) return -EIO;
  dev->coherent_dma_mask = mask;
  return 0;
}
EXPORT_SYMBOL(dma_set_coherent_mask);

void* dma_alloc_attrs(struct device* dev, size_t size, dma_addr_t* dma_handle, gfp_t gfp,
                      unsigned long attrs) {
  struct page* page;
  WARN_ON_ONCE_AT(!dev->coherent_dma_mask, "kernel/dma/mapping.c", 499);
  gfp &= ~(__GFP_DMA | __GFP_DMA32 | __GFP_HIGHMEM | __GFP_ZERO | __GFP_COMP);
  if (attrs & DMA_ATTR_NO_WARN) gfp |= __GFP_NOWARN;
  if (dev->coherent_dma_mask <= DMA_BIT_MASK(24)) gfp |= GFP_DMA;
  page = alloc_pages(gfp, get_order(size));
  if (!page) return NULL;
  if (page_to_phys(page) + size - 1 > dev->coherent_dma_mask) {
    __free_pages(page, get_order(size));
    return NULL;
  }
  memset(page_address(page), 0, PAGE_ALIGN(size));
  *dma_handle = page_to_phys(page);
  return page_address(page);
}
EXPORT_SYMBOL(dma_alloc_attrs);

void dma_free_attrs(struct device* dev, size_t size, void* cpu_addr, dma_addr_t dma_handle,
                    unsigned long attrs) {
  WARN_ON_AT(irqs_disabled(), "kernel/dma/mapping.c", 533);
  if (cpu_addr) free_pages((unsigned long)cpu_addr, get_order(size));
}
EXPORT_SYMBOL(dma_free_attrs);

struct dma_devres {
  size_t size;
  void* vaddr;
  dma_addr_t dma_handle;
  unsigned long attrs;
};

static void dmam_release(struct device* dev, void* res) {
  struct dma_devres* this = res;
  dma_free_attrs(dev, this->size, this->vaddr, this->dma_handle, this->attrs);
}
static int dmam_match(struct device* dev, void* res, void* match_data) {
  struct dma_devres* this = res, *match = match_data;
  if (this->vaddr != match->vaddr) return 0;
  WARN_ON_AT(this->size != match->size || this->dma_handle != match->dma_handle,
             "kernel/dma/mapping.c", 45);
  return 1;
}

void* dmam_alloc_attrs(struct device* dev, size_t size, dma_addr_t* dma_handle, gfp_t gfp,
                       unsigned long attrs) {
  struct dma_devres* dr = devres_alloc(dmam_release, sizeof(*dr), gfp);
  void* vaddr;
  if (!dr) return NULL;
  vaddr = dma_alloc_attrs(dev, size, dma_handle, gfp, attrs);
  if (!vaddr) {
    devres_free(dr);
    return NULL;
  }
  *dr =
      (struct dma_devres){.size = size, .vaddr = vaddr, .dma_handle = *dma_handle, .attrs = attrs};
  devres_add(dev, dr);
  return vaddr;
}
EXPORT_SYMBOL(dmam_alloc_attrs);

void dmam_free_coherent(struct device* dev, size_t size, void* vaddr, dma_addr_t dma_handle) {
  struct dma_devres match = {.size = size, .vaddr = vaddr, .dma_handle = dma_handle};
  dma_free_attrs(dev, size, vaddr, dma_handle, 0);
  WARN_ON_AT(devres_destroy(dev, dmam_release, dmam_match, &match), "kernel/dma/mapping.c", 66);
}
EXPORT_SYMBOL(dmam_free_coherent);
