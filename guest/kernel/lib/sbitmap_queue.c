// Bitmaps with queues of those who wait for a bit.
//
// Whoever frees bits counts them (completion_cnt); each time a batch is full, as many waiters of
// the next queue are woken. The batch is small enough that all queues get their share when every
// bit is freed once. Linux: 6.1 lib/sbitmap.c.
#include <linux/export.h>
#include <linux/sbitmap.h>
#include <linux/seq_file.h>
#include <linux/slab.h>

#include "../bug_at.h"

static unsigned int batch_of(struct sbitmap_queue* sbq, unsigned int depth) {
  const unsigned int word = 1U << sbq->sb.shift, shallow = min(word, sbq->min_shallow_depth);
  depth = (depth >> sbq->sb.shift) * shallow + min(depth & (word - 1), shallow);
  return clamp_t(unsigned int, depth / SBQ_WAIT_QUEUES, 1, SBQ_WAKE_BATCH);
}

int sbitmap_queue_init_node(struct sbitmap_queue* sbq, unsigned int depth, int shift,
                            bool round_robin, gfp_t flags, int node) {
  const int ret = sbitmap_init_node(&sbq->sb, depth, shift, flags, node, round_robin, true);
  int i;
  if (ret) return ret;
  sbq->min_shallow_depth = UINT_MAX;
  sbq->wake_batch = batch_of(sbq, depth);
  atomic_set(&sbq->wake_index, 0);
  atomic_set(&sbq->ws_active, 0);
  atomic_set(&sbq->completion_cnt, 0);
  atomic_set(&sbq->wakeup_cnt, 0);
  sbq->ws = kzalloc_node(SBQ_WAIT_QUEUES * sizeof(*sbq->ws), flags, node);
  if (!sbq->ws) {
    sbitmap_free(&sbq->sb);
    return -ENOMEM;
  }
  for (i = 0; i < SBQ_WAIT_QUEUES; i++) init_waitqueue_head(&sbq->ws[i].wait);
  return 0;
}
EXPORT_SYMBOL_GPL(sbitmap_queue_init_node);

void sbitmap_queue_recalculate_wake_batch(struct sbitmap_queue* sbq, unsigned int users) {
  const unsigned int depth = (sbq->sb.depth + users - 1) / users;
  sbq->wake_batch = clamp_t(unsigned int, depth / SBQ_WAIT_QUEUES, 1, SBQ_WAKE_BATCH);
}
EXPORT_SYMBOL_GPL(sbitmap_queue_recalculate_wake_batch);

void sbitmap_queue_resize(struct sbitmap_queue* sbq, unsigned int depth) {
  sbq->wake_batch = batch_of(sbq, depth);
  sbitmap_resize(&sbq->sb, depth);
}
EXPORT_SYMBOL_GPL(sbitmap_queue_resize);

int __sbitmap_queue_get(struct sbitmap_queue* sbq) { return sbitmap_get(&sbq->sb); }
EXPORT_SYMBOL_GPL(__sbitmap_queue_get);

int sbitmap_queue_get_shallow(struct sbitmap_queue* sbq, unsigned int shallow_depth) {
  WARN_ON_ONCE_AT(shallow_depth < sbq->min_shallow_depth, "lib/sbitmap.c", 563);
  return sbitmap_get_shallow(&sbq->sb, shallow_depth);
}
EXPORT_SYMBOL_GPL(sbitmap_queue_get_shallow);

void sbitmap_queue_min_shallow_depth(struct sbitmap_queue* sbq, unsigned int min_shallow_depth) {
  sbq->min_shallow_depth = min_shallow_depth;
  sbq->wake_batch = batch_of(sbq, sbq->sb.depth);
}
EXPORT_SYMBOL_GPL(sbitmap_queue_min_shallow_depth);

// Each queue at most once, beginning with the one whose turn it is.
static void wake_batch(struct sbitmap_queue* sbq, int nr) {
  int index = atomic_read(&sbq->wake_index), i;
  if (!atomic_read(&sbq->ws_active)) return;
  for (i = 0; i < SBQ_WAIT_QUEUES && nr; i++) {
    struct sbq_wait_state* ws = &sbq->ws[index];
    index = sbq_index_inc(index);
    if (!waitqueue_active(&ws->wait)) continue;
    wake_up_nr(&ws->wait, nr);
    break;
  }
  atomic_set(&sbq->wake_index, index);
}

