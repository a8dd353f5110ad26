// Bitmaps in words of a cache line each, and queues for those who wait for a free bit.
//
// A bit that is given back is first only noted in `cleared`; it is free again when its word is
// full. Linux: 6.1 include/linux/sbitmap.h.
#ifndef __LINUX_SCALE_BITMAP_H
#define __LINUX_SCALE_BITMAP_H

#include <linux/atomic.h>
#include <linux/bitops.h>
#include <linux/cache.h>
#include <linux/kernel.h>
#include <linux/list.h>
#include <linux/log2.h>
#include <linux/minmax.h>
#include <linux/percpu.h>
#include <linux/slab.h>
#include <linux/smp.h>
#include <linux/spinlock.h>
#include <linux/types.h>
#include <linux/wait.h>

struct seq_file;

struct sbitmap_word {
  unsigned long word;
  unsigned long cleared ____cacheline_aligned_in_smp;
  raw_spinlock_t swap_lock;
} ____cacheline_aligned_in_smp;

struct sbitmap {
  unsigned int depth;
  unsigned int shift;
  unsigned int map_nr;
  bool round_robin;
  struct sbitmap_word* map;
  unsigned int __percpu* alloc_hint;
};

#define SBQ_WAIT_QUEUES 8
#define SBQ_WAKE_BATCH 8

struct sbq_wait_state {
  wait_queue_head_t wait;
} ____cacheline_aligned_in_smp;

struct sbitmap_queue {
  struct sbitmap sb;
  unsigned int wake_batch;
  atomic_t wake_index;
  struct sbq_wait_state* ws;
  atomic_t ws_active;
  unsigned int min_shallow_depth;
  atomic_t completion_cnt;
  atomic_t wakeup_cnt;
};

struct sbq_wait {
  struct sbitmap_queue* sbq;
  struct wait_queue_entry wait;
};
#define DEFINE_SBQ_WAIT(name)                                        \
  struct sbq_wait name = {.sbq = NULL,                               \
                          .wait = {.private = current,               \
                                   .func = autoremove_wake_function, \
                                   .entry = LIST_HEAD_INIT((name).wait.entry)}}

int sbitmap_init_node(struct sbitmap* sb, unsigned int depth, int shift, gfp_t flags, int node,
                      bool round_robin, bool alloc_hint);
void sbitmap_resize(struct sbitmap* sb, unsigned int depth);
int sbitmap_get(struct sbitmap* sb);
int sbitmap_get_shallow(struct sbitmap* sb, unsigned long shallow_depth);
bool sbitmap_any_bit_set(const struct sbitmap* sb);
unsigned int sbitmap_weight(const struct sbitmap* sb);
void sbitmap_show(struct sbitmap* sb, struct seq_file* m);
void sbitmap_bitmap_show(struct sbitmap* sb, struct seq_file* m);

int sbitmap_queue_init_node(struct sbitmap_queue* sbq, unsigned int depth, int shift,
                            bool round_robin, gfp_t flags, int node);
void sbitmap_queue_recalculate_wake_batch(struct sbitmap_queue* sbq, unsigned int users);
void sbitmap_queue_resize(struct sbitmap_queue* sbq, unsigned int depth);
int __sbitmap_queue_get(struct sbitmap_queue* sbq);
int sbitmap_queue_get_shallow(struct sbitmap_queue* sbq, unsigned int shallow_depth);
void sbitmap_queue_min_shallow_depth(struct sbitmap_queue* sbq, unsigned int min_shallow_depth);
void sbitmap_queue_clear(struct sbitmap_queue* sbq, unsigned int nr, unsigned int cpu);
void sbitmap_queue_wake_all(struct sbitmap_queue* sbq);
void sbitmap_queue_wake_up(struct sbitmap_queue* sbq, int nr);
void sbitmap_queue_show(struct sbitmap_queue* sbq, struct seq_file* m);
void sbitmap_prepare_to_wait(struct sbitmap_queue* sbq, struct sbq_wait_state* ws,
                             struct sbq_wait* sbq_wait, int state);
void sbitmap_finish_wait(struct sbitmap_queue* sbq, struct sbq_wait_state* ws,
                         struct sbq_wait* sbq_wait);
void sbitmap_add_wait_queue(struct sbitmap_queue* sbq, struct sbq_wait_state* ws,
                            struct sbq_wait* sbq_wait);
void sbitmap_del_wait_queue(struct sbq_wait* sbq_wait);

