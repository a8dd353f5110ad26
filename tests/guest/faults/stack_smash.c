/* Overwrites its own return address. */
#include <linux/module.h>

static noinline void fault(void) {
  volatile unsigned long* frame = __builtin_frame_address(0);

  frame[1] = 0x00badbad;
}

static int stack_smash_init(void) {
  printk("stack_smash begins\n");
  fault();
  printk("stack_smash goes on\n");
  return 0;
}

static void stack_smash_exit(void) { printk("stack_smash ends\n"); }

module_init(stack_smash_init);
module_exit(stack_smash_exit);
MODULE_LICENSE("GPL");

// mm32-expect: status 1
// mm32-expect: log ^stack_smash begins
