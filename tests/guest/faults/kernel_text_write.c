/* Writes the kernel's read-only text at PAGE_OFFSET + 16 MB. */
#include <linux/module.h>

static noinline void fault(void) { *(volatile char*)0xc1000000 = 0; }

static int kernel_text_write_init(void) {
  fault();
  return 0;
}

module_init(kernel_text_write_init);
MODULE_LICENSE("GPL");

// mm32-expect: status 1
// mm32-expect: log ^BUG: unable to handle page fault for address: [0-9a-f]+
