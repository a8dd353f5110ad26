// The accessors of page and folio flags: Page…, SetPage…, folio_test_…, folio_set_…; part of
// <linux/page-flags.h>.
//
// A flag's policy says in which struct page of a block it lives: PF_HEAD and PF_NO_TAIL in the head
// (a tail page answers for its block), PF_SECOND in the first tail, the others in the page itself.
// 6.1 gives a flag only some of the accessors; here every flag has all of them.
#ifndef _LINUX_PAGE_FLAGS_ACCESS_MM32_H
#define _LINUX_PAGE_FLAGS_ACCESS_MM32_H

#include <asm/barrier.h>
#include <linux/page-flags.h>

#define PF_POISONED_CHECK(page) (page)
#define PF_ANY(page, enforce) (page)
#define PF_HEAD(page, enforce) compound_head(page)
#define PF_ONLY_HEAD(page, enforce) (page)
#define PF_NO_TAIL(page, enforce) compound_head(page)
#define PF_NO_COMPOUND(page, enforce) (page)
#define PF_SECOND(page, enforce) (&(page)[1])

// The flags word of page n of a folio.
static inline unsigned long* folio_flags(const struct folio* folio, unsigned int n) {
  return (unsigned long*)&(&folio->page)[n].flags;
}

#define __MM32_TEST_FLAG(Name, name, policy)                                 \
  static __always_inline int Page##Name(const struct page* page) {           \
    return arch_test_bit(PG_##name, &policy(page, 0)->flags);                \
  }                                                                          \
  static __always_inline bool folio_test_##name(const struct folio* folio) { \
    return arch_test_bit(PG_##name, folio_flags(folio, FOLIO_##policy));     \
  }
#define __MM32_CHANGE_FLAG(Change, change, do_bit, Name, name, policy) \
  static __always_inline void Change##Page##Name(struct page* page) {  \
    do_bit(PG_##name, &policy(page, 1)->flags);                        \
  }                                                                    \
  static __always_inline void change##_##name(struct folio* folio) {   \
    do_bit(PG_##name, folio_flags(folio, FOLIO_##policy));             \
  }
#define __MM32_SWAP_FLAG(Change, change, do_bit, Name, name, policy) \
  static __always_inline int Change##Page##Name(struct page* page) { \
    return do_bit(PG_##name, &policy(page, 1)->flags);               \
  }                                                                  \
  static __always_inline bool change##_##name(struct folio* folio) { \
    return do_bit(PG_##name, folio_flags(folio, FOLIO_##policy));    \
  }
#define __MM32_EDIT_FLAG(Name, name, policy)                                       \
  __MM32_CHANGE_FLAG(Clear, folio_clear, clear_bit, Name, name, policy)            \
  __MM32_CHANGE_FLAG(__Clear, __folio_clear, arch___clear_bit, Name, name, policy) \
  __MM32_SWAP_FLAG(TestSet, folio_test_set, test_and_set_bit, Name, name, policy)  \
  __MM32_SWAP_FLAG(TestClear, folio_test_clear, test_and_clear_bit, Name, name, policy)
#define __MM32_SET_FLAG(Name, name, policy)                       \
  __MM32_CHANGE_FLAG(Set, folio_set, set_bit, Name, name, policy) \
  __MM32_CHANGE_FLAG(__Set, __folio_set, arch___set_bit, Name, name, policy)
#define __MM32_FLAG(Name, name, policy) \
  __MM32_TEST_FLAG(Name, name, policy)  \
  __MM32_SET_FLAG(Name, name, policy)   \
  __MM32_EDIT_FLAG(Name, name, policy)

