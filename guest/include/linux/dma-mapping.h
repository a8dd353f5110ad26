// Memory that devices reach.
#ifndef _LINUX_DMA_MAPPING_H
#define _LINUX_DMA_MAPPING_H

#include <linux/bug.h>
#include <linux/cache.h>
#include <linux/device.h>
#include <linux/dma-direction.h>
#include <linux/err.h>
#include <linux/scatterlist.h>
#include <linux/sizes.h>
#include <linux/string.h>
#include <linux/types.h>

#define DMA_ATTR_WEAK_ORDERING (1UL << 1)
#define DMA_ATTR_WRITE_COMBINE (1UL << 2)
#define DMA_ATTR_NO_KERNEL_MAPPING (1UL << 4)
#define DMA_ATTR_SKIP_CPU_SYNC (1UL << 5)
#define DMA_ATTR_FORCE_CONTIGUOUS (1UL << 6)
#define DMA_ATTR_NO_WARN (1UL << 8)
#define DMA_MAPPING_ERROR (~(dma_addr_t)0)
#define DMA_BIT_MASK(n) (((n) == 64) ? ~0ULL : ((1ULL << (n)) - 1))

struct device;
struct page;
struct scatterlist;
struct sg_table;
struct vm_area_struct;

dma_addr_t dma_map_page_attrs(struct device*, struct page*, size_t, size_t, enum dma_data_direction,
                              unsigned long);
void dma_unmap_page_attrs(struct device*, dma_addr_t, size_t, enum dma_data_direction,
                          unsigned long);
unsigned int dma_map_sg_attrs(struct device*, struct scatterlist*, int, enum dma_data_direction,
                              unsigned long);
void dma_unmap_sg_attrs(struct device*, struct scatterlist*, int, enum dma_data_direction,
                        unsigned long);
int dma_map_sgtable(struct device*, struct sg_table*, enum dma_data_direction, unsigned long);
dma_addr_t dma_map_resource(struct device*, phys_addr_t, size_t, enum dma_data_direction,
                            unsigned long);
void dma_unmap_resource(struct device*, dma_addr_t, size_t, enum dma_data_direction, unsigned long);
void dma_sync_single_for_cpu(struct device*, dma_addr_t, size_t, enum dma_data_direction);
void dma_sync_single_for_device(struct device*, dma_addr_t, size_t, enum dma_data_direction);
void dma_sync_sg_for_cpu(struct device*, struct scatterlist*, int, enum dma_data_direction);
void dma_sync_sg_for_device(struct device*, struct scatterlist*, int, enum dma_data_direction);
void* dma_alloc_attrs(struct device*, size_t, dma_addr_t*, gfp_t, unsigned long);
void dma_free_attrs(struct device*, size_t, void*, dma_addr_t, unsigned long);
void* dmam_alloc_attrs(struct device*, size_t, dma_addr_t*, gfp_t, unsigned long);
void dmam_free_coherent(struct device*, size_t, void*, dma_addr_t);
int dma_get_sgtable_attrs(struct device*, struct sg_table*, void*, dma_addr_t, size_t,
                          unsigned long);
int dma_mmap_attrs(struct device*, struct vm_area_struct*, void*, dma_addr_t, size_t,
                   unsigned long);
bool dma_can_mmap(struct device*);
bool dma_pci_p2pdma_supported(struct device*);
int dma_set_mask(struct device*, u64);
int dma_set_coherent_mask(struct device*, u64);
u64 dma_get_required_mask(struct device*);
size_t dma_max_mapping_size(struct device*);
size_t dma_opt_mapping_size(struct device*);
bool dma_need_sync(struct device*, dma_addr_t);
unsigned long dma_get_merge_boundary(struct device*);
struct sg_table* dma_alloc_noncontiguous(struct device*, size_t, enum dma_data_direction, gfp_t,
                                         unsigned long);
void dma_free_noncontiguous(struct device*, size_t, struct sg_table*, enum dma_data_direction);
void* dma_vmap_noncontiguous(struct device*, size_t, struct sg_table*);
void dma_vunmap_noncontiguous(struct device*, void*);
int dma_mmap_noncontiguous(struct device*, struct vm_area_struct*, size_t, struct sg_table*);
struct page* dma_alloc_pages(struct device*, size_t, dma_addr_t*, enum dma_data_direction, gfp_t);
void dma_free_pages(struct device*, size_t, struct page*, dma_addr_t, enum dma_data_direction);
int dma_mmap_pages(struct device*, struct vm_area_struct*, size_t, struct page*);

static inline void* dma_alloc_coherent(struct device* dev, size_t size, dma_addr_t* dma_handle,
                                       gfp_t gfp) {
  return dma_alloc_attrs(dev, size, dma_handle, gfp, 0);
}
static inline void dma_free_coherent(struct device* dev, size_t size, void* cpu_addr,
                                     dma_addr_t dma_handle) {
  dma_free_attrs(dev, size, cpu_addr, dma_handle, 0);
}
static inline dma_addr_t dma_map_single_attrs(struct device* dev, void* ptr, size_t size,
                                              enum dma_data_direction dir, unsigned long attrs) {
  return dma_map_page_attrs(dev, virt_to_page(ptr), offset_in_page(ptr), size, dir, attrs);
}
#define dma_map_single(d, a, s, r) dma_map_single_attrs(d, a, s, r, 0)
#define dma_unmap_single(d, a, s, r) dma_unmap_page_attrs(d, a, s, r, 0)
#define dma_map_page(d, p, o, s, r) dma_map_page_attrs(d, p, o, s, r, 0)
#define dma_unmap_page(d, a, s, r) dma_unmap_page_attrs(d, a, s, r, 0)
#define dma_map_sg(d, s, n, r) dma_map_sg_attrs(d, s, n, r, 0)
#define dma_unmap_sg(d, s, n, r) dma_unmap_sg_attrs(d, s, n, r, 0)
#define dma_zalloc_coherent(dev, size, handle, gfp) dma_alloc_coherent(dev, size, handle, gfp)
static inline int dma_mapping_error(struct device* dev, dma_addr_t dma_addr) {
  return unlikely(dma_addr == DMA_MAPPING_ERROR) ? -ENOMEM : 0;
}
static inline int dma_set_mask_and_coherent(struct device* dev, u64 mask) {
  int rc = dma_set_mask(dev, mask);
  if (rc == 0) dma_set_coherent_mask(dev, mask);
  return rc;
}

#define DMA_ATTR_ALLOC_SINGLE_PAGES (1UL << 7)
#define DMA_ATTR_PRIVILEGED (1UL << 9)

#include <linux/dma_more_mm32.h>

#endif
