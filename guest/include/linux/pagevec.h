// A few pages or folios at a time.
#ifndef _LINUX_PAGEVEC_H
#define _LINUX_PAGEVEC_H

#include <linux/mm_types.h>
#include <linux/types.h>
#include <linux/xarray.h>

struct address_space;
struct folio;
struct page;
struct pagevec;

struct pagevec {
  unsigned char nr;
  bool percpu_pvec_drained;
  struct page* pages[15];
};
_Static_assert(sizeof(struct pagevec) == 64, "struct pagevec of 6.1 i386");
struct folio_batch {
  unsigned char nr;
  bool percpu_pvec_drained;
  struct folio* folios[15];
};
_Static_assert(sizeof(struct folio_batch) == 64, "struct folio_batch of 6.1 i386");

void __pagevec_release(struct pagevec*);
unsigned int pagevec_lookup_range_tag(struct pagevec*, struct address_space*, unsigned long*,
                                      unsigned long, xa_mark_t);

#define PAGEVEC_SIZE 15
static inline void pagevec_init(struct pagevec* pvec) {
  pvec->nr = 0;
  pvec->percpu_pvec_drained = false;
}
static inline void pagevec_reinit(struct pagevec* pvec) { pvec->nr = 0; }
static inline unsigned pagevec_count(struct pagevec* pvec) { return pvec->nr; }
static inline unsigned pagevec_space(struct pagevec* pvec) { return PAGEVEC_SIZE - pvec->nr; }
static inline unsigned pagevec_add(struct pagevec* pvec, struct page* page) {
  pvec->pages[pvec->nr++] = page;
  return pagevec_space(pvec);
}

void folio_batch_remove_exceptionals(struct folio_batch* fbatch);

// Drops a reference to each page.
static inline void pagevec_release(struct pagevec* pvec) {
  if (pvec->nr) __pagevec_release(pvec);
}

static inline unsigned int pagevec_lookup_tag(struct pagevec* pvec, struct address_space* mapping,
                                              unsigned long* index, xa_mark_t tag) {
  return pagevec_lookup_range_tag(pvec, mapping, index, (unsigned long)-1, tag);
}

// A batch of folios is a pagevec with other names.
static inline void folio_batch_init(struct folio_batch* fbatch) {
  fbatch->nr = 0;
  fbatch->percpu_pvec_drained = false;
}
static inline void folio_batch_reinit(struct folio_batch* fbatch) { fbatch->nr = 0; }
static inline unsigned int folio_batch_count(struct folio_batch* fbatch) { return fbatch->nr; }
static inline unsigned int fbatch_space(struct folio_batch* fbatch) {
  return PAGEVEC_SIZE - fbatch->nr;
}
static inline unsigned int folio_batch_add(struct folio_batch* fbatch, struct folio* folio) {
  fbatch->folios[fbatch->nr] = folio;
  ++fbatch->nr;
  return fbatch_space(fbatch);
}
static inline void folio_batch_release(struct folio_batch* fbatch) {
  pagevec_release((struct pagevec*)fbatch);
}

#endif
