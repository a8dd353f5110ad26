/* Until 6.1 the areas of an address space were a list in the order of their addresses. */
#include <linux/err.h>
#include <linux/mm.h>
#include <linux/mman.h>
#include <linux/module.h>
#include <linux/sched.h>

static unsigned long low;

static void walk(const char* when) {
  struct vm_area_struct *vma, *before = NULL;

  printk(KERN_INFO "%s: %d areas\n", when, current->mm->map_count);
  for (vma = current->mm->mmap; vma; before = vma, vma = vma->vm_next)
    printk(KERN_INFO "  +%lu pages, %lu, %s\n", (vma->vm_start - low) >> PAGE_SHIFT, vma_pages(vma),
           vma->vm_prev == before ? "linked" : "not linked");
}

static int __init areas_init(void) {
  unsigned long at, i;

  walk("none");
  low = vm_mmap(NULL, 0, 64 * PAGE_SIZE, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, 0);
  if (IS_ERR_VALUE(low)) return -ENOMEM;
  vm_munmap(low, 64 * PAGE_SIZE);
  for (i = 0; i < 3; i++) {
    at = low + (2 - i) * 20 * PAGE_SIZE;
    if (vm_mmap(NULL, at, 4 * PAGE_SIZE, PROT_READ | (i << 1),
                MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED, 0) != at)
      return -ENOMEM;
  }
  walk("three");
  vm_munmap(low + 21 * PAGE_SIZE, PAGE_SIZE);
  walk("one split");
  vm_munmap(low, 4 * PAGE_SIZE);
  walk("first gone");
  vm_munmap(low + 40 * PAGE_SIZE, 4 * PAGE_SIZE);
  walk("last gone");
  vm_munmap(low, 64 * PAGE_SIZE);
  walk("all gone");
  return 0;
}

static void __exit areas_exit(void) {}

module_init(areas_init);
module_exit(areas_exit);
MODULE_LICENSE("GPL");
