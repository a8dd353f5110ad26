// More of <linux/pagemap.h>: properties of a mapping, finding folios in it, where a folio lies in
// its file, reading ahead.
#include <linux/pagemap.h>
#ifndef _LINUX_PAGEMAP_MORE_MM32_H
#define _LINUX_PAGEMAP_MORE_MM32_H

#include <linux/errseq.h>
#include <linux/xarray.h>

#define __MM32_MAPPING_FLAG(name, bit)                                     \
  static inline void mapping_set_##name(struct address_space* mapping) {   \
    set_bit(bit, &mapping->flags);                                         \
  }                                                                        \
  static inline void mapping_clear_##name(struct address_space* mapping) { \
    clear_bit(bit, &mapping->flags);                                       \
  }                                                                        \
  static inline bool mapping_##name(const struct address_space* mapping) { \
    return test_bit(bit, &mapping->flags);                                 \
  }
__MM32_MAPPING_FLAG(unevictable, AS_UNEVICTABLE)
__MM32_MAPPING_FLAG(exiting, AS_EXITING)
__MM32_MAPPING_FLAG(no_writeback_tags, AS_NO_WRITEBACK_TAGS)
__MM32_MAPPING_FLAG(release_always, AS_RELEASE_ALWAYS)
__MM32_MAPPING_FLAG(stable_writes, AS_STABLE_WRITES)
#undef __MM32_MAPPING_FLAG
static inline int mapping_use_writeback_tags(struct address_space* mapping) {
  return !mapping_no_writeback_tags(mapping);
}
static inline void mapping_set_large_folios(struct address_space* mapping) {
  __set_bit(AS_LARGE_FOLIO_SUPPORT, &mapping->flags);
}
static inline bool mapping_large_folio_support(struct address_space* mapping) {
  return test_bit(AS_LARGE_FOLIO_SUPPORT, &mapping->flags);
}
static inline bool mapping_empty(struct address_space* mapping) {
  return xa_empty(&mapping->i_pages);
}
// Inodes are lowmem even when their pages are not.
static inline bool mapping_shrinkable(struct address_space* mapping) { return true; }
static inline int filemap_nr_thps(struct address_space* mapping) { return 0; }
static inline void filemap_nr_thps_inc(struct address_space* mapping) {}
static inline void filemap_nr_thps_dec(struct address_space* mapping) {}

// Errors of writing: once for every file that asks, and once for callers that read the flags.
static inline void mapping_set_error(struct address_space* mapping, int error) {
  if (likely(!error)) return;
  __filemap_set_wb_err(mapping, error);
  if (mapping->host) errseq_set(&mapping->host->i_sb->s_wb_err, error);
  set_bit(error == -ENOSPC ? AS_ENOSPC : AS_EIO, &mapping->flags);
}
static inline void filemap_set_wb_err(struct address_space* mapping, int err) {
  if (unlikely(err)) __filemap_set_wb_err(mapping, err);
}
static inline int filemap_check_wb_err(struct address_space* mapping, errseq_t since) {
  return errseq_check(&mapping->wb_err, since);
}
static inline errseq_t filemap_sample_wb_err(struct address_space* mapping) {
  return errseq_sample(&mapping->wb_err);
}
static inline int filemap_fdatawait(struct address_space* mapping) {
  return filemap_fdatawait_range(mapping, 0, LLONG_MAX);
}
static inline int filemap_write_and_wait(struct address_space* mapping) {
  return filemap_write_and_wait_range(mapping, 0, LLONG_MAX);
}
static inline bool filemap_range_needs_writeback(struct address_space* mapping, loff_t start_byte,
                                                 loff_t end_byte) {
  return mapping->nrpages && filemap_range_has_writeback(mapping, start_byte, end_byte);
}
static inline void invalidate_remote_inode(struct inode* inode) {
  if (S_ISREG(inode->i_mode) || S_ISDIR(inode->i_mode) || S_ISLNK(inode->i_mode)) {
    invalidate_mapping_pages(inode->i_mapping, 0, -1);
  }
}
static inline int write_one_page(struct page* page) { return folio_write_one(page_folio(page)); }

