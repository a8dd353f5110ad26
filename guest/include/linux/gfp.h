// The page allocator's calls. alloc_pages returns a struct page, __get_free_pages its address.
#ifndef _LINUX_GFP_H
#define _LINUX_GFP_H

#include <asm/page.h>
#include <linux/gfp_types.h>
#include <linux/mmzone.h>
#include <linux/types.h>

struct page* __alloc_pages(gfp_t gfp, unsigned int order, int preferred_nid, nodemask_t* nodemask);
struct folio* __folio_alloc(gfp_t gfp, unsigned int order, int preferred_nid, nodemask_t* nodemask);
unsigned long __alloc_pages_bulk(gfp_t gfp, int preferred_nid, nodemask_t* nodemask, int nr_pages,
                                 struct list_head* page_list, struct page** page_array);
unsigned long __get_free_pages(gfp_t gfp, unsigned int order);
unsigned long get_zeroed_page(gfp_t gfp);
void __free_pages(struct page* page, unsigned int order);
void free_pages(unsigned long addr, unsigned int order);
void* alloc_pages_exact(size_t size, gfp_t gfp);
void free_pages_exact(void* virt, size_t size);
// Given frames, all of one zone; every page gets a reference of its own. 0, -EBUSY or -EINVAL.
int alloc_contig_range(unsigned long start, unsigned long end, unsigned int migratetype,
                       gfp_t gfp_mask);
void free_contig_range(unsigned long pfn, unsigned long nr_pages);
struct page_frag_cache;
void* page_frag_alloc_align(struct page_frag_cache* nc, unsigned int fragsz, gfp_t gfp_mask,
                            unsigned int align_mask);
#define page_frag_alloc(nc, fragsz, gfp) page_frag_alloc_align(nc, fragsz, gfp, ~0u)
void page_frag_free(void* addr);
void __page_frag_cache_drain(struct page* page, unsigned int count);

static inline struct page* alloc_pages(gfp_t gfp, unsigned int order) {
  return __alloc_pages(gfp, order, 0, NULL);
}
static inline struct page* alloc_pages_node(int nid, gfp_t gfp, unsigned int order) {
  (void)nid;
  return __alloc_pages(gfp, order, 0, NULL);
}
#define __alloc_pages_node(nid, gfp, order) alloc_pages_node(nid, gfp, order)
#define alloc_page(gfp) alloc_pages(gfp, 0)
#define alloc_page_vma(gfp, vma, addr) alloc_pages(gfp, 0)
#define alloc_pages_vma(gfp, order, vma, addr, ...) alloc_pages(gfp, order)
#define folio_alloc(gfp, order) __folio_alloc(gfp, order, 0, NULL)
#define alloc_pages_bulk_array(gfp, nr, array) __alloc_pages_bulk(gfp, 0, NULL, nr, NULL, array)
#define alloc_pages_bulk_list(gfp, nr, list) __alloc_pages_bulk(gfp, 0, NULL, nr, list, NULL)
#define __get_free_page(gfp) __get_free_pages((gfp), 0)
#define __get_dma_pages(gfp, order) __get_free_pages((gfp) | GFP_DMA, (order))
#define __free_page(page) __free_pages((page), 0)
#define free_page(addr) free_pages((unsigned long)(addr), 0)
// The name of 2.4: a zeroed page.
#define get_free_page(gfp) get_zeroed_page(gfp)

static inline int gfp_migratetype(const gfp_t gfp_flags) {
  return (gfp_flags & (__GFP_MOVABLE | __GFP_RECLAIMABLE)) >> 3;
}
static inline bool gfpflags_allow_blocking(const gfp_t gfp_flags) {
  return !!(gfp_flags & __GFP_DIRECT_RECLAIM);
}

struct page;
struct per_cpu_pages;
struct vm_area_struct;
struct zone;

#define GFP_MOVABLE_MASK (__GFP_RECLAIMABLE | __GFP_MOVABLE)
#define GFP_MOVABLE_SHIFT 3
#define OPT_ZONE_HIGHMEM ZONE_HIGHMEM
#define OPT_ZONE_DMA ZONE_DMA
#define OPT_ZONE_DMA32 ZONE_NORMAL
#define GFP_ZONES_SHIFT ZONES_SHIFT
unsigned long alloc_pages_bulk_array_mempolicy(gfp_t gfp, unsigned long nr_pages,
                                               struct page** page_array);
void* alloc_pages_exact_nid(int nid, size_t size, gfp_t gfp_mask);
void page_alloc_init(void);
void drain_zone_pages(struct zone* zone, struct per_cpu_pages* pcp);
void drain_all_pages(struct zone* zone);
void drain_local_pages(struct zone* zone);
void page_alloc_init_late(void);
extern gfp_t gfp_allowed_mask;
bool gfp_pfmemalloc_allowed(gfp_t gfp_mask);
void pm_restrict_gfp_mask(void);
void pm_restore_gfp_mask(void);
gfp_t vma_thp_gfp_mask(struct vm_area_struct* vma);
bool pm_suspended_storage(void);
struct page* alloc_contig_pages(unsigned long nr_pages, gfp_t gfp_mask, int nid,
                                nodemask_t* nodemask);

#define arch_free_page(page, order) ((void)0)
#define arch_alloc_page(page, order) ((void)0)
#define __folio_alloc_node(gfp, order, nid) __folio_alloc(gfp, order, nid, NULL)
#define vma_alloc_folio(gfp, order, vma, addr, hugepage) folio_alloc(gfp, order)
#define alloc_pages_bulk_array_node(gfp, nid, nr_pages, array) \
  __alloc_pages_bulk(gfp, 0, NULL, nr_pages, NULL, array)
#define gfp_zonelist(flags) ZONELIST_FALLBACK
#define warn_if_node_offline(node, gfp) ((void)0)
static inline bool gfp_compaction_allowed(gfp_t gfp_mask) { return gfp_mask & __GFP_IO; }
// The highest zone that a request may be served from.
static inline enum zone_type gfp_zone(gfp_t flags) {
  if (flags & __GFP_DMA) return ZONE_DMA;
  if ((flags & (__GFP_HIGHMEM | __GFP_MOVABLE)) == (__GFP_HIGHMEM | __GFP_MOVABLE)) {
    return ZONE_MOVABLE;
  }
  return flags & __GFP_HIGHMEM ? ZONE_HIGHMEM : ZONE_NORMAL;
}

#endif
