// The advanced interface of <linux/xarray.h>: a cursor (struct xa_state) and the xas_ functions.
#include <linux/xarray.h>
#ifndef _LINUX_XA_STATE_MM32_H
#define _LINUX_XA_STATE_MM32_H

typedef void (*xa_update_node_t)(struct xa_node* node);
struct list_lru;
struct xa_state {
  struct xarray* xa;
  unsigned long xa_index;
  unsigned char xa_shift;
  unsigned char xa_sibs;
  unsigned char xa_offset;
  unsigned char xa_pad;
  struct xa_node* xa_node;
  struct xa_node* xa_alloc;
  xa_update_node_t xa_update;
  struct list_lru* xa_lru;
};
#define XA_ERROR(errno) ((struct xa_node*)(((unsigned long)errno << 2) | 2UL))
#define XAS_BOUNDS ((struct xa_node*)1UL)
#define XAS_RESTART ((struct xa_node*)3UL)
#define __XA_STATE(array, index, shift, sibs) \
  { .xa = array, .xa_index = index, .xa_shift = shift, .xa_sibs = sibs, .xa_node = XAS_RESTART }
#define XA_STATE(name, array, index) struct xa_state name = __XA_STATE(array, index, 0, 0)
#define XA_STATE_ORDER(name, array, index, order)                                              \
  struct xa_state name =                                                                       \
      __XA_STATE(array, ((index) >> (order)) << (order), (order) - ((order) % XA_CHUNK_SHIFT), \
                 (1U << ((order) % XA_CHUNK_SHIFT)) - 1)

#define xas_marked(xas, mark) xa_marked((xas)->xa, (mark))
#define xas_trylock(xas) xa_trylock((xas)->xa)
#define xas_lock(xas) xa_lock((xas)->xa)
#define xas_unlock(xas) xa_unlock((xas)->xa)
#define xas_lock_bh(xas) xa_lock_bh((xas)->xa)
#define xas_unlock_bh(xas) xa_unlock_bh((xas)->xa)
#define xas_lock_irq(xas) xa_lock_irq((xas)->xa)
#define xas_unlock_irq(xas) xa_unlock_irq((xas)->xa)
#define xas_lock_irqsave(xas, flags) xa_lock_irqsave((xas)->xa, flags)
#define xas_unlock_irqrestore(xas, flags) xa_unlock_irqrestore((xas)->xa, flags)

static inline int xas_error(const struct xa_state* xas) { return xa_err(xas->xa_node); }
static inline void xas_set_err(struct xa_state* xas, long err) { xas->xa_node = XA_ERROR(err); }
static inline bool xas_invalid(const struct xa_state* xas) {
  return (unsigned long)xas->xa_node & 3;
}
static inline bool xas_valid(const struct xa_state* xas) { return !xas_invalid(xas); }
static inline bool xas_frozen(const struct xa_node* node) { return (unsigned long)node & 2; }
static inline bool xas_not_node(struct xa_node* node) { return ((unsigned long)node & 3) || !node; }
static inline bool xas_is_node(const struct xa_state* xas) {
  return xas_valid(xas) && xas->xa_node;
}
static inline void xas_reset(struct xa_state* xas) { xas->xa_node = XAS_RESTART; }
static inline bool xas_retry(struct xa_state* xas, const void* entry) {
  if (xa_is_zero(entry)) return true;
  if (!xa_is_retry(entry)) return false;
  xas_reset(xas);
  return true;
}
static inline void xas_set(struct xa_state* xas, unsigned long index) {
  xas->xa_index = index;
  xas->xa_node = XAS_RESTART;
}

static inline void xas_set_order(struct xa_state* xas, unsigned long index, unsigned int order) {
  xas->xa_index = order < BITS_PER_LONG ? (index >> order) << order : 0;
  xas->xa_shift = order - (order % XA_CHUNK_SHIFT);
  xas->xa_sibs = (1 << (order % XA_CHUNK_SHIFT)) - 1;
  xas->xa_node = XAS_RESTART;
}
static inline void xas_set_update(struct xa_state* xas, xa_update_node_t update) {
  xas->xa_update = update;
}
static inline void xas_set_lru(struct xa_state* xas, struct list_lru* lru) { xas->xa_lru = lru; }
static inline void* xas_reload(struct xa_state* xas) {
  struct xa_node* node = xas->xa_node;
  void* entry;
  if (!node) return xas->xa->xa_head;
  entry = node->slots[(xas->xa_index >> node->shift) & XA_CHUNK_MASK];
  return xa_is_sibling(entry) ? node->slots[xa_to_sibling(entry)] : entry;
}

void* xas_load(struct xa_state*);
void* xas_store(struct xa_state*, void* entry);
void* xas_find(struct xa_state*, unsigned long max);
void* xas_find_conflict(struct xa_state*);
void* xas_find_marked(struct xa_state*, unsigned long max, xa_mark_t);
void* __xas_next(struct xa_state*);
void* __xas_prev(struct xa_state*);
bool xas_get_mark(const struct xa_state*, xa_mark_t);
void xas_set_mark(const struct xa_state*, xa_mark_t);
void xas_clear_mark(const struct xa_state*, xa_mark_t);
void xas_init_marks(const struct xa_state*);
bool xas_nomem(struct xa_state*, gfp_t);
void xas_pause(struct xa_state*);
void xas_create_range(struct xa_state*);
int xas_get_order(struct xa_state*);
void xas_split(struct xa_state*, void* entry, unsigned int order);
void xas_split_alloc(struct xa_state*, void* entry, unsigned int order, gfp_t);
void xa_delete_node(struct xa_node*, xa_update_node_t);
#define xas_next(xas) __xas_next(xas)
#define xas_prev(xas) __xas_prev(xas)
#define xas_next_entry(xas, max) xas_find(xas, max)
#define xas_next_marked(xas, max, mark) xas_find_marked(xas, max, mark)
#define xas_for_each(xas, entry, max) \
  for (entry = xas_find(xas, max); entry; entry = xas_next_entry(xas, max))
#define xas_for_each_marked(xas, entry, max, mark) \
  for (entry = xas_find_marked(xas, max, mark); entry; entry = xas_next_marked(xas, max, mark))
#define xas_for_each_conflict(xas, entry) while ((entry = xas_find_conflict(xas)))

#endif