// Where a folio is.
static inline pgoff_t folio_index(struct folio* folio) {
  return unlikely(folio_test_swapcache(folio)) ? __page_file_index(&folio->page) : folio->index;
}
static inline pgoff_t folio_next_index(struct folio* folio) {
  return folio->index + folio_nr_pages(folio);
}
static inline struct page* folio_file_page(struct folio* folio, pgoff_t index) {
  return folio_page(folio, index & (folio_nr_pages(folio) - 1));
}
static inline bool folio_contains(struct folio* folio, pgoff_t index) {
  return index - folio_index(folio) < (pgoff_t)folio_nr_pages(folio);
}
static inline struct page* find_subpage(struct page* head, pgoff_t index) {
  return head + (index & (thp_nr_pages(head) - 1));
}
static inline loff_t folio_pos(struct folio* folio) { return page_offset(&folio->page); }
static inline pgoff_t page_to_index(struct page* page) {
  struct page* head = compound_head(page);
  return head->index + (page - head);
}
static inline pgoff_t page_to_pgoff(struct page* page) { return page_to_index(page); }
static inline pgoff_t folio_pgoff(struct folio* folio) { return folio->index; }
static inline loff_t page_file_offset(struct page* page) {
  return (loff_t)page_index(page) << PAGE_SHIFT;
}
static inline loff_t folio_file_pos(struct folio* folio) { return page_file_offset(&folio->page); }
static inline struct address_space* folio_file_mapping(struct folio* folio) {
  return unlikely(folio_test_swapcache(folio)) ? swapcache_mapping(folio) : folio->mapping;
}
static inline struct address_space* page_file_mapping(struct page* page) {
  return folio_file_mapping(page_folio(page));
}
static inline struct address_space* page_mapping_file(struct page* page) {
  struct folio* folio = page_folio(page);
  return unlikely(folio_test_swapcache(folio)) ? NULL : folio_mapping(folio);
}
static inline struct inode* folio_inode(struct folio* folio) { return folio->mapping->host; }

// Private data keeps a reference to its folio.
static inline void folio_attach_private(struct folio* folio, void* data) {
  folio_get(folio);
  folio->private = data;
  folio_set_private(folio);
}
static inline void* folio_change_private(struct folio* folio, void* data) {
  void* old = folio_get_private(folio);
  folio->private = data;
  return old;
}
static inline void* folio_detach_private(struct folio* folio) {
  void* data = folio_get_private(folio);
  if (!folio_test_private(folio)) return NULL;
  folio_clear_private(folio);
  folio->private = NULL;
  folio_put(folio);
  return data;
}

// Finding and making folios.
static inline struct folio* filemap_alloc_folio(gfp_t gfp, unsigned int order) {
  return folio_alloc(gfp, order);
}
static inline gfp_t readahead_gfp_mask(struct address_space* x) {
  return mapping_gfp_mask(x) | __GFP_NORETRY | __GFP_NOWARN;
}
static inline struct folio* filemap_get_folio(struct address_space* mapping, pgoff_t index) {
  return __filemap_get_folio(mapping, index, 0, 0);
}
static inline struct folio* filemap_lock_folio(struct address_space* mapping, pgoff_t index) {
  return __filemap_get_folio(mapping, index, FGP_LOCK, 0);
}
static inline struct page* find_get_page_flags(struct address_space* mapping, pgoff_t index,
                                               int fgp_flags) {
  return pagecache_get_page(mapping, index, fgp_flags, 0);
}
static inline struct page* grab_cache_page_nowait(struct address_space* mapping, pgoff_t index) {
  return pagecache_get_page(mapping, index, FGP_LOCK | FGP_CREAT | FGP_NOFS | FGP_NOWAIT,
                            mapping_gfp_mask(mapping));
}
static inline unsigned int find_get_pages_tag(struct address_space* mapping, pgoff_t* index,
                                              xa_mark_t tag, unsigned int nr_pages,
                                              struct page** pages) {
  return find_get_pages_range_tag(mapping, index, (pgoff_t)-1, tag, nr_pages, pages);
}
static inline struct folio* read_mapping_folio(struct address_space* mapping, pgoff_t index,
                                               struct file* file) {
  return read_cache_folio(mapping, index, NULL, file);
}

