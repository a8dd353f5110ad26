/* init never returns. */
#include <linux/module.h>

static int init_loops(void) {
  printk("before the loop\n");
  for (;;) barrier();
  return 0;
}

module_init(init_loops);
MODULE_LICENSE("GPL");

// mm32-args: --timeout 1
// mm32-expect: status 3
// mm32-expect: message did not return in the time allowed
