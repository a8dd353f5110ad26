// Preloading keeps the CPU until its end, with memory or without.
#include <linux/idr.h>
#include <linux/module.h>
#include <linux/preempt.h>
#include <linux/radix-tree.h>

static DEFINE_IDR(numbers);
static RADIX_TREE(tree, GFP_ATOMIC);

static int __init preloading_init(void) {
  const int before = preempt_count();
  int id, error;
  idr_preload(GFP_KERNEL);
  id = idr_alloc(&numbers, &numbers, 3, 0, GFP_NOWAIT);
  pr_info("idr: %d, depth %d\n", id, preempt_count() - before);
  idr_preload_end();
  error = radix_tree_preload(GFP_KERNEL);
  pr_info("radix tree: %d, depth %d\n", error, preempt_count() - before);
  pr_info("insert: %d\n", radix_tree_insert(&tree, 100, &tree));
  radix_tree_preload_end();
  error = radix_tree_maybe_preload(GFP_NOWAIT);
  pr_info("maybe: %d, depth %d\n", error, preempt_count() - before);
  radix_tree_preload_end();
  error = radix_tree_preload(GFP_ATOMIC);
  pr_info("atomic: %d, depth %d\n", error, preempt_count() - before);
  radix_tree_preload_end();
  pr_info("depth %d\n", preempt_count() - before);
  radix_tree_delete(&tree, 100);
  idr_remove(&numbers, id);
  idr_destroy(&numbers);
  return 0;
}

static void __exit preloading_exit(void) {}

module_init(preloading_init);
module_exit(preloading_exit);
MODULE_LICENSE("GPL");
