/* Calls data: ud2 there without NX, a fetch that faults with NX. */
#include <linux/module.h>

static unsigned char code[] = {0x0f, 0x0b};
static void (*volatile data)(void) = (void (*)(void))code;

static noinline void fault(void) { data(); }

static int jump_to_data_init(void) {
  printk("jump_to_data begins\n");
  fault();
  printk("jump_to_data goes on\n");
  return 0;
}

static void jump_to_data_exit(void) { printk("jump_to_data ends\n"); }

module_init(jump_to_data_init);
module_exit(jump_to_data_exit);
MODULE_LICENSE("GPL");

// mm32-expect: status 1
// mm32-expect: log ^invalid opcode: 0000 \[#1\] PREEMPT SMP
