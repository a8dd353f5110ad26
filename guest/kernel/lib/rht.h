// What the files of the resizable hash table share.
//
// R1 every chain ends with RHT_NULLS_MARKER of its bucket; an empty bucket is NULL. R2 a table that
// has been replaced is freed when the readers have left; its rcu.func says so until then. R3 there
// is never a second generation on the way (future_tbl) outside of rht_resize. Tables are never
// nested: one that is too large for the allocator in atomic context stays small.
#ifndef GUEST_KERNEL_LIB_RHT_H
#define GUEST_KERNEL_LIB_RHT_H

#include <linux/rhashtable.h>

struct rhash_head** rht_slot(struct bucket_table* tbl, unsigned int bucket);
// The first entry of a chain, or a nulls marker.
struct rhash_head* rht_first(struct bucket_table* tbl, unsigned int bucket);
unsigned int rht_bucket_of(const struct rhashtable* ht, const struct bucket_table* tbl,
                           const struct rhash_head* he);
unsigned int rht_bucket_of_key(const struct rhashtable* ht, const struct bucket_table* tbl,
                               const void* key);
// Puts an entry in front of its chain.
void rht_push(struct bucket_table* tbl, unsigned int bucket, struct rhash_head* he);
bool rht_is_replaced(const struct bucket_table* tbl);
int rht_resize(struct rhashtable* ht, unsigned int size, gfp_t gfp);
void rht_adapt(struct rhashtable* ht, gfp_t gfp);

#endif
