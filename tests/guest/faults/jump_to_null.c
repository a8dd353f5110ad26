/* Calls a null pointer. */
#include <linux/module.h>

static void (*volatile nowhere)(void);

static noinline void fault(void) { nowhere(); }

static int jump_to_null_init(void) {
  printk("jump_to_null begins\n");
  fault();
  printk("jump_to_null goes on\n");
  return 0;
}

static void jump_to_null_exit(void) { printk("jump_to_null ends\n"); }

module_init(jump_to_null_init);
module_exit(jump_to_null_exit);
MODULE_LICENSE("GPL");

// mm32-expect: status 1
// mm32-expect: log ^BUG: kernel NULL pointer dereference, address: [0-9a-f]+
