/* Areas of user addresses, one of them with a hole.
 * mm32-expect: log ^areas: 3$ */
#include <linux/err.h>
#include <linux/mm.h>
#include <linux/mman.h>
#include <linux/module.h>
#include <linux/sched.h>

noinline void areas_made(unsigned long first) { barrier(); }

static int __init areas_init(void) {
  unsigned long private, shared;

  private = vm_mmap(NULL, 0, 8192, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, 0);
  shared = vm_mmap(NULL, 0, 40960, PROT_READ, MAP_SHARED | MAP_ANONYMOUS, 0);
  if (IS_ERR_VALUE(private) || IS_ERR_VALUE(shared)) return -ENOMEM;
  vm_munmap(shared + 8192, 4096);
  pr_info("areas: %d\n", current->mm->map_count);
  areas_made(private);
  vm_munmap(private, 8192);
  vm_munmap(shared, 40960);
  return 0;
}

static void __exit areas_exit(void) {}

module_init(areas_init);
module_exit(areas_exit);
MODULE_LICENSE("GPL");
