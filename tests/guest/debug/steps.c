/*
 * What the debugger's tests walk through: calls, a loop, memory, two allocators.
 */
#include <linux/init.h>
#include <linux/kernel.h>
#include <linux/module.h>
#include <linux/slab.h>
#include <linux/vmalloc.h>

static int squares;

static noinline int square(int x) {
  squares++;
  return x * x;
}

static noinline int sum_of_squares(int n) {
  int i, sum = 0;

  for (i = 1; i <= n; i++) sum += square(i);
  return sum;
}

static int __init steps_init(void) {
  char* buffer = kmalloc(100, GFP_KERNEL);
  int* area;

  if (!buffer) return -ENOMEM;
  buffer[0] = 'a';
  area = vmalloc(10000);
  if (!area) {
    kfree(buffer);
    return -ENOMEM;
  }
  *area = sum_of_squares(3);
  pr_info("the sum is %d\n", *area);
  vfree(area);
  kfree(buffer);
  return 0;
}

static void __exit steps_exit(void) { pr_info("%d squares\n", squares); }

module_init(steps_init);
module_exit(steps_exit);
MODULE_LICENSE("GPL");

// mm32-expect: log ^the sum is 14$