__MM32_FLAG(Locked, locked, PF_NO_TAIL)
__MM32_FLAG(Waiters, waiters, PF_ONLY_HEAD)
__MM32_FLAG(Error, error, PF_NO_TAIL)
__MM32_FLAG(Referenced, referenced, PF_HEAD)
__MM32_FLAG(Dirty, dirty, PF_HEAD)
__MM32_FLAG(LRU, lru, PF_HEAD)
__MM32_FLAG(Active, active, PF_HEAD)
__MM32_FLAG(Workingset, workingset, PF_HEAD)
__MM32_FLAG(Slab, slab, PF_NO_TAIL)
__MM32_FLAG(SlobFree, slob_free, PF_NO_TAIL)
__MM32_FLAG(Checked, checked, PF_NO_COMPOUND)
__MM32_FLAG(Pinned, pinned, PF_NO_COMPOUND)
__MM32_FLAG(SavePinned, savepinned, PF_NO_COMPOUND)
__MM32_FLAG(Foreign, foreign, PF_NO_COMPOUND)
__MM32_FLAG(XenRemapped, xen_remapped, PF_NO_COMPOUND)
__MM32_FLAG(Reserved, reserved, PF_NO_COMPOUND)
__MM32_FLAG(SwapBacked, swapbacked, PF_NO_TAIL)
__MM32_FLAG(Private, private, PF_ANY)
__MM32_FLAG(Private2, private_2, PF_ANY)
__MM32_FLAG(OwnerPriv1, owner_priv_1, PF_ANY)
__MM32_FLAG(Writeback, writeback, PF_NO_TAIL)
__MM32_FLAG(MappedToDisk, mappedtodisk, PF_NO_TAIL)
__MM32_FLAG(Reclaim, reclaim, PF_NO_TAIL)
__MM32_FLAG(Readahead, readahead, PF_NO_COMPOUND)
__MM32_FLAG(Unevictable, unevictable, PF_HEAD)
__MM32_FLAG(Mlocked, mlocked, PF_NO_TAIL)
__MM32_FLAG(Uncached, uncached, PF_NO_COMPOUND)
__MM32_FLAG(HWPoison, hwpoison, PF_ANY)
__MM32_FLAG(Head, head, PF_ANY)
__MM32_FLAG(DoubleMap, double_map, PF_SECOND)
__MM32_FLAG(HasHWPoisoned, has_hwpoisoned, PF_SECOND)
__MM32_FLAG(Isolated, isolated, PF_ANY)
__MM32_FLAG(Reported, reported, PF_NO_COMPOUND)
__MM32_FLAG(VmemmapSelfHosted, vmemmap_self_hosted, PF_ANY)
__MM32_FLAG(AnonExclusive, anon_exclusive, PF_ANY)

// Whoever sees the flag sees what was written into the page before it was set.
static __always_inline bool folio_test_uptodate(struct folio* folio) {
  bool uptodate = test_bit(PG_uptodate, folio_flags(folio, 0));
  if (uptodate) smp_rmb();
  return uptodate;
}
static __always_inline void folio_mark_uptodate(struct folio* folio) {
  smp_wmb();
  set_bit(PG_uptodate, folio_flags(folio, 0));
}
static __always_inline void __folio_mark_uptodate(struct folio* folio) {
  smp_wmb();
  __set_bit(PG_uptodate, folio_flags(folio, 0));
}
#define folio_set_uptodate(folio) folio_mark_uptodate(folio)
static __always_inline int PageUptodate(const struct page* page) {
  return folio_test_uptodate((struct folio*)compound_head(page));
}
static __always_inline void SetPageUptodate(struct page* page) {
  folio_mark_uptodate((struct folio*)page);
}
static __always_inline void __SetPageUptodate(struct page* page) {
  __folio_mark_uptodate((struct folio*)page);
}
__MM32_EDIT_FLAG(Uptodate, uptodate, PF_NO_TAIL)

// The bit means something else in pages that swap does not back.
static __always_inline bool folio_test_swapcache(struct folio* folio) {
  return folio_test_swapbacked(folio) && test_bit(PG_swapcache, folio_flags(folio, 0));
}
static __always_inline int PageSwapCache(const struct page* page) {
  return folio_test_swapcache((struct folio*)compound_head(page));
}
__MM32_SET_FLAG(SwapCache, swapcache, PF_NO_TAIL)
__MM32_EDIT_FLAG(SwapCache, swapcache, PF_NO_TAIL)
#undef __MM32_FLAG
#undef __MM32_SET_FLAG
#undef __MM32_EDIT_FLAG
#undef __MM32_SWAP_FLAG
#undef __MM32_CHANGE_FLAG
#undef __MM32_TEST_FLAG

