/* Faults in its exit function: the module stays, the command ends. */
#include <linux/module.h>

static int exit_fault_init(void) { return 0; }

static noinline void fault(void) { *(volatile int*)NULL = 0; }

static void exit_fault_exit(void) { fault(); }

module_init(exit_fault_init);
module_exit(exit_fault_exit);
MODULE_LICENSE("GPL");

// mm32-expect: status 1
// mm32-expect: log ^BUG: kernel NULL pointer dereference, address: [0-9a-f]+
