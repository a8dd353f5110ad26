// Bitmaps that hand out bits: words, hints, shallow searches, deferred clearing, queues, what they
// show.
#include <linux/kthread.h>
#include <linux/module.h>
#include <linux/sbitmap.h>
#include <linux/seq_file.h>
#include <linux/slab.h>

static char text[4096];

static void show(const char* what, struct seq_file* m) {
  char *line = text, *end;

  text[m->count] = 0;
  pr_info("%s, %zu bytes:\n", what, m->count);
  while ((end = strchr(line, '\n'))) {
    *end = 0;
    pr_info("  %s\n", line);
    line = end + 1;
  }
  m->count = 0;
}

static bool print_bit(struct sbitmap* sb, unsigned int bit, void* left) {
  pr_cont(" %u", bit);
  return --*(int*)left;
}

static void maps(void) {
  struct seq_file m = {.buf = text, .size = sizeof(text)};
  static const unsigned int depths[] = {0, 1, 3, 4, 7, 8, 31, 32, 33, 64, 100, 128, 1000};
  struct sbitmap sb;
  int i, k, left, ret;

  for (i = 0; i < ARRAY_SIZE(depths); i++)
    pr_info("shift of %u: %d\n", depths[i], sbitmap_calculate_shift(depths[i]));
  pr_info("wrong shift: %d, sizes %zu %zu %zu\n",
          sbitmap_init_node(&sb, 10, 6, GFP_KERNEL, NUMA_NO_NODE, false, false),
          sizeof(struct sbitmap_word), sizeof(struct sbitmap), sizeof(struct sbq_wait_state));
  ret = sbitmap_init_node(&sb, 0, -1, GFP_KERNEL, NUMA_NO_NODE, false, false);
  pr_info("empty: %d %p %u %d\n", ret, sb.map, sb.map_nr, sbitmap_any_bit_set(&sb));
  for (k = 0; k < 2; k++) {
    ret = sbitmap_init_node(&sb, 75, 4 + k, GFP_KERNEL, NUMA_NO_NODE, true, true);
    pr_info("init %d: words %u of %u bits, any %d\n", ret, sb.map_nr, 1 << sb.shift,
            sbitmap_any_bit_set(&sb));
    for (i = 0; i < 80; i++) {
      ret = sbitmap_get(&sb);
      if (i < 3 || i > 70) pr_info("get %d: %d\n", i, ret);
    }
    for (i = 3; i < 75; i += 7) sbitmap_put(&sb, i);
    sbitmap_clear_bit(&sb, 40);
    pr_info("weight %u, bit 3 %d, 40 %d, 74 %d\n", sbitmap_weight(&sb), sbitmap_test_bit(&sb, 3),
            sbitmap_test_bit(&sb, 40), sbitmap_test_bit(&sb, 74));
    sbitmap_show(&sb, &m);
    show("map", &m);
    sbitmap_bitmap_show(&sb, &m);
    show("bits", &m);
    pr_info("set from 30:");
    left = 60;
    __sbitmap_for_each_set(&sb, 30, print_bit, &left);
    pr_cont("; left %d\n", left);
    for (i = 0; i < 6; i++) pr_info("get again %d\n", sbitmap_get(&sb));
    pr_info("shallow %d %d %d\n", sbitmap_get_shallow(&sb, 4), sbitmap_get_shallow(&sb, 11),
            sbitmap_get_shallow(&sb, 1000));
    sbitmap_resize(&sb, 20);
    pr_info("resized: %u words, weight %u, get %d\n", sb.map_nr, sbitmap_weight(&sb),
            sbitmap_get(&sb));
    sbitmap_show(&sb, &m);
    show("resized", &m);
    sbitmap_free(&sb);
    pr_info("freed %d\n", sb.map == NULL);
  }
}

static struct sbitmap_queue queue;
static DECLARE_COMPLETION(waits);
static DECLARE_COMPLETION(gone);

static int waiter(void* data) {
  DEFINE_SBQ_WAIT(wait);
  struct sbq_wait_state* ws = &queue.ws[(long)data];
  unsigned int cpu;
  int nr;

  for (;;) {
    sbitmap_prepare_to_wait(&queue, ws, &wait, TASK_UNINTERRUPTIBLE);
    nr = sbitmap_queue_get(&queue, &cpu);
    if (nr >= 0) break;
    complete(&waits);
    schedule();
  }
  sbitmap_finish_wait(&queue, ws, &wait);
  pr_info("waiter got %d on %u\n", nr, cpu);
  complete(&gone);
  return 0;
}

static void queues(void) {
  struct seq_file m = {.buf = text, .size = sizeof(text)};
  static const unsigned int depths[] = {1, 10, 63, 64, 100, 500};
  unsigned int cpu;
  int i, ret;

  for (i = 0; i < ARRAY_SIZE(depths); i++) {
    ret = sbitmap_queue_init_node(&queue, depths[i], -1, true, GFP_KERNEL, NUMA_NO_NODE);
    pr_info("queue of %u: %d, batch %u", depths[i], ret, queue.wake_batch);
    sbitmap_queue_min_shallow_depth(&queue, 2);
    pr_cont(", shallow %u", queue.wake_batch);
    sbitmap_queue_recalculate_wake_batch(&queue, 3);
    pr_cont(", shared %u", queue.wake_batch);
    sbitmap_queue_recalculate_wake_batch(&queue, 100);
    pr_cont(", by many %u", queue.wake_batch);
    sbitmap_queue_resize(&queue, depths[i] / 2 + 1);
    pr_cont(", half %u %u\n", queue.wake_batch, queue.sb.map_nr);
    sbitmap_queue_free(&queue);
  }
  sbitmap_queue_init_node(&queue, 4, 5, false, GFP_KERNEL, NUMA_NO_NODE);
  for (i = 0; i < 5; i++) {
    ret = sbitmap_queue_get(&queue, &cpu);
    pr_info("get %d on %u\n", ret, cpu);
  }
  kthread_run(waiter, (void*)2, "waiter");
  wait_for_completion(&waits);
  sbitmap_queue_show(&queue, &m);
  show("with a waiter", &m);
  sbitmap_queue_clear(&queue, 2, 0);
  wait_for_completion(&gone);
  sbitmap_queue_clear(&queue, 1, 0);
  sbitmap_queue_show(&queue, &m);
  show("afterwards", &m);
  sbitmap_queue_min_shallow_depth(&queue, 4);
  pr_info("shallow %d, all free again %d\n", sbitmap_queue_get_shallow(&queue, 4),
          queue.wake_batch);
  sbitmap_queue_wake_all(&queue);
  sbitmap_queue_free(&queue);
}

static int __init bit_pools_init(void) {
  maps();
  queues();
  return 0;
}

static void __exit bit_pools_exit(void) {}

module_init(bit_pools_init);
module_exit(bit_pools_exit);
MODULE_LICENSE("GPL");
MODULE_DESCRIPTION("Bitmaps that hand out bits");
