// Requests to disks.
#ifndef _LINUX_BIO_H
#define _LINUX_BIO_H

#include <linux/blk_types.h>
#include <linux/mempool.h>
#include <linux/uio.h>

struct bio;
struct bio_alloc_cache;
struct bio_integrity_payload;
struct bio_list;
struct bio_set;
struct bio_vec;
struct block_device;
struct bvec_iter;
struct cgroup_subsys_state;
struct folio;
struct folio_iter;
struct hlist_node;
struct iov_iter;
struct kmem_cache;
struct page;
struct request_queue;
struct work_struct;
struct workqueue_struct;

#define BIO_MAX_VECS 256U
#define BIO_MAX_INLINE_VECS UIO_MAXIOV
#define BIO_POOL_SIZE 2
void __bio_advance(struct bio*, unsigned int bytes);
struct folio_iter {
  struct folio* folio;
  size_t offset;
  size_t length;
  struct folio* _next;
  size_t _seg_count;
  int _i;
};
enum bip_flags {
  BIP_BLOCK_INTEGRITY = 1,
  BIP_MAPPED_INTEGRITY,
  BIP_CTRL_NOCHECK = 4,
  BIP_DISK_NOCHECK = 8,
  BIP_IP_CHECKSUM = 0x10
};
struct bio_integrity_payload {
  struct bio* bip_bio;
  struct bvec_iter bip_iter;
  unsigned short bip_vcnt;
  unsigned short bip_max_vcnt;
  unsigned short bip_flags;
  struct bvec_iter bio_iter;
  struct work_struct bip_work;
  struct bio_vec* bip_vec;
  struct bio_vec bip_inline_vecs[];
};
void bio_trim(struct bio* bio, sector_t offset, sector_t size);
struct bio* bio_split(struct bio* bio, int sectors, gfp_t gfp, struct bio_set* bs);
enum { BIOSET_NEED_BVECS = 1, BIOSET_NEED_RESCUER, BIOSET_PERCPU_CACHE = 4 };
int bioset_init(struct bio_set*, unsigned int, unsigned int, int flags);
void bioset_exit(struct bio_set*);
int biovec_init_pool(mempool_t* pool, int pool_entries);
struct bio* bio_alloc_bioset(struct block_device* bdev, unsigned short nr_vecs, blk_opf_t opf,
                             gfp_t gfp_mask, struct bio_set* bs);
struct bio* bio_kmalloc(unsigned short nr_vecs, gfp_t gfp_mask);
void bio_put(struct bio*);
struct bio* bio_alloc_clone(struct block_device* bdev, struct bio* bio_src, gfp_t gfp,
                            struct bio_set* bs);
int bio_init_clone(struct block_device* bdev, struct bio* bio, struct bio* bio_src, gfp_t gfp);
extern struct bio_set fs_bio_set;
void submit_bio(struct bio* bio);
void bio_endio(struct bio*);
int submit_bio_wait(struct bio* bio);
void bio_init(struct bio* bio, struct block_device* bdev, struct bio_vec* table,
              unsigned short max_vecs, blk_opf_t opf);
void bio_uninit(struct bio*);
void bio_reset(struct bio* bio, struct block_device* bdev, blk_opf_t opf);
void bio_chain(struct bio*, struct bio*);
int bio_add_page(struct bio*, struct page*, unsigned int len, unsigned int off);
bool bio_add_folio(struct bio*, struct folio*, size_t len, size_t off);
int bio_add_pc_page(struct request_queue*, struct bio*, struct page*, unsigned int, unsigned int);
int bio_add_zone_append_page(struct bio* bio, struct page* page, unsigned int len,
                             unsigned int offset);
void __bio_add_page(struct bio* bio, struct page* page, unsigned int len, unsigned int off);
int bio_iov_iter_get_pages(struct bio* bio, struct iov_iter* iter);
void bio_iov_bvec_set(struct bio* bio, struct iov_iter* iter);
void __bio_release_pages(struct bio* bio, bool mark_dirty);
void bio_set_pages_dirty(struct bio* bio);
void bio_check_pages_dirty(struct bio* bio);
void bio_copy_data_iter(struct bio* dst, struct bvec_iter* dst_iter, struct bio* src,
                        struct bvec_iter* src_iter);
