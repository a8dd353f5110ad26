/*
 * Where do three allocators put their memory?
 *
 * Prints the addresses that the page allocator, kmalloc and vmalloc return. The first two lie in
 * the direct map (3G and up, a fixed distance from the physical address), the third in the area
 * above it that is mapped page by page. Written in the style of the 2.6 kernels.
 */
#include <linux/module.h>
#include <linux/slab.h>
#include <linux/vmalloc.h>

MODULE_LICENSE("GPL");
MODULE_DESCRIPTION("the addresses that get_free_page, kmalloc and vmalloc return");

static unsigned long oldpage;
static unsigned long pagemem;
static void* kmallocmem;
static void* vmallocmem;

static int three_allocators_init(void) {
#ifdef get_free_page
  oldpage = get_free_page(0);
#else
  oldpage = get_zeroed_page(0);
#endif
  pagemem = __get_free_page(GFP_KERNEL);
  kmallocmem = kmalloc(100, 0);
  vmallocmem = vmalloc(100000);
  if (!oldpage || !pagemem || !kmallocmem || !vmallocmem) {
    printk("<1>three_allocators: out of memory\n");
    vfree(vmallocmem);
    kfree(kmallocmem);
    free_page(pagemem);
    free_page(oldpage);
    return -ENOMEM;
  }
  printk("<1>get_free_page(0) = %x\n", (unsigned)oldpage);
  printk("<1>__get_free_page(GFP_KERNEL) = %x\n", (unsigned)pagemem);
  printk("<1>kmalloc(100, 0) = %x\n", (unsigned)kmallocmem);
  printk("<1>vmalloc(100000) = %x\n", (unsigned)vmallocmem);
  return 0;
}

static void three_allocators_exit(void) {
  vfree(vmallocmem);
  kfree(kmallocmem);
  free_page(pagemem);
  free_page(oldpage);
}

module_init(three_allocators_init);
module_exit(three_allocators_exit);
