// Maps from ranges of unsigned long to pointers. Linux: 6.1 lib/maple_tree.c.
//
// Layouts and cursor states are those of 6.1; what a cursor's node points to is our own.
#ifndef _LINUX_MAPLE_TREE_H
#define _LINUX_MAPLE_TREE_H

#include <linux/rcupdate.h>
#include <linux/spinlock.h>
#include <linux/types.h>
#include <linux/xarray.h>

#define MT_FLAGS_ALLOC_RANGE 0x01
#define MT_FLAGS_USE_RCU 0x02
#define MT_FLAGS_HEIGHT_OFFSET 0x02
#define MT_FLAGS_HEIGHT_MASK 0x7C
#define MT_FLAGS_LOCK_MASK 0x300
#define MT_FLAGS_LOCK_IRQ 0x100
#define MT_FLAGS_LOCK_BH 0x200
#define MT_FLAGS_LOCK_EXTERN 0x300

struct maple_alloc;
struct maple_enode;
typedef struct {
} lockdep_map_p;
struct maple_tree {
  union {
    spinlock_t ma_lock;
    lockdep_map_p ma_external_lock;
  };
  void __rcu* ma_root;
  unsigned int ma_flags;
};
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
_Static_assert(sizeof(struct maple_tree) == 12 && sizeof(struct ma_state) == 32, "6.1 i386");

#define MTREE_INIT(name, __flags) \
  { .ma_flags = __flags, .ma_root = NULL, }
#define MTREE_INIT_EXT(name, __flags, __lock) MTREE_INIT(name, (__flags) | MT_FLAGS_LOCK_EXTERN)
#define DEFINE_MTREE(name) struct maple_tree name = MTREE_INIT(name, 0)
#define mtree_lock(mt) spin_lock(&(mt)->ma_lock)
#define mtree_unlock(mt) spin_unlock(&(mt)->ma_lock)

#define MAS_START ((struct maple_enode*)1UL)
#define MAS_ROOT ((struct maple_enode*)5UL)
#define MAS_NONE ((struct maple_enode*)9UL)
#define MAS_PAUSE ((struct maple_enode*)17UL)
#define MA_ERROR(err) ((struct maple_enode*)(((unsigned long)err << 2) | 2UL))
#define MA_STATE(name, mt, first, end) \
  struct ma_state name = {             \
      .tree = mt, .index = first, .last = end, .node = MAS_START, .min = 0, .max = ULONG_MAX}

static inline void mt_init_flags(struct maple_tree* mt, unsigned int flags) {
  *mt = (struct maple_tree){.ma_flags = flags};
}
static inline void mt_init(struct maple_tree* mt) { mt_init_flags(mt, 0); }
static inline bool mtree_empty(const struct maple_tree* mt) { return mt->ma_root == NULL; }
static inline bool mas_is_none(struct ma_state* mas) { return mas->node == MAS_NONE; }
static inline bool mas_is_paused(struct ma_state* mas) { return mas->node == MAS_PAUSE; }
static inline void mas_reset(struct ma_state* mas) { mas->node = MAS_START; }
static inline void mas_set_range(struct ma_state* mas, unsigned long start, unsigned long last) {
  mas->index = start;
  mas->last = last;
  mas->node = MAS_START;
}
static inline void mas_set(struct ma_state* mas, unsigned long index) {
  mas_set_range(mas, index, index);
}
#define mas_lock(mas) spin_lock(&((mas)->tree->ma_lock))
#define mas_unlock(mas) spin_unlock(&((mas)->tree->ma_lock))

void* mtree_load(struct maple_tree* mt, unsigned long index);
int mtree_insert(struct maple_tree* mt, unsigned long index, void* entry, gfp_t gfp);
int mtree_insert_range(struct maple_tree* mt, unsigned long first, unsigned long last, void* entry,
                       gfp_t gfp);
int mtree_alloc_range(struct maple_tree* mt, unsigned long* startp, void* entry, unsigned long size,
                      unsigned long min, unsigned long max, gfp_t gfp);
int mtree_alloc_rrange(struct maple_tree* mt, unsigned long* startp, void* entry,
                       unsigned long size, unsigned long min, unsigned long max, gfp_t gfp);
int mtree_store_range(struct maple_tree* mt, unsigned long first, unsigned long last, void* entry,
                      gfp_t gfp);
