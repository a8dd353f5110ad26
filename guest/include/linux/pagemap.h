// Locks and marks of single pages. There are no files here, so no page belongs to a mapping unless
// a module says so.
#ifndef _LINUX_PAGEMAP_H
#define _LINUX_PAGEMAP_H

#include <linux/bitops.h>
#include <linux/compiler.h>
#include <linux/fs.h>
#include <linux/gfp.h>
#include <linux/hardirq.h>
#include <linux/highmem.h>
#include <linux/list.h>
#include <linux/migrate_mode.h>
#include <linux/mm.h>
#include <linux/uaccess.h>

void __folio_lock(struct folio* folio);
int __folio_lock_killable(struct folio* folio);
void folio_unlock(struct folio* folio);
void folio_wait_bit(struct folio* folio, int bit_nr);
int folio_wait_bit_killable(struct folio* folio, int bit_nr);
void folio_wait_writeback(struct folio* folio);
void wait_on_page_writeback(struct page* page);
void folio_end_writeback(struct folio* folio);
void end_page_writeback(struct page* page);
void folio_mark_accessed(struct folio* folio);
void mark_page_accessed(struct page* page);

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

struct address_space;
struct bdi_writeback;
struct file;
struct file_ra_state;
struct folio;
struct folio_batch;
struct inode;
struct kiocb;
struct mm_struct;
struct page;
struct readahead_control;
struct vm_area_struct;
struct wait_page_key;
struct wait_page_queue;
struct writeback_control;

#define FGP_ACCESSED 0x00000001
#define FGP_LOCK 0x00000002
#define FGP_CREAT 0x00000004
#define FGP_WRITE 0x00000008
#define FGP_NOFS 0x00000010
#define FGP_NOWAIT 0x00000020
#define FGP_FOR_MMAP 0x00000040
#define FGP_HEAD 0x00000080
#define FGP_ENTRY 0x00000100
#define FGP_STABLE 0x00000200
#define VM_READAHEAD_PAGES (SZ_128K / PAGE_SIZE)
unsigned long invalidate_mapping_pages(struct address_space* mapping, unsigned long start,
                                       unsigned long end);
int invalidate_inode_pages2(struct address_space* mapping);
int invalidate_inode_pages2_range(struct address_space* mapping, unsigned long start,
                                  unsigned long end);
int kiocb_invalidate_pages(struct kiocb* iocb, size_t count);
void kiocb_invalidate_post_direct_write(struct kiocb* iocb, size_t count);
int write_inode_now(struct inode*, int sync);
int filemap_fdatawrite(struct address_space*);
int filemap_flush(struct address_space*);
int filemap_fdatawait_keep_errors(struct address_space* mapping);
int filemap_fdatawait_range(struct address_space*, loff_t lstart, loff_t lend);
int filemap_fdatawait_range_keep_errors(struct address_space* mapping, loff_t start_byte,
                                        loff_t end_byte);
bool filemap_range_has_page(struct address_space*, loff_t lstart, loff_t lend);
int filemap_write_and_wait_range(struct address_space* mapping, loff_t lstart, loff_t lend);
int __filemap_fdatawrite_range(struct address_space* mapping, loff_t start, loff_t end,
                               int sync_mode);
int filemap_fdatawrite_range(struct address_space* mapping, loff_t start, loff_t end);
int filemap_check_errors(struct address_space* mapping);
void __filemap_set_wb_err(struct address_space* mapping, int err);
int filemap_fdatawrite_wbc(struct address_space* mapping, struct writeback_control* wbc);
enum mapping_flags {
  AS_EIO,
  AS_ENOSPC,
  AS_MM_ALL_LOCKS,
  AS_UNEVICTABLE,
  AS_EXITING,
  AS_NO_WRITEBACK_TAGS,
  AS_LARGE_FOLIO_SUPPORT,
  AS_RELEASE_ALWAYS,
  AS_STABLE_WRITES
};
struct address_space* swapcache_mapping(struct folio*);
typedef int filler_t(struct file*, struct folio*);
unsigned long page_cache_next_miss(struct address_space* mapping, unsigned long index,
                                   unsigned long max_scan);
