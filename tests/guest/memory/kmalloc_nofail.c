// Asks kmalloc for memory that it must not refuse, for ever.
#include <linux/module.h>
#include <linux/slab.h>

static int __init nofail_init(void) {
  for (;;)
    if (!kmalloc(4096, GFP_KERNEL | __GFP_NOFAIL)) {
      pr_err("refused\n");
      return -ENOMEM;
    }
}

static void __exit nofail_exit(void) {}

module_init(nofail_init);
module_exit(nofail_exit);
MODULE_LICENSE("GPL");

// mm32-args: --mem 32M
// mm32-expect: status 1
// mm32-expect: message System is deadlocked on memory
// mm32-expect: message kmalloc at kmalloc_nofail.c:7
