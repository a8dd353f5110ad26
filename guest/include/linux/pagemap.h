// Locks and marks of single pages. There are no files here, so no page belongs to a mapping unless
// a module says so.
#ifndef _LINUX_PAGEMAP_H
#define _LINUX_PAGEMAP_H

#include <linux/highmem.h>
#include <linux/mm.h>

void __folio_lock(struct folio* folio);
int __folio_lock_killable(struct folio* folio);
void folio_unlock(struct folio* folio);
void folio_wait_bit(struct folio* folio, int bit_nr);
int folio_wait_bit_killable(struct folio* folio, int bit_nr);
void folio_wait_writeback(struct folio* folio);
void wait_on_page_writeback(struct page* page);
void folio_end_writeback(struct folio* folio);
void end_page_writeback(struct page* page);
bool __folio_start_writeback(struct folio* folio, bool keep_write);
bool set_page_writeback(struct page* page);
void folio_mark_accessed(struct folio* folio);
void mark_page_accessed(struct page* page);
#define folio_start_writeback(folio) __folio_start_writeback(folio, false)

static inline bool folio_trylock(struct folio* folio) { return !folio_test_set_locked(folio); }
static inline void folio_lock(struct folio* folio) {
  if (!folio_trylock(folio)) __folio_lock(folio);
}
static inline int folio_lock_killable(struct folio* folio) {
  return folio_trylock(folio) ? 0 : __folio_lock_killable(folio);
}
#define trylock_page(page) folio_trylock(page_folio(page))
#define lock_page(page) folio_lock(page_folio(page))
#define lock_page_killable(page) folio_lock_killable(page_folio(page))
static inline void folio_wait_locked(struct folio* folio) {
  if (folio_test_locked(folio)) folio_wait_bit(folio, PG_locked);
}
#define wait_on_page_locked(page) folio_wait_locked(page_folio(page))

// The page cache's own names for pages, until 4.6.
#define PAGE_CACHE_SHIFT PAGE_SHIFT
#define PAGE_CACHE_SIZE PAGE_SIZE
#define PAGE_CACHE_MASK PAGE_MASK
#define PAGE_CACHE_ALIGN(addr) PAGE_ALIGN(addr)
#define page_cache_get(page) get_page(page)
#define page_cache_release(page) put_page(page)

#endif