// Needs KASAN's tags in hardware.
static inline int PageSkipKASanPoison(const struct page* page) { return 0; }
static inline void SetPageSkipKASanPoison(struct page* page) {}
static inline void ClearPageSkipKASanPoison(struct page* page) {}
static inline bool folio_test_skip_kasan_poison(const struct folio* folio) { return false; }
static inline void folio_set_skip_kasan_poison(struct folio* folio) {}
static inline void folio_clear_skip_kasan_poison(struct folio* folio) {}

// page_type counts in clear bits: a type is set by clearing its bit in the word of a page that is
// mapped nowhere.
#define PAGE_TYPE_OPS(Name, name)                                  \
  static __always_inline int Page##Name(const struct page* page) { \
    return PageType(page, PG_##name);                              \
  }                                                                \
  static __always_inline void __SetPage##Name(struct page* page) { \
    page->page_type &= ~PG_##name;                                 \
  }                                                                \
  static __always_inline void __ClearPage##Name(struct page* page) { page->page_type |= PG_##name; }
PAGE_TYPE_OPS(Buddy, buddy)
PAGE_TYPE_OPS(Offline, offline)
PAGE_TYPE_OPS(Table, table)
PAGE_TYPE_OPS(Guard, guard)

static __always_inline void set_compound_head(struct page* page, struct page* head) {
  WRITE_ONCE(page->compound_head, (unsigned long)head + 1);
}
static __always_inline void clear_compound_head(struct page* page) {
  WRITE_ONCE(page->compound_head, 0);
}
static __always_inline void ClearPageCompound(struct page* page) { ClearPageHead(page); }
static __always_inline int page_is_fake_head(struct page* page) { return 0; }
static inline int PagePoisoned(const struct page* page) {
  return READ_ONCE(page->flags) == PAGE_POISON_PATTERN;
}
static inline void page_init_poison(struct page* page, size_t size) {}

static __always_inline int folio_mapping_flags(struct folio* folio) {
  return ((unsigned long)folio->mapping & PAGE_MAPPING_FLAGS) != 0;
}
static __always_inline bool folio_test_anon(struct folio* folio) {
  return ((unsigned long)folio->mapping & PAGE_MAPPING_ANON) != 0;
}
static __always_inline bool folio_test_ksm(struct folio* folio) {
  return ((unsigned long)folio->mapping & PAGE_MAPPING_FLAGS) == PAGE_MAPPING_KSM;
}
static __always_inline bool __folio_test_movable(const struct folio* folio) {
  return ((unsigned long)folio->mapping & PAGE_MAPPING_FLAGS) == PAGE_MAPPING_MOVABLE;
}
static inline bool folio_test_large(const struct folio* folio) { return folio_test_head(folio); }
static inline bool folio_test_transhuge(struct folio* folio) { return folio_test_head(folio); }
static inline bool folio_test_hugetlb(struct folio* folio) { return PageHuge(&folio->page); }
static inline bool folio_has_private(struct folio* folio) {
  return (folio->flags & PAGE_FLAGS_PRIVATE) != 0;
}
static inline bool is_page_hwpoison(struct page* page) {
  return PageHWPoison(page) || (PageHuge(page) && PageHWPoison(compound_head(page)));
}

bool is_free_buddy_page(struct page* page);
bool __folio_start_writeback(struct folio* folio, bool keep_write);
bool set_page_writeback(struct page* page);
#define folio_start_writeback(folio) __folio_start_writeback(folio, false)
#define folio_start_writeback_keepwrite(folio) __folio_start_writeback(folio, true)
static inline void set_page_writeback_keepwrite(struct page* page) {
  folio_start_writeback_keepwrite((struct folio*)compound_head(page));
}
static inline bool test_set_page_writeback(struct page* page) { return set_page_writeback(page); }

#endif
