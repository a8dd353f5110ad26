// XArrays: pointers and small values by index, with three marks.
//
// The node layout and the encoding of entries are those of 6.1, so the inline functions of the real
// headers work on our trees: values are (v << 1) | 1, internal entries (v << 2) | 2, nodes ptr | 2.
// An entry of several indices is in its first slot; the others hold siblings.
#ifndef _LINUX_XARRAY_H
#define _LINUX_XARRAY_H

#include <linux/bitmap.h>
#include <linux/bug.h>
#include <linux/gfp.h>
#include <linux/kernel.h>
#include <linux/rcupdate.h>
#include <linux/spinlock.h>
#include <linux/types.h>

#define XA_CHUNK_SHIFT 6
#define XA_CHUNK_SIZE (1UL << XA_CHUNK_SHIFT)
#define XA_CHUNK_MASK (XA_CHUNK_SIZE - 1)
#define XA_MAX_MARKS 3
#define XA_MARK_LONGS BITS_TO_LONGS(XA_CHUNK_SIZE)

typedef unsigned __bitwise xa_mark_t;
#define XA_MARK_0 ((xa_mark_t)0U)
#define XA_MARK_1 ((xa_mark_t)1U)
#define XA_MARK_2 ((xa_mark_t)2U)
#define XA_PRESENT ((xa_mark_t)8U)
#define XA_MARK_MAX XA_MARK_2
#define XA_FREE_MARK XA_MARK_0

#define XA_FLAGS_LOCK_IRQ 1U
#define XA_FLAGS_LOCK_BH 2U
#define XA_FLAGS_TRACK_FREE 4U
#define XA_FLAGS_ZERO_BUSY 8U
#define XA_FLAGS_ALLOC_WRAPPED 16U
#define XA_FLAGS_ACCOUNT 32U
#define XA_FLAGS_MARK(mark) ((gfp_t)((1U << __GFP_BITS_SHIFT) << (unsigned)(mark)))
#define XA_FLAGS_ALLOC (XA_FLAGS_TRACK_FREE | XA_FLAGS_MARK(XA_FREE_MARK))
#define XA_FLAGS_ALLOC1 (XA_FLAGS_TRACK_FREE | XA_FLAGS_ZERO_BUSY)

struct xarray {
  spinlock_t xa_lock;
  gfp_t xa_flags;
  void* xa_head;
};
struct xa_node {
  unsigned char shift;
  unsigned char offset;
  unsigned char count;
  unsigned char nr_values;
  struct xa_node* parent;
  struct xarray* array;
  union {
    struct list_head private_list;
    struct rcu_head rcu_head;
  };
  void* slots[XA_CHUNK_SIZE];
  union {
    unsigned long tags[XA_MAX_MARKS][XA_MARK_LONGS];
    unsigned long marks[XA_MAX_MARKS][XA_MARK_LONGS];
  };
};
_Static_assert(sizeof(struct xarray) == 12 && sizeof(struct xa_node) == 300, "6.1 i386");

struct xa_limit {
  u32 max;
  u32 min;
};
#define XA_LIMIT(_min, _max) ((struct xa_limit){.min = _min, .max = _max})
#define xa_limit_32b XA_LIMIT(0, UINT_MAX)
#define xa_limit_31b XA_LIMIT(0, INT_MAX)
#define xa_limit_16b XA_LIMIT(0, USHRT_MAX)

#define XARRAY_INIT(name, flags) \
  { .xa_flags = flags }
#define DEFINE_XARRAY_FLAGS(name, flags) struct xarray name = XARRAY_INIT(name, flags)
#define DEFINE_XARRAY(name) DEFINE_XARRAY_FLAGS(name, 0)
#define DEFINE_XARRAY_ALLOC(name) DEFINE_XARRAY_FLAGS(name, XA_FLAGS_ALLOC)
#define DEFINE_XARRAY_ALLOC1(name) DEFINE_XARRAY_FLAGS(name, XA_FLAGS_ALLOC1)