void sbitmap_queue_wake_up(struct sbitmap_queue* sbq, int nr) {
  const unsigned int batch = READ_ONCE(sbq->wake_batch);
  if (!atomic_read(&sbq->ws_active)) return;
  atomic_add(nr, &sbq->completion_cnt);
  if (atomic_read(&sbq->completion_cnt) - atomic_read(&sbq->wakeup_cnt) < batch) return;
  atomic_add(batch, &sbq->wakeup_cnt);
  wake_batch(sbq, batch);
}
EXPORT_SYMBOL_GPL(sbitmap_queue_wake_up);

void sbitmap_queue_wake_all(struct sbitmap_queue* sbq) {
  int index = atomic_read(&sbq->wake_index), i;
  for (i = 0; i < SBQ_WAIT_QUEUES; i++, index = sbq_index_inc(index))
    if (waitqueue_active(&sbq->ws[index].wait)) wake_up(&sbq->ws[index].wait);
}
EXPORT_SYMBOL_GPL(sbitmap_queue_wake_all);

void sbitmap_queue_clear(struct sbitmap_queue* sbq, unsigned int nr, unsigned int cpu) {
  sbitmap_deferred_clear_bit(&sbq->sb, nr);
  sbitmap_queue_wake_up(sbq, 1);
  if (!sbq->sb.round_robin && nr < sbq->sb.depth) *per_cpu_ptr(sbq->sb.alloc_hint, cpu) = nr;
}
EXPORT_SYMBOL_GPL(sbitmap_queue_clear);

void sbitmap_queue_show(struct sbitmap_queue* sbq, struct seq_file* m) {
  int i;
  sbitmap_show(&sbq->sb, m);
  seq_printf(m, "alloc_hint={%u}\n", *per_cpu_ptr(sbq->sb.alloc_hint, 0));
  seq_printf(m, "wake_batch=%u\n", sbq->wake_batch);
  seq_printf(m, "wake_index=%d\n", atomic_read(&sbq->wake_index));
  seq_printf(m, "ws_active=%d\n", atomic_read(&sbq->ws_active));
  seq_puts(m, "ws={\n");
  for (i = 0; i < SBQ_WAIT_QUEUES; i++)
    seq_printf(m, "\t{.wait=%s},\n", waitqueue_active(&sbq->ws[i].wait) ? "active" : "inactive");
  seq_puts(m, "}\n");
  seq_printf(m, "round_robin=%d\n", sbq->sb.round_robin);
  seq_printf(m, "min_shallow_depth=%u\n", sbq->min_shallow_depth);
}
EXPORT_SYMBOL_GPL(sbitmap_queue_show);

static void count_in(struct sbitmap_queue* sbq, struct sbq_wait* sbq_wait) {
  if (sbq_wait->sbq) return;
  sbq_wait->sbq = sbq;
  atomic_inc(&sbq->ws_active);
}

static void count_out(struct sbq_wait* sbq_wait) {
  if (!sbq_wait->sbq) return;
  atomic_dec(&sbq_wait->sbq->ws_active);
  sbq_wait->sbq = NULL;
}

void sbitmap_add_wait_queue(struct sbitmap_queue* sbq, struct sbq_wait_state* ws,
                            struct sbq_wait* sbq_wait) {
  if (sbq_wait->sbq) return;
  count_in(sbq, sbq_wait);
  add_wait_queue(&ws->wait, &sbq_wait->wait);
}
EXPORT_SYMBOL_GPL(sbitmap_add_wait_queue);

void sbitmap_del_wait_queue(struct sbq_wait* sbq_wait) {
  list_del_init(&sbq_wait->wait.entry);
  count_out(sbq_wait);
}
EXPORT_SYMBOL_GPL(sbitmap_del_wait_queue);

void sbitmap_prepare_to_wait(struct sbitmap_queue* sbq, struct sbq_wait_state* ws,
                             struct sbq_wait* sbq_wait, int state) {
  count_in(sbq, sbq_wait);
  prepare_to_wait_exclusive(&ws->wait, &sbq_wait->wait, state);
}
EXPORT_SYMBOL_GPL(sbitmap_prepare_to_wait);

void sbitmap_finish_wait(struct sbitmap_queue* sbq, struct sbq_wait_state* ws,
                         struct sbq_wait* sbq_wait) {
  finish_wait(&ws->wait, &sbq_wait->wait);
  count_out(sbq_wait);
}
EXPORT_SYMBOL_GPL(sbitmap_finish_wait);
