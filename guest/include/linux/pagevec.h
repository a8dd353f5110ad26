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

// Inline in Linux.
unsigned int pagevec_lookup_tag(struct pagevec* pvec, struct address_space* mapping,
                                unsigned long* index, xa_mark_t tag);
void pagevec_release(struct pagevec* pvec);
void folio_batch_init(struct folio_batch* fbatch);
unsigned int folio_batch_count(struct folio_batch* fbatch);
unsigned int fbatch_space(struct folio_batch* fbatch);
unsigned int folio_batch_add(struct folio_batch* fbatch, struct folio* folio);
void folio_batch_release(struct folio_batch* fbatch);

#endif
