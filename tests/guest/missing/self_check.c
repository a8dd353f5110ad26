/* A module that checks itself and refuses to stay, as self-tests do. */
#include <linux/module.h>

static int result = -11;
module_param(result, int, 0444);

static int __init self_check_init(void) {
  pr_info("all checks passed\n");
  return result;
}

static void __exit self_check_exit(void) {}

module_init(self_check_init);
module_exit(self_check_exit);
MODULE_LICENSE("GPL");

// mm32-args: --expect-init=EAGAIN
// mm32-expect: log ^all checks passed$
// mm32-expect: message as expected
