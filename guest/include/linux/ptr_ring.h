// A ring of pointers: one lock for who puts, one for who takes.
#ifndef _LINUX_PTR_RING_H
#define _LINUX_PTR_RING_H

#include <asm/errno.h>
#include <linux/cache.h>
#include <linux/compiler.h>
#include <linux/slab.h>
#include <linux/spinlock.h>
#include <linux/types.h>

// An empty slot is NULL, so head and tail are never compared. Taken slots are cleared a batch at a
// time, from the last one back. Linux: include/linux/ptr_ring.h.
struct ptr_ring {
  int producer ____cacheline_aligned_in_smp;
  spinlock_t producer_lock;
  int consumer_head ____cacheline_aligned_in_smp;  // the next to take
  int consumer_tail;                               // the next to clear
  spinlock_t consumer_lock;
  int size ____cacheline_aligned_in_smp;
  int batch;
  void** queue;
};

static inline bool __ptr_ring_full(struct ptr_ring* r) { return r->queue[r->producer]; }
static inline bool ptr_ring_full(struct ptr_ring* r) {
  bool full;

  spin_lock(&r->producer_lock);
  full = __ptr_ring_full(r);
  spin_unlock(&r->producer_lock);
  return full;
}

static inline int __ptr_ring_produce(struct ptr_ring* r, void* ptr) {
  if (unlikely(!r->size) || r->queue[r->producer]) return -ENOSPC;
  smp_wmb();
  WRITE_ONCE(r->queue[r->producer++], ptr);
  if (unlikely(r->producer >= r->size)) r->producer = 0;
  return 0;
}

static inline void* __ptr_ring_peek(struct ptr_ring* r) {
  return likely(r->size) ? READ_ONCE(r->queue[r->consumer_head]) : NULL;
}
static inline bool __ptr_ring_empty(struct ptr_ring* r) {
  return likely(r->size) ? !r->queue[READ_ONCE(r->consumer_head)] : true;
}

static inline void __ptr_ring_zero_tail(struct ptr_ring* r, int consumer_head) {
  int head = consumer_head;

  while (head > r->consumer_tail) r->queue[--head] = NULL;
  r->consumer_tail = consumer_head;
}

static inline void __ptr_ring_discard_one(struct ptr_ring* r) {
  int head = r->consumer_head + 1;

  if (unlikely(head - r->consumer_tail >= r->batch || head >= r->size))
    __ptr_ring_zero_tail(r, head);
  if (unlikely(head >= r->size)) {
    head = 0;
    r->consumer_tail = 0;
  }
  WRITE_ONCE(r->consumer_head, head);
}

static inline void* __ptr_ring_consume(struct ptr_ring* r) {
  void* const ptr = __ptr_ring_peek(r);

  if (ptr) __ptr_ring_discard_one(r);
  return ptr;
}
static inline int __ptr_ring_consume_batched(struct ptr_ring* r, void** array, int n) {
  int i;

  for (i = 0; i < n && (array[i] = __ptr_ring_consume(r)); i++) {
  }
  return i;
}

#define __PTR_RING_LOCKED(suffix, lock, unlock, flags)                                          \
  static inline int ptr_ring_produce##suffix(struct ptr_ring* r, void* ptr) {                   \
    int result;                                                                                 \
    flags;                                                                                      \
    lock(&r->producer_lock);                                                                    \
    result = __ptr_ring_produce(r, ptr);                                                        \
    unlock(&r->producer_lock);                                                                  \
    return result;                                                                              \
  }                                                                                             \
  static inline void* ptr_ring_consume##suffix(struct ptr_ring* r) {                            \
    void* ptr;                                                                                  \
    flags;                                                                                      \
    lock(&r->consumer_lock);                                                                    \
    ptr = __ptr_ring_consume(r);                                                                \
    unlock(&r->consumer_lock);                                                                  \
    return ptr;                                                                                 \
  }                                                                                             \
  static inline int ptr_ring_consume_batched##suffix(struct ptr_ring* r, void** array, int n) { \
    int count;                                                                                  \
    flags;                                                                                      \
    lock(&r->consumer_lock);                                                                    \
    count = __ptr_ring_consume_batched(r, array, n);                                            \
    unlock(&r->consumer_lock);                                                                  \
    return count;                                                                               \
  }                                                                                             \
  static inline bool ptr_ring_empty##suffix(struct ptr_ring* r) {                               \
    bool empty;                                                                                 \
    flags;                                                                                      \
    lock(&r->consumer_lock);                                                                    \
    empty = __ptr_ring_empty(r);                                                                \
    unlock(&r->consumer_lock);                                                                  \
    return empty;                                                                               \
  }
