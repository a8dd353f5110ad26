// Numbers for pointers (idr), and numbers alone (ida).
#ifndef _LINUX_IDR_H
#define _LINUX_IDR_H

#include <linux/gfp.h>
#include <linux/percpu.h>
#include <linux/radix-tree.h>
#include <linux/types.h>

struct idr {
  struct radix_tree_root idr_rt;
  unsigned int idr_base;
  unsigned int idr_next;
};
#define IDR_FREE 0
#define IDR_RT_MARKER (ROOT_IS_IDR | (gfp_t)(1 << (ROOT_TAG_SHIFT + IDR_FREE)))
#define IDR_INIT_BASE(name, base) \
  { .idr_rt = RADIX_TREE_INIT(name, IDR_RT_MARKER), .idr_base = (base), .idr_next = 0, }
#define IDR_INIT(name) IDR_INIT_BASE(name, 0)
#define DEFINE_IDR(name) struct idr name = IDR_INIT(name)

void idr_preload(gfp_t gfp_mask);
int idr_alloc(struct idr*, void* ptr, int start, int end, gfp_t);
int __must_check idr_alloc_u32(struct idr*, void* ptr, u32* id, unsigned long max, gfp_t);
int idr_alloc_cyclic(struct idr*, void* ptr, int start, int end, gfp_t);
void* idr_remove(struct idr*, unsigned long id);
void* idr_find(const struct idr*, unsigned long id);
int idr_for_each(const struct idr*, int (*fn)(int id, void* p, void* data), void* data);
void* idr_get_next(struct idr*, int* nextid);
void* idr_get_next_ul(struct idr*, unsigned long* nextid);
void* idr_replace(struct idr*, void*, unsigned long id);
void idr_destroy(struct idr*);

static inline void idr_init_base(struct idr* idr, int base) {
  *idr = (struct idr){.idr_rt = {.xa_flags = IDR_RT_MARKER}, .idr_base = base};
}
static inline void idr_init(struct idr* idr) { idr_init_base(idr, 0); }
static inline bool idr_is_empty(const struct idr* idr) {
  return radix_tree_empty(&idr->idr_rt) && radix_tree_tagged(&idr->idr_rt, IDR_FREE);
}
static inline unsigned int idr_get_cursor(const struct idr* idr) {
  return READ_ONCE(idr->idr_next);
}
static inline void idr_set_cursor(struct idr* idr, unsigned int val) {
  WRITE_ONCE(idr->idr_next, val);
}
static inline void idr_preload_end(void) { local_unlock(&radix_tree_preloads.lock); }
#define idr_lock(idr) xa_lock(&(idr)->idr_rt)
#define idr_unlock(idr) xa_unlock(&(idr)->idr_rt)
#define idr_for_each_entry(idr, entry, id) \
  for (id = 0; ((entry) = idr_get_next(idr, &(id))) != NULL; id += 1U)
#define idr_for_each_entry_ul(idr, entry, tmp, id)                                          \
  for (tmp = 0, id = 0; ((entry) = tmp <= id ? idr_get_next_ul(idr, &(id)) : NULL) != NULL; \
       tmp = id, ++id)
#define idr_for_each_entry_continue(idr, entry, id) \
  for ((entry) = idr_get_next((idr), &(id)); entry; ++id, (entry) = idr_get_next((idr), &(id)))

struct ida {
  struct xarray xa;
};
#define IDA_CHUNK_SIZE 128
#define IDA_BITMAP_LONGS (IDA_CHUNK_SIZE / sizeof(long))
#define IDA_BITMAP_BITS (IDA_BITMAP_LONGS * sizeof(long) * 8)
#define IDA_INIT_FLAGS (XA_FLAGS_LOCK_IRQ | XA_FLAGS_ALLOC)
#define IDA_INIT(name) \
  { .xa = XARRAY_INIT(name, IDA_INIT_FLAGS) }
#define DEFINE_IDA(name) struct ida name = IDA_INIT(name)
int ida_alloc_range(struct ida*, unsigned int min, unsigned int max, gfp_t);
void ida_free(struct ida*, unsigned int id);
void ida_destroy(struct ida* ida);
static inline void ida_init(struct ida* ida) { xa_init_flags(&ida->xa, IDA_INIT_FLAGS); }
static inline int ida_alloc(struct ida* ida, gfp_t gfp) { return ida_alloc_range(ida, 0, ~0, gfp); }
static inline int ida_alloc_min(struct ida* ida, unsigned int min, gfp_t gfp) {
  return ida_alloc_range(ida, min, ~0, gfp);
}
static inline int ida_alloc_max(struct ida* ida, unsigned int max, gfp_t gfp) {
  return ida_alloc_range(ida, 0, max, gfp);
}
#define ida_simple_get(ida, start, end, gfp) ida_alloc_range(ida, start, (end)-1, gfp)
#define ida_simple_remove(ida, id) ida_free(ida, id)
static inline bool ida_is_empty(const struct ida* ida) { return xa_empty(&ida->xa); }

// Until 3.8: idr_pre_get, then idr_get_new(_above).
#define idr_pre_get(idr, gfp) \
  ({                          \
    (void)(idr);              \
    (void)(gfp);              \
    1;                        \
  })
static inline int idr_get_new_above(struct idr* idr, void* ptr, int start, int* id) {
  int got = idr_alloc(idr, ptr, start, 0, GFP_ATOMIC);
  if (got >= 0) *id = got;
  return got >= 0 ? 0 : got;
}
#define ida_pre_get(ida, gfp) \
  ({                          \
    (void)(ida);              \
    (void)(gfp);              \
    1;                        \
  })
static inline int ida_get_new_above(struct ida* ida, int start, int* id) {
  int got = ida_alloc_range(ida, start, INT_MAX, GFP_ATOMIC);
  if (got >= 0) *id = got;
  return got >= 0 ? 0 : got;
}
#define ida_get_new(ida, id) ida_get_new_above(ida, 0, id)
#define ida_remove(ida, id) ida_free(ida, id)
#define idr_get_new(idr, ptr, id) idr_get_new_above(idr, ptr, 0, id)
#define idr_remove_all(idr) idr_destroy(idr)

struct ida_bitmap;

struct ida_bitmap {
  unsigned long bitmap[32];
};

#define idr_lock_bh(idr) xa_lock_bh(&(idr)->idr_rt)
#define idr_unlock_bh(idr) xa_unlock_bh(&(idr)->idr_rt)
#define idr_lock_irq(idr) xa_lock_irq(&(idr)->idr_rt)
#define idr_unlock_irq(idr) xa_unlock_irq(&(idr)->idr_rt)
#define idr_lock_irqsave(idr, flags) xa_lock_irqsave(&(idr)->idr_rt, flags)
#define idr_unlock_irqrestore(idr, flags) xa_unlock_irqrestore(&(idr)->idr_rt, flags)
#define idr_for_each_entry_continue_ul(idr, entry, tmp, id) \
  for (tmp = id; ((entry) = tmp <= id ? idr_get_next_ul(idr, &(id)) : NULL) != NULL; tmp = id, ++id)

#endif
