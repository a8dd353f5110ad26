/* One function of a shrinker counts and scans, sequential files answer whether there was room, the
 * heads of wait queues have a task_list: until 3.12, 4.3 and 4.13. Levels in angle brackets are
 * text since 3.6. */
#include <linux/cpumask.h>
#include <linux/kernel.h>
#include <linux/mm.h>
#include <linux/module.h>
#include <linux/rculist.h>
#include <linux/seq_file.h>
#include <linux/shrinker.h>
#include <linux/slab.h>
#include <linux/wait.h>

struct entry {
  int value;
  struct hlist_node node;
};
static HLIST_HEAD(entries);
static int cached = 40;

static int shrink(struct shrinker* s, struct shrink_control* sc) {
  cached -= min_t(int, cached, sc->nr_to_scan);
  return cached;
}
static struct shrinker shrinker = {.shrink = shrink, .seeks = DEFAULT_SEEKS};

static int __init shrinker_init(void) {
  struct shrink_control sc = {.gfp_mask = GFP_KERNEL, .nr_to_scan = 15};
  struct entry one = {.value = 4}, *e;
  struct hlist_node* pos;
  wait_queue_head_t head;
  struct seq_file m = {.size = 4};
  char text[16];
  int first, sum = 0;

  register_shrinker(&shrinker);
  printk(KERN_INFO "count %lu, scanned %lu", shrinker.count_objects(&shrinker, &sc),
         shrinker.scan_objects(&shrinker, &sc));
  printk(", left %d\n", cached);
  unregister_shrinker(&shrinker);

  m.buf = text;
  first = seq_puts(&m, "abc");
  printk("room %d, then %d\n", first, seq_printf(&m, "%d", 12345));
  init_waitqueue_head(&head);
  hlist_add_head(&one.node, &entries);
  hlist_for_each_entry_rcu(e, pos, &entries, node) sum += e->value;
  cpulist_scnprintf(text, sizeof(text), cpu_online_mask);
  printk("empty %d, sum %d, cpus %s\n", list_empty(&head.task_list), sum, text);
  printk("<4>level\n");
  return 0;
}
static void __exit shrinker_exit(void) {}
module_init(shrinker_init);
module_exit(shrinker_exit);
MODULE_LICENSE("GPL");
