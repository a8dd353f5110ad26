/* Loads a segment that does not exist. */
#include <linux/module.h>

static noinline void fault(void) { asm volatile("mov %0, %%es" : : "r"(0x1234)); }

static int general_protection_init(void) {
  printk("general_protection begins\n");
  fault();
  printk("general_protection goes on\n");
  return 0;
}

static void general_protection_exit(void) { printk("general_protection ends\n"); }

module_init(general_protection_init);
module_exit(general_protection_exit);
MODULE_LICENSE("GPL");

// mm32-expect: status 1
