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
};
#define NR_PAGEFLAGS __NR_PAGEFLAGS
#define PAGEFLAGS_MASK ((1UL << NR_PAGEFLAGS) - 1)

#define __MM32_PAGE_FLAG(Name, bit)                                                                \
  static __always_inline int Page##Name(const struct page* page) {                                 \
    return test_bit(bit, &page->flags);                                                            \
  }                                                                                                \
  static __always_inline void SetPage##Name(struct page* page) { set_bit(bit, &page->flags); }     \
  static __always_inline void ClearPage##Name(struct page* page) { clear_bit(bit, &page->flags); } \
  static __always_inline void __SetPage##Name(struct page* page) { __set_bit(bit, &page->flags); } \
  static __always_inline void __ClearPage##Name(struct page* page) {                               \
    __clear_bit(bit, &page->flags);                                                                \
  }                                                                                                \
  static __always_inline int TestSetPage##Name(struct page* page) {                                \
    return test_and_set_bit(bit, &page->flags);                                                    \
  }                                                                                                \
  static __always_inline int TestClearPage##Name(struct page* page) {                              \
    return test_and_clear_bit(bit, &page->flags);                                                  \
  }
__MM32_PAGE_FLAG(Locked, PG_locked)
__MM32_PAGE_FLAG(Waiters, PG_waiters)
__MM32_PAGE_FLAG(Workingset, PG_workingset)
__MM32_PAGE_FLAG(OwnerPriv1, PG_owner_priv_1)
__MM32_PAGE_FLAG(Private2, PG_private_2)
__MM32_PAGE_FLAG(MappedToDisk, PG_mappedtodisk)
__MM32_PAGE_FLAG(Readahead, PG_reclaim)
__MM32_PAGE_FLAG(Uncached, PG_uncached)
__MM32_PAGE_FLAG(Referenced, PG_referenced)
__MM32_PAGE_FLAG(Uptodate, PG_uptodate)
__MM32_PAGE_FLAG(Dirty, PG_dirty)
__MM32_PAGE_FLAG(LRU, PG_lru)
__MM32_PAGE_FLAG(Active, PG_active)
__MM32_PAGE_FLAG(Error, PG_error)
__MM32_PAGE_FLAG(Slab, PG_slab)
__MM32_PAGE_FLAG(Checked, PG_checked)
__MM32_PAGE_FLAG(Reserved, PG_reserved)
__MM32_PAGE_FLAG(Private, PG_private)
__MM32_PAGE_FLAG(Writeback, PG_writeback)
__MM32_PAGE_FLAG(Head, PG_head)
__MM32_PAGE_FLAG(Reclaim, PG_reclaim)
__MM32_PAGE_FLAG(SwapBacked, PG_swapbacked)
__MM32_PAGE_FLAG(SwapCache, PG_swapcache)
__MM32_PAGE_FLAG(Unevictable, PG_unevictable)
__MM32_PAGE_FLAG(Mlocked, PG_mlocked)
__MM32_PAGE_FLAG(HWPoison, PG_hwpoison)

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
#define PageBuddy(page) PageType(page, PG_buddy)
#define PageTable(page) PageType(page, PG_table)
#define PageGuard(page) PageType(page, PG_guard)
#define PAGE_MAPPING_ANON 0x1
#define PAGE_MAPPING_MOVABLE 0x2
#define PageAnon(page) (((unsigned long)compound_head(page)->mapping & PAGE_MAPPING_ANON) != 0)
#define PageKsm(page) (((unsigned long)compound_head(page)->mapping & 3) == 3)
#define PageMappingFlags(page) (((unsigned long)(page)->mapping & 3) != 0)
#define PageOffline(page) PageType(page, PG_offline)
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

#define __MM32_FOLIO_FLAG(name, bit)                                         \
  static __always_inline bool folio_test_##name(const struct folio* folio) { \
    return test_bit(bit, &folio->flags);                                     \
  }                                                                          \
  static __always_inline void folio_set_##name(struct folio* folio) {        \
    set_bit(bit, &folio->flags);                                             \
  }                                                                          \
  static __always_inline void folio_clear_##name(struct folio* folio) {      \
    clear_bit(bit, &folio->flags);                                           \
  }                                                                          \
  static __always_inline bool folio_test_set_##name(struct folio* folio) {   \
    return test_and_set_bit(bit, &folio->flags);                             \
  }                                                                          \
  static __always_inline bool folio_test_clear_##name(struct folio* folio) { \
    return test_and_clear_bit(bit, &folio->flags);                           \
  }
__MM32_FOLIO_FLAG(locked, PG_locked)
__MM32_FOLIO_FLAG(waiters, PG_waiters)
__MM32_FOLIO_FLAG(referenced, PG_referenced)
__MM32_FOLIO_FLAG(uptodate, PG_uptodate)
__MM32_FOLIO_FLAG(dirty, PG_dirty)
__MM32_FOLIO_FLAG(lru, PG_lru)
__MM32_FOLIO_FLAG(active, PG_active)
__MM32_FOLIO_FLAG(workingset, PG_workingset)
__MM32_FOLIO_FLAG(error, PG_error)
__MM32_FOLIO_FLAG(slab, PG_slab)
__MM32_FOLIO_FLAG(checked, PG_checked)
__MM32_FOLIO_FLAG(reserved, PG_reserved)
__MM32_FOLIO_FLAG(private, PG_private)
__MM32_FOLIO_FLAG(private_2, PG_private_2)
__MM32_FOLIO_FLAG(writeback, PG_writeback)
__MM32_FOLIO_FLAG(reclaim, PG_reclaim)
__MM32_FOLIO_FLAG(readahead, PG_reclaim)
__MM32_FOLIO_FLAG(swapbacked, PG_swapbacked)
__MM32_FOLIO_FLAG(unevictable, PG_unevictable)
__MM32_FOLIO_FLAG(mlocked, PG_mlocked)
static __always_inline bool folio_test_large(const struct folio* folio) {
  return test_bit(PG_head, &folio->flags);
}

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

#endif
