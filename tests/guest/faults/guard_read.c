/* Reads the guard page behind a vmalloc area. */
#include <linux/module.h>
#include <linux/vmalloc.h>

static volatile char sink;

static noinline void fault(void) {
  volatile char* area = vmalloc(4096);
  sink = area[4096];
}

static int guard_read_init(void) {
  printk("guard_read begins\n");
  fault();
  printk("guard_read goes on\n");
  return 0;
}

static void guard_read_exit(void) { printk("guard_read ends\n"); }

module_init(guard_read_init);
module_exit(guard_read_exit);
MODULE_LICENSE("GPL");

// mm32-expect: status 1
// mm32-expect: log ^BUG: unable to handle page fault for address: [0-9a-f]+