unsigned long page_cache_prev_miss(struct address_space* mapping, unsigned long index,
                                   unsigned long max_scan);
struct folio* __filemap_get_folio(struct address_space* mapping, unsigned long index, int fgp_flags,
                                  gfp_t gfp);
struct page* pagecache_get_page(struct address_space* mapping, unsigned long index, int fgp_flags,
                                gfp_t gfp);
unsigned int filemap_get_folios(struct address_space* mapping, unsigned long* start,
                                unsigned long end, struct folio_batch* fbatch);
unsigned int filemap_get_folios_contig(struct address_space* mapping, unsigned long* start,
                                       unsigned long end, struct folio_batch* fbatch);
unsigned int filemap_get_folios_tag(struct address_space* mapping, unsigned long* start,
                                    unsigned long end, xa_mark_t tag, struct folio_batch* fbatch);
unsigned int find_get_pages_range_tag(struct address_space* mapping, unsigned long* index,
                                      unsigned long end, xa_mark_t tag, unsigned int nr_pages,
                                      struct page** pages);
struct page* grab_cache_page_write_begin(struct address_space* mapping, unsigned long index);
struct folio* read_cache_folio(struct address_space*, unsigned long index, filler_t* filler,
                               struct file* file);
struct page* read_cache_page(struct address_space*, unsigned long index, filler_t* filler,
                             struct file* file);
struct page* read_cache_page_gfp(struct address_space* mapping, unsigned long index,
                                 gfp_t gfp_mask);
unsigned long hugetlb_basepage_index(struct page* page);
unsigned long linear_hugepage_index(struct vm_area_struct* vma, unsigned long address);
struct wait_page_key {
  struct folio* folio;
  int bit_nr;
  int page_match;
};
struct wait_page_queue {
  struct folio* folio;
  int bit_nr;
  wait_queue_entry_t wait;
};
bool __folio_lock_or_retry(struct folio* folio, struct mm_struct* mm, unsigned int flags);
int folio_wait_writeback_killable(struct folio* folio);
void wait_for_stable_page(struct page* page);
void folio_wait_stable(struct folio* folio);
void __folio_mark_dirty(struct folio* folio, struct address_space*, int warn);
void folio_account_cleaned(struct folio* folio, struct bdi_writeback* wb);
void __folio_cancel_dirty(struct folio* folio);
void folio_invalidate(struct folio* folio, size_t offset, size_t length);
int folio_write_one(struct folio* folio);
int __set_page_dirty_nobuffers(struct page* page);
int filemap_migrate_folio(struct address_space* mapping, struct folio* dst, struct folio* src,
                          enum migrate_mode mode);
void page_endio(struct page* page, bool is_write, int err);
void folio_end_private_2(struct folio* folio);
void folio_wait_private_2(struct folio* folio);
int folio_wait_private_2_killable(struct folio* folio);
void folio_add_wait_queue(struct folio* folio, wait_queue_entry_t* waiter);
size_t fault_in_writeable(char* uaddr, size_t size);
size_t fault_in_subpage_writeable(char* uaddr, size_t size);
size_t fault_in_safe_writeable(const char* uaddr, size_t size);
size_t fault_in_readable(const char* uaddr, size_t size);
int add_to_page_cache_lru(struct page* page, struct address_space* mapping, unsigned long index,
                          gfp_t gfp);
int filemap_add_folio(struct address_space* mapping, struct folio* folio, unsigned long index,
                      gfp_t gfp);