static inline void* xa_mk_value(unsigned long v) { return (void*)((v << 1) | 1); }
static inline unsigned long xa_to_value(const void* entry) { return (unsigned long)entry >> 1; }
static inline bool xa_is_value(const void* entry) { return (unsigned long)entry & 1; }
static inline void* xa_tag_pointer(void* p, unsigned long tag) {
  return (void*)((unsigned long)p | tag);
}
static inline void* xa_untag_pointer(void* entry) { return (void*)((unsigned long)entry & ~3UL); }
static inline unsigned int xa_pointer_tag(void* entry) { return (unsigned long)entry & 3UL; }
static inline void* xa_mk_internal(unsigned long v) { return (void*)((v << 2) | 2); }
static inline unsigned long xa_to_internal(const void* entry) { return (unsigned long)entry >> 2; }
static inline bool xa_is_internal(const void* entry) { return ((unsigned long)entry & 3) == 2; }
static inline void* xa_mk_sibling(unsigned int offset) { return xa_mk_internal(offset); }
static inline unsigned long xa_to_sibling(const void* entry) { return xa_to_internal(entry); }
static inline bool xa_is_sibling(const void* entry) {
  return xa_is_internal(entry) &&
         (unsigned long)entry < (unsigned long)xa_mk_sibling(XA_CHUNK_SIZE - 1);
}
#define XA_RETRY_ENTRY xa_mk_internal(256)
#define XA_ZERO_ENTRY xa_mk_internal(257)
#define xa_is_retry(entry) ((entry) == XA_RETRY_ENTRY)
#define xa_is_zero(entry) ((entry) == XA_ZERO_ENTRY)
static inline bool xa_is_err(const void* entry) {
  return xa_is_internal(entry) && (unsigned long)entry >= (unsigned long)-(4 * MAX_ERRNO + 2);
}
static inline int xa_err(void* entry) { return xa_is_err(entry) ? (long)entry >> 2 : 0; }
static inline bool xa_is_node(const void* entry) {
  return xa_is_internal(entry) && (unsigned long)entry > 4096;
}
static inline struct xa_node* xa_to_node(const void* entry) {
  return (struct xa_node*)((unsigned long)entry - 2);
}
static inline void* xa_mk_node(const struct xa_node* node) {
  return (void*)((unsigned long)node | 2);
}
static inline bool xa_is_advanced(const void* entry) {
  return xa_is_internal(entry) && entry <= XA_RETRY_ENTRY;
}

static inline void xa_init_flags(struct xarray* xa, gfp_t flags) {
  *xa = (struct xarray){.xa_flags = flags};
}
static inline void xa_init(struct xarray* xa) { xa_init_flags(xa, 0); }
static inline bool xa_empty(const struct xarray* xa) { return xa->xa_head == NULL; }
static inline bool xa_marked(const struct xarray* xa, xa_mark_t mark) {
  return xa->xa_flags & XA_FLAGS_MARK(mark);
}

void* xa_load(struct xarray*, unsigned long index);
void* xa_store(struct xarray*, unsigned long index, void* entry, gfp_t);
void* xa_erase(struct xarray*, unsigned long index);
void* xa_store_range(struct xarray*, unsigned long first, unsigned long last, void* entry, gfp_t);
bool xa_get_mark(struct xarray*, unsigned long index, xa_mark_t);
void xa_set_mark(struct xarray*, unsigned long index, xa_mark_t);
void xa_clear_mark(struct xarray*, unsigned long index, xa_mark_t);
void* xa_find(struct xarray* xa, unsigned long* index, unsigned long max, xa_mark_t);
void* xa_find_after(struct xarray* xa, unsigned long* index, unsigned long max, xa_mark_t);
unsigned int xa_extract(struct xarray*, void** dst, unsigned long start, unsigned long max,
                        unsigned int n, xa_mark_t);
void xa_destroy(struct xarray*);
int xa_get_order(struct xarray*, unsigned long index);
void* __xa_erase(struct xarray*, unsigned long index);
void* __xa_store(struct xarray*, unsigned long index, void* entry, gfp_t);
void* __xa_cmpxchg(struct xarray*, unsigned long index, void* old, void* entry, gfp_t);
int __must_check __xa_insert(struct xarray*, unsigned long index, void* entry, gfp_t);
int __must_check __xa_alloc(struct xarray*, u32* id, void* entry, struct xa_limit, gfp_t);
int __must_check __xa_alloc_cyclic(struct xarray*, u32* id, void* entry, struct xa_limit, u32* next,
                                   gfp_t);