#define SB_NR_TO_INDEX(sb, bitnr) ((bitnr) >> (sb)->shift)
#define SB_NR_TO_BIT(sb, bitnr) ((bitnr) & ((1U << (sb)->shift) - 1U))

static inline unsigned int __map_depth(const struct sbitmap* sb, int index) {
  return index == sb->map_nr - 1 ? sb->depth - (index << sb->shift) : 1U << sb->shift;
}
static inline void sbitmap_free(struct sbitmap* sb) {
  free_percpu(sb->alloc_hint);
  kvfree(sb->map);
  sb->map = NULL;
}
static inline void sbitmap_queue_free(struct sbitmap_queue* sbq) {
  kfree(sbq->ws);
  sbitmap_free(&sbq->sb);
}

typedef bool (*sb_for_each_fn)(struct sbitmap*, unsigned int, void*);

// Every bit from `start` on, once round, until fn says no.
static inline void __sbitmap_for_each_set(struct sbitmap* sb, unsigned int start, sb_for_each_fn fn,
                                          void* data) {
  unsigned int index, first, scanned = 0;
  if (start >= sb->depth) start = 0;
  index = SB_NR_TO_INDEX(sb, start);
  first = SB_NR_TO_BIT(sb, start);
  while (scanned < sb->depth) {
    const unsigned int rest = sb->depth - scanned, here = __map_depth(sb, index) - first;
    const unsigned int end = first + (here < rest ? here : rest);
    const unsigned long word = sb->map[index].word & ~sb->map[index].cleared;
    unsigned int bit;
    scanned += end - first;
    for (bit = first; bit < end; bit++)
      if ((word >> bit & 1) && !fn(sb, (index << sb->shift) + bit, data)) return;
    first = 0;
    if (++index >= sb->map_nr) index = 0;
  }
}
static inline void sbitmap_for_each_set(struct sbitmap* sb, sb_for_each_fn fn, void* data) {
  __sbitmap_for_each_set(sb, 0, fn, data);
}

static inline unsigned long* __sbitmap_word(struct sbitmap* sb, unsigned int bitnr) {
  return &sb->map[SB_NR_TO_INDEX(sb, bitnr)].word;
}
static inline void sbitmap_set_bit(struct sbitmap* sb, unsigned int bitnr) {
  set_bit(SB_NR_TO_BIT(sb, bitnr), __sbitmap_word(sb, bitnr));
}
static inline void sbitmap_clear_bit(struct sbitmap* sb, unsigned int bitnr) {
  clear_bit(SB_NR_TO_BIT(sb, bitnr), __sbitmap_word(sb, bitnr));
}
static inline void sbitmap_deferred_clear_bit(struct sbitmap* sb, unsigned int bitnr) {
  set_bit(SB_NR_TO_BIT(sb, bitnr), &sb->map[SB_NR_TO_INDEX(sb, bitnr)].cleared);
}
static inline int sbitmap_test_bit(struct sbitmap* sb, unsigned int bitnr) {
  return test_bit(SB_NR_TO_BIT(sb, bitnr), __sbitmap_word(sb, bitnr));
}
static inline void sbitmap_put(struct sbitmap* sb, unsigned int bitnr) {
  sbitmap_deferred_clear_bit(sb, bitnr);
  if (sb->alloc_hint && !sb->round_robin && bitnr < sb->depth) *raw_cpu_ptr(sb->alloc_hint) = bitnr;
}
// Small maps get small words, so that there are several.
static inline int sbitmap_calculate_shift(unsigned int depth) {
  int shift = ilog2(BITS_PER_LONG);
  while (depth >= 4 && (4U << shift) > depth) shift--;
  return shift;
}

static inline int sbitmap_queue_get(struct sbitmap_queue* sbq, unsigned int* cpu) {
  int nr;
  *cpu = get_cpu();
  nr = __sbitmap_queue_get(sbq);
  put_cpu();
  return nr;
}
static inline int sbq_index_inc(int index) { return (index + 1) & (SBQ_WAIT_QUEUES - 1); }
static inline void sbq_index_atomic_inc(atomic_t* index) {
  const int old = atomic_read(index);
  atomic_cmpxchg(index, old, sbq_index_inc(old));
}
static inline struct sbq_wait_state* sbq_wait_ptr(struct sbitmap_queue* sbq, atomic_t* wait_index) {
  struct sbq_wait_state* ws = &sbq->ws[atomic_read(wait_index)];
  sbq_index_atomic_inc(wait_index);
  return ws;
}

#endif
