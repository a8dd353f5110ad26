// Blocks in the page cache.
#ifndef _LINUX_BUFFER_HEAD_H
#define _LINUX_BUFFER_HEAD_H

#include <linux/atomic.h>
#include <linux/blk_types.h>
#include <linux/fs.h>
#include <linux/linkage.h>
#include <linux/pagemap.h>
#include <linux/types.h>
#include <linux/wait.h>

struct address_space;
struct block_device;
struct buffer_head;
struct file;
struct folio;
struct inode;
struct list_head;
struct page;
struct vm_area_struct;
struct vm_fault;
struct writeback_control;

#define MAX_BUF_PER_PAGE (PAGE_SIZE / 512)
enum bh_state_bits {
  BH_Uptodate,
  BH_Dirty,
  BH_Lock,
  BH_Req,
  BH_Mapped,
  BH_New,
  BH_Async_Read,
  BH_Async_Write,
  BH_Delay,
  BH_Boundary,
  BH_Write_EIO,
  BH_Unwritten,
  BH_Quiet,
  BH_Meta,
  BH_Prio,
  BH_Defer_Completion,
  BH_PrivateStart
};
typedef void bh_end_io_t(struct buffer_head*, int);
struct buffer_head {
  unsigned long b_state;
  struct buffer_head* b_this_page;
  struct page* b_page;
  sector_t b_blocknr;
  size_t b_size;
  char* b_data;
  struct block_device* b_bdev;
  bh_end_io_t* b_end_io;
  void* b_private;
  struct list_head b_assoc_buffers;
  struct address_space* b_assoc_map;
  atomic_t b_count;
  spinlock_t b_uptodate_lock;
};
void buffer_check_dirty_writeback(struct folio* folio, bool* dirty, bool* writeback);
void mark_buffer_dirty(struct buffer_head* bh);
void mark_buffer_write_io_error(struct buffer_head* bh);
void touch_buffer(struct buffer_head* bh);
void set_bh_page(struct buffer_head* bh, struct page* page, unsigned long offset);
bool try_to_free_buffers(struct folio*);
struct buffer_head* alloc_page_buffers(struct page* page, unsigned long size, bool retry);
void create_empty_buffers(struct page*, unsigned long, unsigned long b_state);
void end_buffer_read_sync(struct buffer_head* bh, int uptodate);
void end_buffer_write_sync(struct buffer_head* bh, int uptodate);
void end_buffer_async_write(struct buffer_head* bh, int uptodate);
void mark_buffer_dirty_inode(struct buffer_head* bh, struct inode* inode);
int inode_has_buffers(struct inode*);
void invalidate_inode_buffers(struct inode*);
int remove_inode_buffers(struct inode* inode);
int sync_mapping_buffers(struct address_space* mapping);
void clean_bdev_aliases(struct block_device* bdev, sector_t block, sector_t len);
void mark_buffer_async_write(struct buffer_head* bh);
void __wait_on_buffer(struct buffer_head*);
wait_queue_head_t* bh_waitq_head(struct buffer_head* bh);
struct buffer_head* __find_get_block(struct block_device* bdev, sector_t block, unsigned int size);
struct buffer_head* __getblk_gfp(struct block_device* bdev, sector_t block, unsigned int size,
                                 gfp_t gfp);
void __brelse(struct buffer_head*);
void __bforget(struct buffer_head*);
void __breadahead(struct block_device*, sector_t block, unsigned int size);
struct buffer_head* __bread_gfp(struct block_device*, sector_t block, unsigned int size, gfp_t gfp);
void invalidate_bh_lrus(void);
void invalidate_bh_lrus_cpu(void);
bool has_bh_in_lru(int cpu, void* dummy);
struct buffer_head* alloc_buffer_head(gfp_t gfp_flags);
void free_buffer_head(struct buffer_head* bh);
void unlock_buffer(struct buffer_head* bh);
void __lock_buffer(struct buffer_head* bh);
int sync_dirty_buffer(struct buffer_head* bh);
int __sync_dirty_buffer(struct buffer_head* bh, blk_opf_t op_flags);
void write_dirty_buffer(struct buffer_head* bh, blk_opf_t op_flags);
void submit_bh(blk_opf_t, struct buffer_head*);
void write_boundary_block(struct block_device* bdev, sector_t bblock, unsigned int blocksize);
int bh_uptodate_or_lock(struct buffer_head* bh);
int __bh_read(struct buffer_head* bh, blk_opf_t op_flags, bool wait);
void __bh_read_batch(int nr, struct buffer_head* bhs[], blk_opf_t op_flags, bool force_lock);
extern int buffer_heads_over_limit;
void block_invalidate_folio(struct folio* folio, size_t offset, size_t length);
int block_write_full_page(struct page* page, get_block_t* get_block, struct writeback_control* wbc);
int __block_write_full_page(struct inode* inode, struct page* page, get_block_t* get_block,
                            struct writeback_control* wbc, bh_end_io_t* handler);
int block_read_full_folio(struct folio*, get_block_t*);
bool block_is_partially_uptodate(struct folio*, size_t from, size_t count);
int block_write_begin(struct address_space* mapping, loff_t pos, unsigned int len,
                      struct page** pagep, get_block_t* get_block);
int __block_write_begin(struct page* page, loff_t pos, unsigned int len, get_block_t* get_block);
int block_write_end(struct file*, struct address_space*, loff_t, unsigned int, unsigned int,
                    struct page*, void*);
