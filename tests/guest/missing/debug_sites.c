/* pr_debug in two functions, which dyndbg= switches on. */
#include <linux/module.h>

static void inner(int n) {
  pr_debug("inner %d\n", n);
}

static int __init sites_init(void) {
  pr_debug("first\n");
  inner(4);
  pr_info("always\n");
  return 0;
}

static void __exit sites_exit(void) { pr_debug("last\n"); }

module_init(sites_init);
module_exit(sites_exit);
MODULE_LICENSE("GPL");

// mm32-expect: log ^always$