#define __ptr_ring_lock_any(lock) spin_lock_irqsave(lock, __flags)
#define __ptr_ring_unlock_any(lock) spin_unlock_irqrestore(lock, __flags)
__PTR_RING_LOCKED(, spin_lock, spin_unlock, )
__PTR_RING_LOCKED(_irq, spin_lock_irq, spin_unlock_irq, )
__PTR_RING_LOCKED(_bh, spin_lock_bh, spin_unlock_bh, )
__PTR_RING_LOCKED(_any, __ptr_ring_lock_any, __ptr_ring_unlock_any, unsigned long __flags)

#define __PTR_RING_PEEK_CALL(r, f) ((f)(__ptr_ring_peek(r)))
#define PTR_RING_PEEK_CALL(r, f)           \
  ({                                       \
    typeof((f)(NULL)) __result;            \
    spin_lock(&(r)->consumer_lock);        \
    __result = __PTR_RING_PEEK_CALL(r, f); \
    spin_unlock(&(r)->consumer_lock);      \
    __result;                              \
  })

static inline void** __ptr_ring_init_queue_alloc(unsigned int size, gfp_t gfp) {
  if (size > KMALLOC_MAX_SIZE / sizeof(void*)) return NULL;
  return kvmalloc_array(size, sizeof(void*), gfp | __GFP_ZERO);
}

// A batch is at most a cache line of pointers on either side, one where the ring is small.
static inline void __ptr_ring_set_size(struct ptr_ring* r, int size) {
  r->size = size;
  r->batch = SMP_CACHE_BYTES * 2 / sizeof(*r->queue);
  if (r->batch > r->size / 2 || !r->batch) r->batch = 1;
}

static inline int ptr_ring_init(struct ptr_ring* r, int size, gfp_t gfp) {
  r->queue = __ptr_ring_init_queue_alloc(size, gfp);
  if (!r->queue) return -ENOMEM;
  __ptr_ring_set_size(r, size);
  r->producer = r->consumer_head = r->consumer_tail = 0;
  spin_lock_init(&r->producer_lock);
  spin_lock_init(&r->consumer_lock);
  return 0;
}

// Puts a batch back in front; what does not fit is destroyed.
static inline void ptr_ring_unconsume(struct ptr_ring* r, void** batch, int n,
                                      void (*destroy)(void*)) {
  unsigned long flags;
  int head;

  spin_lock_irqsave(&r->consumer_lock, flags);
  spin_lock(&r->producer_lock);
  if (r->size) {
    for (head = r->consumer_head - 1; head >= r->consumer_tail; head--) r->queue[head] = NULL;
    r->consumer_tail = r->consumer_head;
    while (n) {
      head = r->consumer_head - 1;
      if (head < 0) head = r->size - 1;
      if (r->queue[head]) break;
      r->queue[head] = batch[--n];
      r->consumer_tail = head;
      WRITE_ONCE(r->consumer_head, head);
    }
  }
  while (n) destroy(batch[--n]);
  spin_unlock(&r->producer_lock);
  spin_unlock_irqrestore(&r->consumer_lock, flags);
}

// What is in the ring moves to `queue` as far as it fits; the old queue.
static inline void** __ptr_ring_swap_queue(struct ptr_ring* r, void** queue, int size, gfp_t gfp,
                                           void (*destroy)(void*)) {
  void** const before = r->queue;
  int kept;
  void* left;

  for (kept = 0; kept < size; kept++) {
    queue[kept] = __ptr_ring_consume(r);
    if (!queue[kept]) break;
  }
  while ((left = __ptr_ring_consume(r)))
    if (destroy) destroy(left);
  r->queue = queue;
  __ptr_ring_set_size(r, size);
  r->consumer_tail = r->consumer_head = 0;
  r->producer = kept == size ? 0 : kept;
  return before;
}

static inline int ptr_ring_resize(struct ptr_ring* r, int size, gfp_t gfp, void (*destroy)(void*)) {
  void** queue = __ptr_ring_init_queue_alloc(size, gfp);
  unsigned long flags;

  if (!queue) return -ENOMEM;
  spin_lock_irqsave(&r->consumer_lock, flags);
  spin_lock(&r->producer_lock);
  queue = __ptr_ring_swap_queue(r, queue, size, gfp, destroy);
  spin_unlock(&r->producer_lock);
  spin_unlock_irqrestore(&r->consumer_lock, flags);
  kvfree(queue);
  return 0;
}

static inline void ptr_ring_cleanup(struct ptr_ring* r, void (*destroy)(void*)) {
  void* ptr;

  if (destroy)
    while ((ptr = ptr_ring_consume(r))) destroy(ptr);
  kvfree(r->queue);
}

#endif
