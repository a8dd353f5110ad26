// Pages not used for a while.
#ifndef _LINUX_PAGE_IDLE_H
#define _LINUX_PAGE_IDLE_H

#include <linux/page-flags.h>

// Inline in Linux.
struct folio;
struct page;
bool folio_test_young(struct folio* folio);
void folio_set_young(struct folio* folio);
bool folio_test_clear_young(struct folio* folio);
bool folio_test_idle(struct folio* folio);
void folio_set_idle(struct folio* folio);
void folio_clear_idle(struct folio* folio);
bool page_is_young(struct page* page);
void set_page_young(struct page* page);
bool test_and_clear_page_young(struct page* page);
bool page_is_idle(struct page* page);
void set_page_idle(struct page* page);
void clear_page_idle(struct page* page);

#endif