int mtree_store(struct maple_tree* mt, unsigned long index, void* entry, gfp_t gfp);
void* mtree_erase(struct maple_tree* mt, unsigned long index);
void mtree_destroy(struct maple_tree* mt);
void __mt_destroy(struct maple_tree* mt);
void* mas_walk(struct ma_state* mas);
void* mas_store(struct ma_state* mas, void* entry);
void* mas_erase(struct ma_state* mas);
int mas_store_gfp(struct ma_state* mas, void* entry, gfp_t gfp);
void mas_store_prealloc(struct ma_state* mas, void* entry);
void* mas_find(struct ma_state* mas, unsigned long max);
void* mas_find_rev(struct ma_state* mas, unsigned long min);
void* mas_next(struct ma_state* mas, unsigned long max);
void* mas_prev(struct ma_state* mas, unsigned long min);
void mas_pause(struct ma_state* mas);
void mas_destroy(struct ma_state* mas);
int mas_expected_entries(struct ma_state* mas, unsigned long nr_entries);
int mas_empty_area(struct ma_state* mas, unsigned long min, unsigned long max, unsigned long size);
int mas_empty_area_rev(struct ma_state* mas, unsigned long min, unsigned long max,
                       unsigned long size);
void* mt_find(struct maple_tree* mt, unsigned long* index, unsigned long max);
void* mt_find_after(struct maple_tree* mt, unsigned long* index, unsigned long max);
void* mt_prev(struct maple_tree* mt, unsigned long index, unsigned long min);
void* mt_next(struct maple_tree* mt, unsigned long index, unsigned long max);

#define mas_for_each(__mas, __entry, __max) while (((__entry) = mas_find((__mas), (__max))) != NULL)
#define mt_for_each(__tree, __entry, __index, __max)          \
  for (__entry = mt_find(__tree, &(__index), __max); __entry; \
       __entry = mt_find_after(__tree, &(__index), __max))

struct callback_head;
struct ma_topiary;
struct ma_wr_state;
struct maple_alloc;
struct maple_arange_64;
struct maple_metadata;
struct maple_node;
struct maple_pnode;
struct maple_range_64;
struct maple_topiary;

#define MAPLE_NODE_SLOTS 63
#define MAPLE_RANGE64_SLOTS 32
#define MAPLE_ARANGE64_SLOTS 21
#define MAPLE_ARANGE64_META_MAX 31
#define MAPLE_ALLOC_SLOTS (MAPLE_NODE_SLOTS - 2)
#define MAPLE_NODE_MASK 255UL
#define MAPLE_HEIGHT_MAX 31
#define MAPLE_NODE_TYPE_MASK 0x0F
#define MAPLE_NODE_TYPE_SHIFT 0x03
#define MAPLE_RESERVED_RANGE 4096
struct maple_metadata {
  unsigned char end;
  unsigned char gap;
};
struct maple_range_64 {
  struct maple_pnode* parent;
  unsigned long pivot[31];
  union {
    void* slot[32];
    struct {
      void* pad[31];
      struct maple_metadata meta;
    };
  };
};
struct maple_arange_64 {
  struct maple_pnode* parent;
  unsigned long pivot[20];
  void* slot[21];
  unsigned long gap[21];
  struct maple_metadata meta;
};
struct maple_alloc {
  unsigned long total;
  unsigned char node_count;
  unsigned int request_count;
  struct maple_alloc* slot[61];
};
struct maple_topiary {
  struct maple_pnode* parent;
  struct maple_enode* next;
};
enum maple_type { maple_dense, maple_leaf_64, maple_range_64, maple_arange_64 };
struct maple_node {
  union {
    struct {
      struct maple_pnode* parent;
      void* slot[63];
    };
    struct {
      void* pad;
      struct callback_head rcu;
      struct maple_enode* piv_parent;
      unsigned char parent_slot;
      enum maple_type type;
      unsigned char slot_len;
      unsigned int ma_flags;
    };
    struct maple_range_64 mr64;
    struct maple_arange_64 ma64;
    struct maple_alloc alloc;
  };
};
struct ma_topiary {
  struct maple_enode* head;
  struct maple_enode* tail;
  struct maple_tree* mtree;
};
struct ma_wr_state {
  struct ma_state* mas;
  struct maple_node* node;
  unsigned long r_min;
  unsigned long r_max;
  enum maple_type type;
  unsigned char offset_end;
  unsigned char node_end;
  unsigned long* pivots;
  unsigned long end_piv;
  void** slots;
  void* entry;
  void* content;
};
int mas_preallocate(struct ma_state* mas, void* entry, gfp_t gfp);
bool mas_is_err(struct ma_state* mas);
bool mas_nomem(struct ma_state* mas, gfp_t gfp);
void maple_tree_init(void);
void mas_dup_tree(struct ma_state* oldmas, struct ma_state* mas);
void mas_dup_store(struct ma_state* mas, void* entry);

#define MT_BUG_ON(tree, condition) BUG_ON(condition)

#endif