int generic_write_end(struct file*, struct address_space*, loff_t, unsigned int, unsigned int,
                      struct page*, void*);
void page_zero_new_buffers(struct page* page, unsigned int from, unsigned int to);
void clean_page_buffers(struct page* page);
int cont_write_begin(struct file*, struct address_space*, loff_t, unsigned int, struct page**,
                     void**, get_block_t*, loff_t*);
int generic_cont_expand_simple(struct inode* inode, loff_t size);
int block_commit_write(struct page* page, unsigned int from, unsigned int to);
int block_page_mkwrite(struct vm_area_struct* vma, struct vm_fault* vmf, get_block_t get_block);
sector_t generic_block_bmap(struct address_space*, sector_t, get_block_t*);
int block_truncate_page(struct address_space*, loff_t, get_block_t*);
int buffer_migrate_folio(struct address_space*, struct folio* dst, struct folio* src,
                         enum migrate_mode);
int buffer_migrate_folio_norefs(struct address_space*, struct folio* dst, struct folio* src,
                                enum migrate_mode);
void buffer_init(void);
bool block_dirty_folio(struct address_space* mapping, struct folio* folio);

// Inline in Linux.
struct super_block;
void clean_bdev_bh_alias(struct buffer_head* bh);
vm_fault_t block_page_mkwrite_return(int err);
struct buffer_head* sb_bread(struct super_block* sb, sector_t block);
struct buffer_head* sb_bread_unmovable(struct super_block* sb, sector_t block);
void sb_breadahead(struct super_block* sb, sector_t block);
struct buffer_head* sb_getblk(struct super_block* sb, sector_t block);
struct buffer_head* sb_getblk_gfp(struct super_block* sb, sector_t block, gfp_t gfp);
struct buffer_head* sb_find_get_block(struct super_block* sb, sector_t block);
void map_bh(struct buffer_head* bh, struct super_block* sb, sector_t block);
void wait_on_buffer(struct buffer_head* bh);
void lock_buffer(struct buffer_head* bh);
struct buffer_head* getblk_unmovable(struct block_device* bdev, sector_t block, unsigned int size);
void bh_readahead(struct buffer_head* bh, blk_opf_t op_flags);
void bh_read_nowait(struct buffer_head* bh, blk_opf_t op_flags);
int bh_read(struct buffer_head* bh, blk_opf_t op_flags);
void bh_read_batch(int nr, struct buffer_head* bhs[]);
void bh_readahead_batch(int nr, struct buffer_head* bhs[], blk_opf_t op_flags);

// State bits of a buffer: set, cleared and asked.
#define BUFFER_FNS(bit, name)                                                    \
  static __always_inline void set_buffer_##name(struct buffer_head* bh) {        \
    if (!arch_test_bit(BH_##bit, &bh->b_state)) set_bit(BH_##bit, &bh->b_state); \
  }                                                                              \
  static __always_inline void clear_buffer_##name(struct buffer_head* bh) {      \
    clear_bit(BH_##bit, &bh->b_state);                                           \
  }                                                                              \
  static __always_inline int buffer_##name(const struct buffer_head* bh) {       \
    return arch_test_bit(BH_##bit, &bh->b_state);                                \
  }
#define TAS_BUFFER_FNS(bit, name)                                               \
  static __always_inline int test_set_buffer_##name(struct buffer_head* bh) {   \
    return test_and_set_bit(BH_##bit, &bh->b_state);                            \
  }                                                                             \
  static __always_inline int test_clear_buffer_##name(struct buffer_head* bh) { \
    return test_and_clear_bit(BH_##bit, &bh->b_state);                          \
  }
BUFFER_FNS(Dirty, dirty)
BUFFER_FNS(Lock, locked)
BUFFER_FNS(Req, req)
BUFFER_FNS(Mapped, mapped)
BUFFER_FNS(New, new)
BUFFER_FNS(Async_Read, async_read)
BUFFER_FNS(Async_Write, async_write)
BUFFER_FNS(Delay, delay)
BUFFER_FNS(Boundary, boundary)
BUFFER_FNS(Write_EIO, write_io_error)
BUFFER_FNS(Unwritten, unwritten)
BUFFER_FNS(Meta, meta)
BUFFER_FNS(Prio, prio)
BUFFER_FNS(Defer_Completion, defer_completion)
TAS_BUFFER_FNS(Dirty, dirty)
TAS_BUFFER_FNS(Req, req)
static __always_inline void set_buffer_uptodate(struct buffer_head* bh) {
  if (arch_test_bit(BH_Uptodate, &bh->b_state)) return;
  smp_mb__before_atomic();
  set_bit(BH_Uptodate, &bh->b_state);
}
static __always_inline void clear_buffer_uptodate(struct buffer_head* bh) {
  clear_bit(BH_Uptodate, &bh->b_state);
}
static __always_inline int buffer_uptodate(const struct buffer_head* bh) {
  return arch_test_bit(BH_Uptodate, &bh->b_state);
}
static inline void get_bh(struct buffer_head* bh) { atomic_inc(&bh->b_count); }
static inline void put_bh(struct buffer_head* bh) {
  smp_mb__before_atomic();
  atomic_dec(&bh->b_count);
}
static inline void brelse(struct buffer_head* bh) {
  if (bh) __brelse(bh);
}
static inline void bforget(struct buffer_head* bh) {
  if (bh) __bforget(bh);
}
static inline int trylock_buffer(struct buffer_head* bh) {
  return likely(!test_and_set_bit_lock(BH_Lock, &bh->b_state));
}

#endif
