/*
 * What callers ask of a struct page and mark on it: mapped, dirty, locked, under write-back.
 *
 * All state is in the struct page. Who waits for a lock or for write-back looks again whenever
 * others have had their turn.
 * Linux: mm/util.c, mm/filemap.c, mm/page-writeback.c, mm/swap.c.
 */
#include <linux/bug.h>
#include <linux/export.h>
#include <linux/mm.h>
#include <linux/pagemap.h>
#include <linux/swap.h>

#include "bug_at.h"
#include "sched/sched.h"

atomic_long_t nr_swap_pages;
EXPORT_SYMBOL_GPL(nr_swap_pages);

int __page_mapcount(struct page* page) {
  int count = atomic_read(&page->_mapcount) + 1;
  struct page* head = compound_head(page);

  if (PageHead(head)) count += atomic_read(&head[1].compound_mapcount) + 1;
  return count;
}
EXPORT_SYMBOL_GPL(__page_mapcount);

bool folio_mapped(struct folio* folio) {
  long i, pages = folio_nr_pages(folio);

  if (!folio_test_large(folio)) return atomic_read(&folio->_mapcount) >= 0;
  if (atomic_read(&folio_page(folio, 1)->compound_mapcount) >= 0) return true;
  for (i = 0; i < pages; i++)
    if (atomic_read(&folio_page(folio, i)->_mapcount) >= 0) return true;
  return false;
}
EXPORT_SYMBOL(folio_mapped);

bool page_mapped(struct page* page) {
  if (!PageCompound(page)) return atomic_read(&page->_mapcount) >= 0;
  return folio_mapped(page_folio(page));
}
EXPORT_SYMBOL(page_mapped);

struct address_space* folio_mapping(struct folio* folio) {
  unsigned long mapping = (unsigned long)folio->mapping;

  if (folio_test_slab(folio) || (mapping & (PAGE_MAPPING_ANON | PAGE_MAPPING_MOVABLE))) return NULL;
  return (struct address_space*)mapping;
}
EXPORT_SYMBOL(folio_mapping);

struct address_space* page_mapping(struct page* page) {
  return folio_mapping(page_folio(page));
}
EXPORT_SYMBOL(page_mapping);

bool noop_dirty_folio(struct address_space* mapping, struct folio* folio) {
  return !folio_test_set_dirty(folio);
}
EXPORT_SYMBOL(noop_dirty_folio);

bool folio_mark_dirty(struct folio* folio) { return noop_dirty_folio(folio_mapping(folio), folio); }
EXPORT_SYMBOL(folio_mark_dirty);

bool set_page_dirty(struct page* page) { return folio_mark_dirty(page_folio(page)); }
EXPORT_SYMBOL(set_page_dirty);

int set_page_dirty_lock(struct page* page) {
  int dirtied;

  lock_page(page);
  dirtied = set_page_dirty(page);
  unlock_page(page);
  return dirtied;
}
EXPORT_SYMBOL(set_page_dirty_lock);

/* The caller holds the page's lock. */
bool folio_clear_dirty_for_io(struct folio* folio) { return folio_test_clear_dirty(folio); }
EXPORT_SYMBOL(folio_clear_dirty_for_io);

bool clear_page_dirty_for_io(struct page* page) {
  return folio_clear_dirty_for_io(page_folio(page));
}
EXPORT_SYMBOL(clear_page_dirty_for_io);

void folio_wait_bit(struct folio* folio, int bit_nr) {
  while (test_bit(bit_nr, &folio->flags))
    wait_for_others(bit_nr == PG_locked ? "the lock of a page" : "the write-back of a page");
}
EXPORT_SYMBOL(folio_wait_bit);

int folio_wait_bit_killable(struct folio* folio, int bit_nr) {
  folio_wait_bit(folio, bit_nr);
  return 0;
}
EXPORT_SYMBOL(folio_wait_bit_killable);

void __folio_lock(struct folio* folio) {
  while (!folio_trylock(folio)) folio_wait_bit(folio, PG_locked);
}
EXPORT_SYMBOL(__folio_lock);

int __folio_lock_killable(struct folio* folio) {
  __folio_lock(folio);
  return 0;
}
EXPORT_SYMBOL_GPL(__folio_lock_killable);

void folio_unlock(struct folio* folio) {
  folio_clear_locked(folio);
  folio_clear_waiters(folio);
}
EXPORT_SYMBOL(folio_unlock);

void unlock_page(struct page* page) { folio_unlock(page_folio(page)); }
EXPORT_SYMBOL(unlock_page);

void folio_wait_writeback(struct folio* folio) { folio_wait_bit(folio, PG_writeback); }
EXPORT_SYMBOL_GPL(folio_wait_writeback);

void wait_on_page_writeback(struct page* page) { folio_wait_writeback(page_folio(page)); }
EXPORT_SYMBOL_GPL(wait_on_page_writeback);

/* Whether it was under write-back before. */
bool __folio_start_writeback(struct folio* folio, bool keep_write) {
  return folio_test_set_writeback(folio);
}
EXPORT_SYMBOL(__folio_start_writeback);

bool set_page_writeback(struct page* page) { return folio_start_writeback(page_folio(page)); }
EXPORT_SYMBOL(set_page_writeback);

void folio_end_writeback(struct folio* folio) {
  folio_clear_reclaim(folio);
  BUG_ON_AT(!folio_test_clear_writeback(folio), "mm/filemap.c", 1642);
}
EXPORT_SYMBOL(folio_end_writeback);

void end_page_writeback(struct page* page) { folio_end_writeback(page_folio(page)); }
EXPORT_SYMBOL(end_page_writeback);

/* Inactive, then referenced, then active. A page on no list stays inactive. */
void folio_mark_accessed(struct folio* folio) {
  if (!folio_test_referenced(folio)) {
    folio_set_referenced(folio);
  } else if (!folio_test_unevictable(folio) && !folio_test_active(folio)) {
    if (folio_test_lru(folio)) folio_set_active(folio);
    folio_clear_referenced(folio);
  }
}
EXPORT_SYMBOL(folio_mark_accessed);

void mark_page_accessed(struct page* page) { folio_mark_accessed(page_folio(page)); }
EXPORT_SYMBOL(mark_page_accessed);

/* Whether the page lies in a block of the buddy lists. */
bool is_free_buddy_page(struct page* page) {
  unsigned long pfn = page_to_pfn(page);
  unsigned int order;

  for (order = 0; order < MAX_ORDER; order++) {
    const struct page* head = page - (pfn & ((1UL << order) - 1));

    if (PageBuddy(head) && page_private(head) >= order) return true;
  }
  return false;
}
EXPORT_SYMBOL(is_free_buddy_page);

/* Drops a reference to every page of the list and empties it. */
void put_pages_list(struct list_head* pages) {
  struct page *page, *next;

  list_for_each_entry_safe(page, next, pages, lru) if (put_page_testzero(page))
      __folio_put(page_folio(page));
  INIT_LIST_HEAD(pages);
}
EXPORT_SYMBOL(put_pages_list);

void release_pages(struct page** pages, int nr) {
  int i;

  for (i = 0; i < nr; i++) put_page(pages[i]);
}
EXPORT_SYMBOL(release_pages);
