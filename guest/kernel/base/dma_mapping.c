// Mapping of memory for devices: a device sees physical addresses and caches are coherent, so a
// mapping is an address within the device's mask and nothing is copied.
// Linux 6.1: kernel/dma/mapping.c, kernel/dma/direct.c, kernel/dma/direct.h.
#include <linux/bug.h>
#include <linux/dma-mapping.h>
#include <linux/export.h>
#include <linux/memblock.h>
#include <linux/mm.h>
#include <linux/slab.h>
#include <linux/vmalloc.h>

#include "../bug_at.h"

static u64 reachable(const struct device* dev) {
  const u64 limit = dev->bus_dma_limit;
  return limit && limit < *dev->dma_mask ? limit : *dev->dma_mask;
}

static __always_inline dma_addr_t checked(struct device* dev, phys_addr_t phys, size_t size) {
  dma_addr_t addr = phys;
  if (addr + size - 1 <= reachable(dev)) return addr;
  WARN_ONCE_AT(1, "kernel/dma/direct.h", 103,
               "%s %s: DMA addr %pad+%zu overflow (mask %llx, bus limit %llx).\n",
               dev_driver_string(dev), dev_name(dev), &addr, size, *dev->dma_mask,
               dev->bus_dma_limit);
  return DMA_MAPPING_ERROR;
}

dma_addr_t dma_map_page_attrs(struct device* dev, struct page* page, size_t offset, size_t size,
                              enum dma_data_direction dir, unsigned long attrs) {
  BUG_ON_AT(!valid_dma_direction(dir), "kernel/dma/mapping.c", 149);
  if (WARN_ON_ONCE_AT(!dev->dma_mask, "kernel/dma/mapping.c", 151)) return DMA_MAPPING_ERROR;
  return checked(dev, page_to_phys(page) + offset, size);
}
EXPORT_SYMBOL(dma_map_page_attrs);

void dma_unmap_page_attrs(struct device* dev, dma_addr_t addr, size_t size,
                          enum dma_data_direction dir, unsigned long attrs) {
  BUG_ON_AT(!valid_dma_direction(dir), "kernel/dma/mapping.c", 170);
}
EXPORT_SYMBOL(dma_unmap_page_attrs);

// The number of entries mapped, or an error with none.
static int map_entries(struct device* dev, struct scatterlist* sgl, int nents,
                       enum dma_data_direction dir) {
  struct scatterlist* sg;
  int i;
  BUG_ON_AT(!valid_dma_direction(dir), "kernel/dma/mapping.c", 188);
  if (WARN_ON_ONCE_AT(!dev->dma_mask, "kernel/dma/mapping.c", 190)) return 0;
  for_each_sg(sgl, sg, nents, i) {
    sg->dma_address = checked(dev, sg_phys(sg), sg->length);
    if (sg->dma_address == DMA_MAPPING_ERROR) return -EIO;
    sg_dma_len(sg) = sg->length;
  }
  return nents;
}

unsigned int dma_map_sg_attrs(struct device* dev, struct scatterlist* sgl, int nents,
                              enum dma_data_direction dir, unsigned long attrs) {
  const int mapped = map_entries(dev, sgl, nents, dir);
  return mapped < 0 ? 0 : mapped;
}
EXPORT_SYMBOL(dma_map_sg_attrs);

int dma_map_sgtable(struct device* dev, struct sg_table* sgt, enum dma_data_direction dir,
                    unsigned long attrs) {
  const int mapped = map_entries(dev, sgt->sgl, sgt->orig_nents, dir);
  if (mapped <= 0) return mapped ? mapped : -EIO;
  sgt->nents = mapped;
  return 0;
}
EXPORT_SYMBOL_GPL(dma_map_sgtable);

void dma_unmap_sg_attrs(struct device* dev, struct scatterlist* sgl, int nents,
                        enum dma_data_direction dir, unsigned long attrs) {
  BUG_ON_AT(!valid_dma_direction(dir), "kernel/dma/mapping.c", 286);
}
EXPORT_SYMBOL(dma_unmap_sg_attrs);

dma_addr_t dma_map_resource(struct device* dev, phys_addr_t phys, size_t size,
                            enum dma_data_direction dir, unsigned long attrs) {
  dma_addr_t addr = phys;
  BUG_ON_AT(!valid_dma_direction(dir), "kernel/dma/mapping.c", 303);
  if (WARN_ON_ONCE_AT(!dev->dma_mask, "kernel/dma/mapping.c", 305)) return DMA_MAPPING_ERROR;
  if (addr + size - 1 <= reachable(dev)) return addr;
  dev_err_once(dev, "DMA addr %pad+%zu overflow (mask %llx, bus limit %llx).\n", &addr, size,
               *dev->dma_mask, dev->bus_dma_limit);
  WARN_ON_ONCE_AT(1, "kernel/dma/direct.c", 526);
  return DMA_MAPPING_ERROR;
}
EXPORT_SYMBOL(dma_map_resource);

void dma_unmap_resource(struct device* dev, dma_addr_t addr, size_t size,
                        enum dma_data_direction dir, unsigned long attrs) {
  BUG_ON_AT(!valid_dma_direction(dir), "kernel/dma/mapping.c", 323);
}
EXPORT_SYMBOL(dma_unmap_resource);

#define DEFINE_SYNC(name, what, count)                                      \
  void name(struct device* dev, what, count, enum dma_data_direction dir) { \
    BUG_ON_AT(!valid_dma_direction(dir), "kernel/dma/mapping.c", 336);      \
  }                                                                         \
  EXPORT_SYMBOL(name)
DEFINE_SYNC(dma_sync_single_for_cpu, dma_addr_t addr, size_t size);
DEFINE_SYNC(dma_sync_single_for_device, dma_addr_t addr, size_t size);
DEFINE_SYNC(dma_sync_sg_for_cpu, struct scatterlist* sg, int nelems);
DEFINE_SYNC(dma_sync_sg_for_device, struct scatterlist* sg, int nelems);

u64 dma_get_required_mask(struct device* dev) {
  const u64 last = (u64)(max_pfn - 1) << PAGE_SHIFT;
  return (1ULL << (fls64(last) - 1)) * 2 - 1;
}
EXPORT_SYMBOL_GPL(dma_get_required_mask);

size_t dma_max_mapping_size(struct device* dev) { return SIZE_MAX; }
EXPORT_SYMBOL_GPL(dma_max_mapping_size);
size_t dma_opt_mapping_size(struct device* dev) { return SIZE_MAX; }
EXPORT_SYMBOL_GPL(dma_opt_mapping_size);
bool dma_need_sync(struct device* dev, dma_addr_t addr) { return false; }
EXPORT_SYMBOL_GPL(dma_need_sync);
unsigned long dma_get_merge_boundary(struct device* dev) { return 0; }
EXPORT_SYMBOL_GPL(dma_get_merge_boundary);
bool dma_can_mmap(struct device* dev) { return true; }
EXPORT_SYMBOL_GPL(dma_can_mmap);
bool dma_pci_p2pdma_supported(struct device* dev) { return true; }
EXPORT_SYMBOL_GPL(dma_pci_p2pdma_supported);