void filemap_remove_folio(struct folio* folio);
void delete_from_page_cache(struct page* page);
void __filemap_remove_folio(struct folio* folio, void* shadow);
void replace_page_cache_page(struct page* old, struct page* new);
void delete_from_page_cache_batch(struct address_space* mapping, struct folio_batch* fbatch);
int try_to_release_page(struct page* page, gfp_t gfp);
bool filemap_release_folio(struct folio* folio, gfp_t gfp);
loff_t mapping_seek_hole_data(struct address_space*, loff_t start, loff_t end, int whence);
int __filemap_add_folio(struct address_space* mapping, struct folio* folio, unsigned long index,
                        gfp_t gfp, void** shadowp);
bool filemap_range_has_writeback(struct address_space* mapping, loff_t start_byte, loff_t end_byte);
struct readahead_control {
  struct file* file;
  struct address_space* mapping;
  struct file_ra_state* ra;
  unsigned long _index;
  unsigned int _nr_pages;
  unsigned int _batch_count;
  bool _workingset;
  unsigned long _pflags;
};
void page_cache_ra_unbounded(struct readahead_control*, unsigned long nr_to_read,
                             unsigned long lookahead_count);
void page_cache_sync_ra(struct readahead_control*, unsigned long req_count);
void page_cache_async_ra(struct readahead_control*, struct folio*, unsigned long req_count);
void readahead_expand(struct readahead_control* ractl, loff_t new_start, size_t new_len);

static inline loff_t page_offset(struct page* page) { return (loff_t)page->index << PAGE_SHIFT; }
static inline pgoff_t linear_page_index(struct vm_area_struct* vma, unsigned long address) {
  return ((address - vma->vm_start) >> PAGE_SHIFT) + vma->vm_pgoff;
}
static inline gfp_t mapping_gfp_mask(struct address_space* mapping) { return mapping->gfp_mask; }
static inline gfp_t mapping_gfp_constraint(struct address_space* mapping, gfp_t gfp_mask) {
  return mapping_gfp_mask(mapping) & gfp_mask;
}
static inline void mapping_set_gfp_mask(struct address_space* m, gfp_t mask) { m->gfp_mask = mask; }
static inline struct page* __page_cache_alloc(gfp_t gfp) { return alloc_pages(gfp, 0); }
static inline struct page* page_cache_alloc(struct address_space* x) {
  return __page_cache_alloc(mapping_gfp_mask(x));
}
static inline struct page* find_get_page(struct address_space* mapping, pgoff_t offset) {
  return pagecache_get_page(mapping, offset, 0, 0);
}
static inline struct page* find_lock_page(struct address_space* mapping, pgoff_t index) {
  return pagecache_get_page(mapping, index, FGP_LOCK, 0);
}
static inline struct page* find_or_create_page(struct address_space* mapping, pgoff_t index,
                                               gfp_t gfp_mask) {
  return pagecache_get_page(mapping, index, FGP_LOCK | FGP_ACCESSED | FGP_CREAT, gfp_mask);
}
static inline struct page* grab_cache_page(struct address_space* mapping, pgoff_t index) {
  return find_or_create_page(mapping, index, mapping_gfp_mask(mapping));
}
static inline struct page* read_mapping_page(struct address_space* mapping, pgoff_t index,
                                             struct file* file) {
  return read_cache_page(mapping, index, NULL, file);
}
static inline void attach_page_private(struct page* page, void* data) {
  get_page(page);
  set_page_private(page, (unsigned long)data);
  SetPagePrivate(page);
}
static inline void* detach_page_private(struct page* page) {
  void* data = (void*)page_private(page);
  if (!PagePrivate(page)) return NULL;
  ClearPagePrivate(page);
  set_page_private(page, 0);
  put_page(page);
  return data;
}
static inline unsigned long dir_pages(struct inode* inode) {
  return (unsigned long)((inode->i_size + PAGE_SIZE - 1) >> PAGE_SHIFT);
}

// Inline in Linux.
errseq_t file_sample_sb_err(struct file* file);
int inode_drain_writes(struct inode* inode);

#include <linux/pagemap_more_mm32.h>

#define swapcache_index(folio) __page_file_index(&(folio)->page)

#endif
