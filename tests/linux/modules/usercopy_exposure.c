/* Copies to user space that keep to an object's user region, and one that does not. */
#include <linux/mm.h>
#include <linux/module.h>
#include <linux/slab.h>
#include <linux/uaccess.h>
#include <linux/vmalloc.h>

static int __init usercopy_exposure_init(void) {
  struct kmem_cache* s =
      kmem_cache_create_usercopy("lt_user", 100, 0, SLAB_NOLEAKTRACE, 20, 30, NULL);
  char* object = kmem_cache_alloc(s, GFP_KERNEL);
  char* memory = kmalloc(100, GFP_KERNEL);
  char* large = kmalloc(20000, GFP_KERNEL);
  char* area = vmalloc(5000);
  char local[32] = "";
  __check_object_size(object + 20, 30, true);
  __check_object_size(object + 49, 1, false);
  __check_object_size(object, 0, true);
  __check_object_size(memory, 128, true);
  __check_object_size(large + 32760, 8, false);
  __check_object_size(area, 8192, true);
  __check_object_size(local, sizeof(local), true);
  __check_object_size((void*)0x12345678, 100, true);
  pr_info("all of these may be copied\n");
  vfree(area);
  kfree(large);
  kfree(memory);
  __check_object_size(object + 45, 6, true);
  pr_info("not reached\n");
  return 0;
}

static void __exit usercopy_exposure_exit(void) {}

module_init(usercopy_exposure_init);
module_exit(usercopy_exposure_exit);
MODULE_LICENSE("GPL");
