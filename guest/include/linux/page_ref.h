// Reference counts of pages and folios.
#ifndef _LINUX_PAGE_REF_H
#define _LINUX_PAGE_REF_H

#include <linux/atomic.h>
#include <linux/mm_types.h>
#include <linux/page-flags.h>

static inline int page_ref_count(const struct page* page) { return atomic_read(&page->_refcount); }
static inline int page_count(const struct page* page) {
  return page_ref_count(compound_head(page));
}
static inline void set_page_count(struct page* page, int v) { atomic_set(&page->_refcount, v); }
static inline void init_page_count(struct page* page) { set_page_count(page, 1); }
static inline void page_ref_add(struct page* page, int nr) { atomic_add(nr, &page->_refcount); }
static inline void page_ref_sub(struct page* page, int nr) { atomic_sub(nr, &page->_refcount); }
static inline void page_ref_inc(struct page* page) { atomic_inc(&page->_refcount); }
static inline void page_ref_dec(struct page* page) { atomic_dec(&page->_refcount); }
static inline int page_ref_inc_return(struct page* page) {
  return atomic_inc_return(&page->_refcount);
}
static inline int page_ref_dec_return(struct page* page) {
  return atomic_dec_return(&page->_refcount);
}
static inline int page_ref_sub_return(struct page* page, int nr) {
  return atomic_sub_return(nr, &page->_refcount);
}
static inline int page_ref_sub_and_test(struct page* page, int nr) {
  return atomic_sub_and_test(nr, &page->_refcount);
}
static inline int page_ref_dec_and_test(struct page* page) {
  return atomic_dec_and_test(&page->_refcount);
}
static inline bool page_ref_add_unless(struct page* page, int nr, int u) {
  return atomic_add_unless(&page->_refcount, nr, u);
}
static inline int page_ref_freeze(struct page* page, int count) {
  return atomic_cmpxchg(&page->_refcount, count, 0) == count;
}
static inline void page_ref_unfreeze(struct page* page, int count) { set_page_count(page, count); }

static inline int folio_ref_count(const struct folio* folio) {
  return page_ref_count(&folio->page);
}
#define folio_set_count(folio, v) set_page_count(&(folio)->page, v)
#define folio_ref_add(folio, nr) page_ref_add(&(folio)->page, nr)
#define folio_ref_sub(folio, nr) page_ref_sub(&(folio)->page, nr)
#define folio_ref_inc(folio) page_ref_inc(&(folio)->page)
#define folio_ref_dec(folio) page_ref_dec(&(folio)->page)
#define folio_ref_inc_return(folio) page_ref_inc_return(&(folio)->page)
#define folio_ref_dec_return(folio) page_ref_dec_return(&(folio)->page)
#define folio_ref_sub_return(folio, nr) page_ref_sub_return(&(folio)->page, nr)
#define folio_ref_sub_and_test(folio, nr) page_ref_sub_and_test(&(folio)->page, nr)
#define folio_ref_dec_and_test(folio) page_ref_dec_and_test(&(folio)->page)
#define folio_ref_add_unless(folio, nr, u) page_ref_add_unless(&(folio)->page, nr, u)
#define folio_ref_freeze(folio, count) page_ref_freeze(&(folio)->page, count)
#define folio_ref_unfreeze(folio, count) page_ref_unfreeze(&(folio)->page, count)
#define folio_try_get(folio) folio_ref_add_unless(folio, 1, 0)

#define page_ref_tracepoint_active(t) false
static inline bool folio_ref_try_add_rcu(struct folio* folio, int count) {
  return folio_ref_add_unless(folio, count, 0);
}
static inline bool folio_try_get_rcu(struct folio* folio) {
  return folio_ref_try_add_rcu(folio, 1);
}

// Hooks of tracing that is not built in.
static inline void __page_ref_set(struct page* page, int v) {}
static inline void __page_ref_mod(struct page* page, int v) {}
static inline void __page_ref_mod_and_test(struct page* page, int v, int ret) {}
static inline void __page_ref_mod_and_return(struct page* page, int v, int ret) {}
static inline void __page_ref_mod_unless(struct page* page, int v, int u) {}
static inline void __page_ref_freeze(struct page* page, int v, int ret) {}
static inline void __page_ref_unfreeze(struct page* page, int v) {}

#endif
