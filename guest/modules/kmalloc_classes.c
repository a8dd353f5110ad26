// How big is what kmalloc returns? Prints, for sizes around every class boundary, the size class
// that served the request, and what the direct map says about the address.
#include <linux/init.h>
#include <linux/kernel.h>
#include <linux/mm.h>
#include <linux/module.h>
#include <linux/slab.h>

static int largest = 16384;
module_param(largest, int, 0444);
MODULE_PARM_DESC(largest, "largest request");

static void report(size_t size) {
  void* p = kmalloc(size, GFP_KERNEL);

  if (!p) {
    pr_info("kmalloc(%zu): no memory\n", size);
    return;
  }
  pr_info("kmalloc(%5zu): class %5zu, waste %4zu, %s\n", size, ksize(p), ksize(p) - size,
          PageSlab(virt_to_head_page(p)) ? "slab" : "whole pages");
  kfree(p);
}

static int __init kmalloc_classes_init(void) {
  int size;

  report(1);
  for (size = 8; size <= largest; size *= 2) {
    report(size);
    report(size + 1);
  }
  report(96);
  report(192);
  pr_info("kmalloc(0) is %s\n", ZERO_OR_NULL_PTR(kmalloc(0, GFP_KERNEL)) ? "ZERO_SIZE_PTR" : "?");
  return 0;
}

static void __exit kmalloc_classes_exit(void) {}

module_init(kmalloc_classes_init);
module_exit(kmalloc_classes_exit);
MODULE_LICENSE("GPL");
MODULE_DESCRIPTION("the size classes of kmalloc");