void __xa_set_mark(struct xarray*, unsigned long index, xa_mark_t);
void __xa_clear_mark(struct xarray*, unsigned long index, xa_mark_t);

#define xa_trylock(xa) spin_trylock(&(xa)->xa_lock)
#define xa_lock(xa) spin_lock(&(xa)->xa_lock)
#define xa_unlock(xa) spin_unlock(&(xa)->xa_lock)
#define xa_lock_bh(xa) spin_lock_bh(&(xa)->xa_lock)
#define xa_unlock_bh(xa) spin_unlock_bh(&(xa)->xa_lock)
#define xa_lock_irq(xa) spin_lock_irq(&(xa)->xa_lock)
#define xa_unlock_irq(xa) spin_unlock_irq(&(xa)->xa_lock)
#define xa_lock_irqsave(xa, flags) spin_lock_irqsave(&(xa)->xa_lock, flags)
#define xa_unlock_irqrestore(xa, flags) spin_unlock_irqrestore(&(xa)->xa_lock, flags)

#define __MM32_XA_LOCKED(xa, lock, unlock, call) \
  ({                                             \
    typeof(call) __xa_result;                    \
    lock(xa);                                    \
    __xa_result = (call);                        \
    unlock(xa);                                  \
    __xa_result;                                 \
  })
#define xa_store_bh(xa, i, e, gfp) \
  __MM32_XA_LOCKED(xa, xa_lock_bh, xa_unlock_bh, __xa_store(xa, i, e, gfp))
#define xa_store_irq(xa, i, e, gfp) \
  __MM32_XA_LOCKED(xa, xa_lock_irq, xa_unlock_irq, __xa_store(xa, i, e, gfp))
#define xa_erase_bh(xa, i) __MM32_XA_LOCKED(xa, xa_lock_bh, xa_unlock_bh, __xa_erase(xa, i))
#define xa_erase_irq(xa, i) __MM32_XA_LOCKED(xa, xa_lock_irq, xa_unlock_irq, __xa_erase(xa, i))
#define xa_cmpxchg(xa, i, old, e, gfp) \
  __MM32_XA_LOCKED(xa, xa_lock, xa_unlock, __xa_cmpxchg(xa, i, old, e, gfp))
#define xa_insert(xa, i, e, gfp) \
  __MM32_XA_LOCKED(xa, xa_lock, xa_unlock, __xa_insert(xa, i, e, gfp))
#define xa_insert_bh(xa, i, e, gfp) \
  __MM32_XA_LOCKED(xa, xa_lock_bh, xa_unlock_bh, __xa_insert(xa, i, e, gfp))
#define xa_insert_irq(xa, i, e, gfp) \
  __MM32_XA_LOCKED(xa, xa_lock_irq, xa_unlock_irq, __xa_insert(xa, i, e, gfp))
#define xa_alloc(xa, id, e, limit, gfp) \
  __MM32_XA_LOCKED(xa, xa_lock, xa_unlock, __xa_alloc(xa, id, e, limit, gfp))
#define xa_alloc_bh(xa, id, e, limit, gfp) \
  __MM32_XA_LOCKED(xa, xa_lock_bh, xa_unlock_bh, __xa_alloc(xa, id, e, limit, gfp))
#define xa_alloc_irq(xa, id, e, limit, gfp) \
  __MM32_XA_LOCKED(xa, xa_lock_irq, xa_unlock_irq, __xa_alloc(xa, id, e, limit, gfp))
#define xa_alloc_cyclic(xa, id, e, limit, next, gfp) \
  __MM32_XA_LOCKED(xa, xa_lock, xa_unlock, __xa_alloc_cyclic(xa, id, e, limit, next, gfp))
#define xa_reserve(xa, i, gfp) xa_err(xa_cmpxchg(xa, i, NULL, XA_ZERO_ENTRY, gfp))
#define xa_release(xa, i) ((void)xa_cmpxchg(xa, i, XA_ZERO_ENTRY, NULL, 0))

#define xa_for_each_range(xa, index, entry, start, last)                    \
  for (index = start, entry = xa_find(xa, &index, last, XA_PRESENT); entry; \
       entry = xa_find_after(xa, &index, last, XA_PRESENT))
#define xa_for_each_start(xa, index, entry, start) \
  xa_for_each_range(xa, index, entry, start, ULONG_MAX)
