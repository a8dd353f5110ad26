/* Runs an instruction that does not exist. */
#include <linux/module.h>

static noinline void fault(void) { asm volatile(".byte 0x0f, 0xff"); }

static int invalid_opcode_init(void) {
  printk("invalid_opcode begins\n");
  fault();
  printk("invalid_opcode goes on\n");
  return 0;
}

static void invalid_opcode_exit(void) { printk("invalid_opcode ends\n"); }

module_init(invalid_opcode_init);
module_exit(invalid_opcode_exit);
MODULE_LICENSE("GPL");

// mm32-expect: status 1
// mm32-expect: log ^invalid opcode: 0000 \[#1\] PREEMPT SMP
