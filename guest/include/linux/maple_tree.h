// The layout of a maple tree, the map from ranges to pointers that an address space has.
#ifndef _LINUX_MAPLE_TREE_H
#define _LINUX_MAPLE_TREE_H

#include <linux/kernel.h>
#include <linux/rcupdate.h>
#include <linux/spinlock.h>
#include <linux/spinlock_types.h>
#include <linux/types.h>

struct ma_state;
struct maple_alloc;
struct maple_enode;
struct maple_tree;

typedef struct {
} lockdep_map_p;
struct maple_tree {
  union {
    spinlock_t ma_lock;
    lockdep_map_p ma_external_lock;
  };
  void* ma_root;
  unsigned int ma_flags;
};
_Static_assert(sizeof(struct maple_tree) == 12, "struct maple_tree of 6.1 i386");
struct ma_state {
  struct maple_tree* tree;
  unsigned long index;
  unsigned long last;
  struct maple_enode* node;
  unsigned long min;
  unsigned long max;
  struct maple_alloc* alloc;
  unsigned char depth;
  unsigned char offset;
  unsigned char mas_flags;
};
_Static_assert(sizeof(struct ma_state) == 32, "struct ma_state of 6.1 i386");

void* mtree_load(struct maple_tree*, unsigned long);
int mtree_insert(struct maple_tree*, unsigned long, void*, gfp_t);
int mtree_insert_range(struct maple_tree*, unsigned long, unsigned long, void*, gfp_t);
int mtree_alloc_range(struct maple_tree*, unsigned long*, void*, unsigned long, unsigned long,
                      unsigned long, gfp_t);
int mtree_alloc_rrange(struct maple_tree*, unsigned long*, void*, unsigned long, unsigned long,
                       unsigned long, gfp_t);
int mtree_store_range(struct maple_tree*, unsigned long, unsigned long, void*, gfp_t);
int mtree_store(struct maple_tree*, unsigned long, void*, gfp_t);
void* mtree_erase(struct maple_tree*, unsigned long);
void mtree_destroy(struct maple_tree*);
void __mt_destroy(struct maple_tree*);
void* mas_walk(struct ma_state*);
void* mas_store(struct ma_state*, void*);
void* mas_erase(struct ma_state*);
int mas_store_gfp(struct ma_state*, void*, gfp_t);
void mas_store_prealloc(struct ma_state*, void*);
void* mas_find(struct ma_state*, unsigned long);
void* mas_find_rev(struct ma_state*, unsigned long);
void mas_pause(struct ma_state*);
void mas_destroy(struct ma_state*);
int mas_expected_entries(struct ma_state*, unsigned long);
void* mas_prev(struct ma_state*, unsigned long);
void* mas_next(struct ma_state*, unsigned long);
int mas_empty_area(struct ma_state*, unsigned long, unsigned long, unsigned long);
int mas_empty_area_rev(struct ma_state*, unsigned long, unsigned long, unsigned long);
void* mt_find(struct maple_tree*, unsigned long*, unsigned long);
void* mt_find_after(struct maple_tree*, unsigned long*, unsigned long);
void* mt_prev(struct maple_tree*, unsigned long, unsigned long);
void* mt_next(struct maple_tree*, unsigned long, unsigned long);

#define MTREE_INIT(name, __flags) \
  { .ma_lock = __SPIN_LOCK_UNLOCKED((name).ma_lock), .ma_flags = __flags, .ma_root = NULL }
#define DEFINE_MTREE(name) struct maple_tree name = MTREE_INIT(name, 0)
#define MT_FLAGS_ALLOC_RANGE 0x01
#define MT_FLAGS_USE_RCU 0x02
static inline void mt_init_flags(struct maple_tree* mt, unsigned int flags) {
  mt->ma_flags = flags;
  spin_lock_init(&mt->ma_lock);
  mt->ma_root = NULL;
}
#define mt_init(mt) mt_init_flags(mt, 0)
static inline bool mtree_empty(const struct maple_tree* mt) { return mt->ma_root == NULL; }
#define mtree_lock(mt) spin_lock((&(mt)->ma_lock))
#define mtree_unlock(mt) spin_unlock((&(mt)->ma_lock))

#endif
