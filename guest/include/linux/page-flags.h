// Bits of page->flags and the accessors Page…, SetPage…, ClearPage….
#ifndef _LINUX_PAGE_FLAGS_H
#define _LINUX_PAGE_FLAGS_H

#include <linux/bitops.h>
#include <linux/mm_types.h>

enum pageflags {
  PG_locked,
  PG_referenced,
  PG_uptodate,
  PG_dirty,
  PG_lru,
  PG_active,
  PG_workingset,
  PG_waiters,
  PG_error,
  PG_slab,
  PG_owner_priv_1,
  PG_arch_1,
  PG_reserved,
  PG_private,
  PG_private_2,
  PG_writeback,
  PG_head,
  PG_mappedtodisk,
  PG_reclaim,
  PG_swapbacked,
  PG_unevictable,
  PG_mlocked,
  PG_uncached,
  PG_hwpoison,
  __NR_PAGEFLAGS,
  PG_checked = PG_owner_priv_1,
  PG_swapcache = PG_owner_priv_1,
  PG_pinned = PG_owner_priv_1,
  PG_foreign = PG_owner_priv_1,
  PG_xen_remapped = PG_owner_priv_1,
  PG_vmemmap_self_hosted = PG_owner_priv_1,
  PG_fscache = PG_private_2,
  PG_savepinned = PG_dirty,
  PG_slob_free = PG_private,
  PG_double_map = PG_workingset,
  PG_isolated = PG_reclaim,
  PG_readahead = PG_reclaim,
  PG_reported = PG_uptodate,
  PG_has_hwpoisoned = PG_error,
  PG_anon_exclusive = PG_mappedtodisk,
};
#define NR_PAGEFLAGS __NR_PAGEFLAGS
#define PAGEFLAGS_MASK ((1UL << NR_PAGEFLAGS) - 1)

static __always_inline int PageTail(const struct page* page) {
  return READ_ONCE(page->compound_head) & 1;
}
static __always_inline int PageCompound(const struct page* page) {
  return test_bit(PG_head, &page->flags) || PageTail(page);
}
static __always_inline struct page* compound_head(const struct page* page) {
  unsigned long head = READ_ONCE(page->compound_head);
  return (struct page*)(head & 1 ? head - 1 : (unsigned long)page);
}
#define PAGE_TYPE_BASE 0xf0000000
#define PG_buddy 0x00000080
#define PG_offline 0x00000100
#define PG_table 0x00000200
#define PG_guard 0x00000400
#define PageType(page, flag) (((page)->page_type & (PAGE_TYPE_BASE | (flag))) == PAGE_TYPE_BASE)
#define PAGE_MAPPING_ANON 0x1
#define PAGE_MAPPING_MOVABLE 0x2
#define PageAnon(page) (((unsigned long)compound_head(page)->mapping & PAGE_MAPPING_ANON) != 0)
#define PageKsm(page) (((unsigned long)compound_head(page)->mapping & 3) == 3)
#define PageMappingFlags(page) (((unsigned long)(page)->mapping & 3) != 0)
#define PageTransHuge(page) PageHead(page)
#define PageTransCompound(page) PageCompound(page)
#define PageTransTail(page) PageTail(page)
#define PageHuge(page) 0
#define PageHeadHuge(page) 0
#define __PageMovable(page)                                                         \
  (((unsigned long)(page)->mapping & (PAGE_MAPPING_ANON | PAGE_MAPPING_MOVABLE)) == \
   PAGE_MAPPING_MOVABLE)
#define PageMovable(page) __PageMovable(page)
#define page_has_type(page) ((int)(page)->page_type < -128)
#define page_has_private(page) \
  (((page)->flags & ((1UL << PG_private) | (1UL << PG_private_2))) != 0)

struct page;

#define PAGE_POISON_PATTERN -1l
#define FOLIO_PF_ANY 0
#define FOLIO_PF_HEAD 0
#define FOLIO_PF_ONLY_HEAD 0
#define FOLIO_PF_NO_TAIL 0
#define FOLIO_PF_NO_COMPOUND 0
#define FOLIO_PF_SECOND 1
#define __PG_HWPOISON (1UL << PG_hwpoison)
#define MAGIC_HWPOISON 0x48575053U
#define PAGE_MAPPING_KSM (PAGE_MAPPING_ANON | PAGE_MAPPING_MOVABLE)
#define PAGE_MAPPING_FLAGS (PAGE_MAPPING_ANON | PAGE_MAPPING_MOVABLE)
#define PAGE_MAPPING_DAX_COW 0x1
#define PG_head_mask ((1UL << PG_head))
#define PAGE_MAPCOUNT_RESERVE -128
#define __PG_MLOCKED (1UL << PG_mlocked)
#define PAGE_FLAGS_CHECK_AT_PREP ((PAGEFLAGS_MASK & ~__PG_HWPOISON) | LRU_GEN_MASK | LRU_REFS_MASK)
#define PAGE_FLAGS_CHECK_AT_FREE                                                  \
  (1UL << PG_lru | 1UL << PG_locked | 1UL << PG_private | 1UL << PG_private_2 |   \
   1UL << PG_writeback | 1UL << PG_reserved | 1UL << PG_slab | 1UL << PG_active | \
   1UL << PG_unevictable | __PG_MLOCKED | LRU_GEN_MASK)
#define PageHighMem(page) is_highmem_idx(page_zonenum(page))
#define PAGE_FLAGS_PRIVATE (1UL << PG_private | 1UL << PG_private_2)
void SetPageHWPoisonTakenOff(struct page* page);
void ClearPageHWPoisonTakenOff(struct page* page);
bool take_page_off_buddy(struct page* page);
bool put_page_back_buddy(struct page* page);
u64 stable_page_flags(struct page* page);
void page_offline_freeze(void);
void page_offline_thaw(void);
void page_offline_begin(void);
void page_offline_end(void);

#include <linux/page_flags_access_mm32.h>

#endif
