// More of <linux/dma-mapping.h>: limits of a device, parts of mappings, shorter forms of the calls.
#include <linux/dma-mapping.h>
#ifndef _LINUX_DMA_MORE_MM32_H
#define _LINUX_DMA_MORE_MM32_H

static inline void debug_dma_mapping_error(struct device* dev, dma_addr_t dma_addr) {}
static inline void debug_dma_map_single(struct device* dev, const void* addr, unsigned long len) {}

// Mappings.
static inline void dma_unmap_single_attrs(struct device* dev, dma_addr_t addr, size_t size,
                                          enum dma_data_direction dir, unsigned long attrs) {
  dma_unmap_page_attrs(dev, addr, size, dir, attrs);
}
static inline void dma_sync_single_range_for_cpu(struct device* dev, dma_addr_t addr,
                                                 unsigned long offset, size_t size,
                                                 enum dma_data_direction dir) {
  dma_sync_single_for_cpu(dev, addr + offset, size, dir);
}
static inline void dma_sync_single_range_for_device(struct device* dev, dma_addr_t addr,
                                                    unsigned long offset, size_t size,
                                                    enum dma_data_direction dir) {
  dma_sync_single_for_device(dev, addr + offset, size, dir);
}
static inline void dma_unmap_sgtable(struct device* dev, struct sg_table* sgt,
                                     enum dma_data_direction dir, unsigned long attrs) {
  dma_unmap_sg_attrs(dev, sgt->sgl, sgt->orig_nents, dir, attrs);
}
static inline void dma_sync_sgtable_for_cpu(struct device* dev, struct sg_table* sgt,
                                            enum dma_data_direction dir) {
  dma_sync_sg_for_cpu(dev, sgt->sgl, sgt->orig_nents, dir);
}
static inline void dma_sync_sgtable_for_device(struct device* dev, struct sg_table* sgt,
                                               enum dma_data_direction dir) {
  dma_sync_sg_for_device(dev, sgt->sgl, sgt->orig_nents, dir);
}
#define dma_get_sgtable(d, t, v, h, s) dma_get_sgtable_attrs(d, t, v, h, s, 0)
#define dma_mmap_coherent(d, v, c, h, s) dma_mmap_attrs(d, v, c, h, s, 0)

// Memory.
static inline void* dmam_alloc_coherent(struct device* dev, size_t size, dma_addr_t* dma_handle,
                                        gfp_t gfp) {
  return dmam_alloc_attrs(dev, size, dma_handle, gfp, gfp & __GFP_NOWARN ? DMA_ATTR_NO_WARN : 0);
}
static inline void* dma_alloc_noncoherent(struct device* dev, size_t size, dma_addr_t* dma_handle,
                                          enum dma_data_direction dir, gfp_t gfp) {
  struct page* page = dma_alloc_pages(dev, size, dma_handle, dir, gfp);
  return page ? page_address(page) : NULL;
}
static inline void dma_free_noncoherent(struct device* dev, size_t size, void* vaddr,
                                        dma_addr_t dma_handle, enum dma_data_direction dir) {
  dma_free_pages(dev, size, virt_to_page(vaddr), dma_handle, dir);
}
static inline void* dma_alloc_wc(struct device* dev, size_t size, dma_addr_t* dma_addr, gfp_t gfp) {
  const unsigned long quiet = gfp & __GFP_NOWARN ? DMA_ATTR_NO_WARN : 0;
  return dma_alloc_attrs(dev, size, dma_addr, gfp, DMA_ATTR_WRITE_COMBINE | quiet);
}
static inline void dma_free_wc(struct device* dev, size_t size, void* cpu_addr,
                               dma_addr_t dma_addr) {
  dma_free_attrs(dev, size, cpu_addr, dma_addr, DMA_ATTR_WRITE_COMBINE);
}
static inline int dma_mmap_wc(struct device* dev, struct vm_area_struct* vma, void* cpu_addr,
                              dma_addr_t dma_addr, size_t size) {
  return dma_mmap_attrs(dev, vma, cpu_addr, dma_addr, size, DMA_ATTR_WRITE_COMBINE);
}

// What a device can address, and how it wants its segments.
static inline u64 dma_get_mask(struct device* dev) {
  return dev->dma_mask && *dev->dma_mask ? *dev->dma_mask : DMA_BIT_MASK(32);
}
static inline int dma_coerce_mask_and_coherent(struct device* dev, u64 mask) {
  dev->dma_mask = &dev->coherent_dma_mask;
  return dma_set_mask_and_coherent(dev, mask);
}
static inline bool dma_addressing_limited(struct device* dev) {
  const u64 mask = dma_get_mask(dev), limit = dev->bus_dma_limit;
  return (limit && limit < mask ? limit : mask) < dma_get_required_mask(dev);
}
static inline unsigned int dma_get_max_seg_size(struct device* dev) {
  return dev->dma_parms && dev->dma_parms->max_segment_size ? dev->dma_parms->max_segment_size
                                                            : SZ_64K;
}
static inline int dma_set_max_seg_size(struct device* dev, unsigned int size) {
  if (!dev->dma_parms) return -EIO;
  dev->dma_parms->max_segment_size = size;
  return 0;
}
static inline unsigned long dma_get_seg_boundary(struct device* dev) {
  return dev->dma_parms && dev->dma_parms->segment_boundary_mask
             ? dev->dma_parms->segment_boundary_mask
             : ULONG_MAX;
}
static inline unsigned long dma_get_seg_boundary_nr_pages(struct device* dev,
                                                          unsigned int page_shift) {
  return dev ? (dma_get_seg_boundary(dev) >> page_shift) + 1 : (U32_MAX >> page_shift) + 1;
}
static inline int dma_set_seg_boundary(struct device* dev, unsigned long mask) {
  if (!dev->dma_parms) return -EIO;
  dev->dma_parms->segment_boundary_mask = mask;
  return 0;
}
static inline unsigned int dma_get_min_align_mask(struct device* dev) {
  return dev->dma_parms ? dev->dma_parms->min_align_mask : 0;
}
static inline int dma_set_min_align_mask(struct device* dev, unsigned int min_align_mask) {
  if (WARN_ON_ONCE(!dev->dma_parms)) return -EIO;
  dev->dma_parms->min_align_mask = min_align_mask;
  return 0;
}
static inline int dma_get_cache_alignment(void) { return 1; }

// What a driver keeps in order to undo a mapping: nothing, where addresses are the frames' own.
#define DEFINE_DMA_UNMAP_ADDR(ADDR_NAME)
#define DEFINE_DMA_UNMAP_LEN(LEN_NAME)
#define dma_unmap_addr(PTR, ADDR_NAME) (0)
#define dma_unmap_addr_set(PTR, ADDR_NAME, VAL) \
  do {                                          \
  } while (0)
#define dma_unmap_len(PTR, LEN_NAME) (0)
#define dma_unmap_len_set(PTR, LEN_NAME, VAL) \
  do {                                        \
  } while (0)

#endif