// Locks, and marks of what is dirty.
static inline bool wake_page_match(struct wait_page_queue* wait, struct wait_page_key* key) {
  if (wait->folio != key->folio) return false;
  key->page_match = 1;
  return wait->bit_nr == key->bit_nr;
}
static inline bool folio_lock_or_retry(struct folio* folio, struct mm_struct* mm,
                                       unsigned int flags) {
  might_sleep();
  return folio_trylock(folio) || __folio_lock_or_retry(folio, mm, flags);
}
static inline int folio_wait_locked_killable(struct folio* folio) {
  return folio_test_locked(folio) ? folio_wait_bit_killable(folio, PG_locked) : 0;
}
static inline int wait_on_page_locked_killable(struct page* page) {
  return folio_wait_locked_killable(page_folio(page));
}
static inline void folio_cancel_dirty(struct folio* folio) {
  if (folio_test_dirty(folio)) __folio_cancel_dirty(folio);
}
static inline void __set_page_dirty(struct page* page, struct address_space* mapping, int warn) {
  __folio_mark_dirty(page_folio(page), mapping, warn);
}
static inline unsigned int i_blocks_per_folio(struct inode* inode, struct folio* folio) {
  return folio_size(folio) >> inode->i_blkbits;
}
static inline unsigned int i_blocks_per_page(struct inode* inode, struct page* page) {
  return i_blocks_per_folio(inode, page_folio(page));
}
// How much of a folio lies in its file; -EFAULT when it was truncated away.
static inline ssize_t folio_mkwrite_check_truncate(struct folio* folio, struct inode* inode) {
  const loff_t size = i_size_read(inode);
  const pgoff_t last = size >> PAGE_SHIFT;
  const size_t offset = offset_in_folio(folio, size);
  if (!folio->mapping) return -EFAULT;
  if (folio_next_index(folio) - 1 < last) return folio_size(folio);
  return folio->index > last || offset == 0 ? -EFAULT : (ssize_t)offset;
}
static inline int page_mkwrite_check_truncate(struct page* page, struct inode* inode) {
  const loff_t size = i_size_read(inode);
  const pgoff_t last = size >> PAGE_SHIFT;
  const int offset = offset_in_page(size);
  if (page->mapping != inode->i_mapping) return -EFAULT;
  if (page->index < last) return PAGE_SIZE;
  return page->index > last || offset == 0 ? -EFAULT : offset;
}

// Reading ahead: the request moves over the pages as they are taken.
#define DEFINE_READAHEAD(ractl, f, r, m, i) \
  struct readahead_control ractl = {.file = f, .mapping = m, .ra = r, ._index = i}
static inline void page_cache_sync_readahead(struct address_space* mapping,
                                             struct file_ra_state* ra, struct file* file,
                                             pgoff_t index, unsigned long req_count) {
  DEFINE_READAHEAD(ractl, file, ra, mapping, index);
  page_cache_sync_ra(&ractl, req_count);
}
static inline void page_cache_async_readahead(struct address_space* mapping,
                                              struct file_ra_state* ra, struct file* file,
                                              struct folio* folio, pgoff_t index,
                                              unsigned long req_count) {
  DEFINE_READAHEAD(ractl, file, ra, mapping, index);
  page_cache_async_ra(&ractl, folio, req_count);
}
static inline struct folio* __readahead_folio(struct readahead_control* ractl) {
  struct folio* folio = NULL;
  ractl->_nr_pages -= ractl->_batch_count;
  ractl->_index += ractl->_batch_count;
  ractl->_batch_count = 0;
  if (ractl->_nr_pages) {
    folio = xa_load(&ractl->mapping->i_pages, ractl->_index);
    ractl->_batch_count = folio_nr_pages(folio);
  }
  return folio;
}
static inline struct page* readahead_page(struct readahead_control* ractl) {
  return (struct page*)__readahead_folio(ractl);
}
static inline struct folio* readahead_folio(struct readahead_control* ractl) {
  struct folio* folio = __readahead_folio(ractl);
  if (folio) folio_put(folio);
  return folio;
}
static inline loff_t readahead_pos(struct readahead_control* rac) {
  return (loff_t)rac->_index * PAGE_SIZE;
}
static inline size_t readahead_length(struct readahead_control* rac) {
  return rac->_nr_pages * PAGE_SIZE;
}
static inline pgoff_t readahead_index(struct readahead_control* rac) { return rac->_index; }
static inline unsigned int readahead_count(struct readahead_control* rac) { return rac->_nr_pages; }
static inline size_t readahead_batch_length(struct readahead_control* rac) {
  return rac->_batch_count * PAGE_SIZE;
}

#endif