#define xa_for_each(xa, index, entry) xa_for_each_start(xa, index, entry, 0)
#define xa_for_each_marked(xa, index, entry, filter)                     \
  for (index = 0, entry = xa_find(xa, &index, ULONG_MAX, filter); entry; \
       entry = xa_find_after(xa, &index, ULONG_MAX, filter))

#include <linux/xa_state_mm32.h>

struct xa_state;

#define BITS_PER_XA_VALUE (BITS_PER_LONG - 1)
enum xa_lock_type { XA_LOCK_IRQ = 1, XA_LOCK_BH };
void xa_dump(const struct xarray*);
void xa_dump_node(const struct xa_node*);
void xas_destroy(struct xa_state*);
enum { XA_CHECK_SCHED = 0x1000 };

#define XA_BUG_ON(xa, x) \
  do {                   \
  } while (0)
#define XA_NODE_BUG_ON(node, x) \
  do {                          \
  } while (0)
#define xa_lock_nested(xa, subclass) xa_lock(xa)
#define xa_lock_bh_nested(xa, subclass) xa_lock_bh(xa)
#define xa_lock_irq_nested(xa, subclass) xa_lock_irq(xa)
#define xa_lock_irqsave_nested(xa, flags, subclass) xa_lock_irqsave(xa, flags)
static inline void* xa_cmpxchg_bh(struct xarray* xa, unsigned long index, void* old, void* entry,
                                  gfp_t gfp) {
  return __MM32_XA_LOCKED(xa, xa_lock_bh, xa_unlock_bh, __xa_cmpxchg(xa, index, old, entry, gfp));
}
static inline void* xa_cmpxchg_irq(struct xarray* xa, unsigned long index, void* old, void* entry,
                                   gfp_t gfp) {
  return __MM32_XA_LOCKED(xa, xa_lock_irq, xa_unlock_irq, __xa_cmpxchg(xa, index, old, entry, gfp));
}
static inline int xa_alloc_cyclic_bh(struct xarray* xa, u32* id, void* entry, struct xa_limit limit,
                                     u32* next, gfp_t gfp) {
  return __MM32_XA_LOCKED(xa, xa_lock_bh, xa_unlock_bh,
                          __xa_alloc_cyclic(xa, id, entry, limit, next, gfp));
}
static inline int xa_alloc_cyclic_irq(struct xarray* xa, u32* id, void* entry,
                                      struct xa_limit limit, u32* next, gfp_t gfp) {
  return __MM32_XA_LOCKED(xa, xa_lock_irq, xa_unlock_irq,
                          __xa_alloc_cyclic(xa, id, entry, limit, next, gfp));
}
static inline int xa_reserve_bh(struct xarray* xa, unsigned long index, gfp_t gfp) {
  return xa_err(xa_cmpxchg_bh(xa, index, NULL, XA_ZERO_ENTRY, gfp));
}
static inline int xa_reserve_irq(struct xarray* xa, unsigned long index, gfp_t gfp) {
  return xa_err(xa_cmpxchg_irq(xa, index, NULL, XA_ZERO_ENTRY, gfp));
}
static inline void* xa_head(const struct xarray* xa) { return READ_ONCE(xa->xa_head); }
static inline void* xa_head_locked(const struct xarray* xa) { return xa->xa_head; }
static inline void* xa_entry(const struct xarray* xa, const struct xa_node* node,
                             unsigned int offset) {
  return READ_ONCE(node->slots[offset]);
}
static inline void* xa_entry_locked(const struct xarray* xa, const struct xa_node* node,
                                    unsigned int offset) {
  return node->slots[offset];
}
static inline struct xa_node* xa_parent(const struct xarray* xa, const struct xa_node* node) {
  return READ_ONCE(node->parent);
}
static inline struct xa_node* xa_parent_locked(const struct xarray* xa,
                                               const struct xa_node* node) {
  return node->parent;
}
static inline bool xas_top(struct xa_node* node) { return node <= XAS_RESTART; }
static inline void xas_advance(struct xa_state* xas, unsigned long index) {
  unsigned char shift = xas_is_node(xas) ? xas->xa_node->shift : 0;
  xas->xa_index = index;
  xas->xa_offset = (index >> shift) & XA_CHUNK_MASK;
}

#endif