void bio_copy_data(struct bio* dst, struct bio* src);
void bio_free_pages(struct bio* bio);
void guard_bio_eod(struct bio* bio);
void zero_fill_bio(struct bio* bio);
void bio_associate_blkg(struct bio* bio);
void bio_associate_blkg_from_css(struct bio* bio, struct cgroup_subsys_state* css);
void bio_clone_blkg_association(struct bio* dst, struct bio* src);
struct bio_list {
  struct bio* head;
  struct bio* tail;
};
struct bio_set {
  struct kmem_cache* bio_slab;
  unsigned int front_pad;
  struct bio_alloc_cache* cache;
  mempool_t bio_pool;
  mempool_t bvec_pool;
  mempool_t bio_integrity_pool;
  mempool_t bvec_integrity_pool;
  unsigned int back_pad;
  spinlock_t rescue_lock;
  struct bio_list rescue_list;
  struct work_struct rescue_work;
  struct workqueue_struct* rescue_workqueue;
  struct hlist_node cpuhp_dead;
};
struct bio_integrity_payload* bio_integrity_alloc(struct bio*, gfp_t, unsigned int);
int bio_integrity_add_page(struct bio*, struct page*, unsigned int, unsigned int);
bool bio_integrity_prep(struct bio*);
void bio_integrity_advance(struct bio*, unsigned int);
void bio_integrity_trim(struct bio*);
int bio_integrity_clone(struct bio*, struct bio*, gfp_t);
int bioset_integrity_create(struct bio_set*, int);
void bioset_integrity_free(struct bio_set*);
void bio_integrity_init(void);
struct bio* blk_next_bio(struct bio* bio, struct block_device* bdev, unsigned int nr_pages,
                         blk_opf_t opf, gfp_t gfp);

// Inline in Linux.
struct bvec_iter_all;
struct kiocb;
unsigned int bio_max_segs(unsigned int nr_segs);
bool bio_has_data(struct bio* bio);
bool bio_no_advance_iter(const struct bio* bio);
void* bio_data(struct bio* bio);
bool bio_next_segment(const struct bio* bio, struct bvec_iter_all* iter);
void bio_advance_iter(const struct bio* bio, struct bvec_iter* iter, unsigned int bytes);
void bio_advance_iter_single(const struct bio* bio, struct bvec_iter* iter, unsigned int bytes);
void bio_advance(struct bio* bio, unsigned int nbytes);
unsigned int bio_segments(struct bio* bio);
void bio_get(struct bio* bio);
void bio_cnt_set(struct bio* bio, unsigned int count);
bool bio_flagged(struct bio* bio, unsigned int bit);
void bio_set_flag(struct bio* bio, unsigned int bit);
void bio_clear_flag(struct bio* bio, unsigned int bit);
struct bio_vec* bio_first_bvec_all(struct bio* bio);
struct page* bio_first_page_all(struct bio* bio);
struct bio_vec* bio_last_bvec_all(struct bio* bio);
void bio_first_folio(struct folio_iter* fi, struct bio* bio, int i);
void bio_next_folio(struct folio_iter* fi, struct bio* bio);
struct bio_integrity_payload* bio_integrity(struct bio* bio);
bool bio_integrity_flagged(struct bio* bio, enum bip_flags flag);
sector_t bip_get_seed(struct bio_integrity_payload* bip);
void bip_set_seed(struct bio_integrity_payload* bip, sector_t seed);
struct bio* bio_next_split(struct bio* bio, int sectors, gfp_t gfp, struct bio_set* bs);
struct bio* bio_alloc(struct block_device* bdev, unsigned short nr_vecs, blk_opf_t opf,
                      gfp_t gfp_mask);
void bio_io_error(struct bio* bio);
void bio_wouldblock_error(struct bio* bio);
int bio_iov_vecs_to_alloc(struct iov_iter* iter, int max_segs);
void bio_release_pages(struct bio* bio, bool mark_dirty);
void bio_set_dev(struct bio* bio, struct block_device* bdev);
int bio_list_empty(const struct bio_list* bl);
void bio_list_init(struct bio_list* bl);
unsigned int bio_list_size(const struct bio_list* bl);
void bio_list_add(struct bio_list* bl, struct bio* bio);
void bio_list_add_head(struct bio_list* bl, struct bio* bio);
void bio_list_merge(struct bio_list* bl, struct bio_list* bl2);
void bio_list_merge_head(struct bio_list* bl, struct bio_list* bl2);
struct bio* bio_list_peek(struct bio_list* bl);
struct bio* bio_list_pop(struct bio_list* bl);
struct bio* bio_list_get(struct bio_list* bl);
void bio_inc_remaining(struct bio* bio);
bool bioset_initialized(struct bio_set* bs);
void bio_set_polled(struct bio* bio, struct kiocb* kiocb);
void bio_clear_polled(struct bio* bio);

#define bio_prio(bio) ((bio)->bi_ioprio)
#define bio_iter_iovec(bio, iter) bvec_iter_bvec((bio)->bi_io_vec, (iter))
#define bio_data_dir(bio) (op_is_write(bio_op(bio)) ? WRITE : READ)
#define bio_sectors(bio) ((bio)->bi_iter.bi_size >> 9)
#define bio_end_sector(bio) ((bio)->bi_iter.bi_sector + bio_sectors(bio))
#define __bio_for_each_segment(bvl, bio, iter, start)                                \
  for (iter = (start); (iter).bi_size && ((bvl = bio_iter_iovec((bio), (iter))), 1); \
       bio_advance_iter_single((bio), &(iter), (bvl).bv_len))
#define bio_for_each_segment(bvl, bio, iter) __bio_for_each_segment(bvl, bio, iter, (bio)->bi_iter)

#endif
