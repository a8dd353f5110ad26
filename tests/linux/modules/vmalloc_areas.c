/* vmalloc: alignment, guard pages, the pages behind an area, bad sizes. */
#include <linux/mm.h>
#include <linux/module.h>
#include <linux/vmalloc.h>

static const unsigned long sizes[] = {1, 4095, 4096, 4097, 100000, 1048576};

static int __init areas_init(void) {
  char* v[ARRAY_SIZE(sizes)];
  struct page* two[2];
  char* mapped;
  size_t i;

  for (i = 0; i < ARRAY_SIZE(sizes); i++) {
    v[i] = vmalloc(sizes[i]);
    pr_info("vmalloc(%lu): aligned %d, in area %d, guard empty %d\n", sizes[i],
            IS_ALIGNED((unsigned long)v[i], PAGE_SIZE), is_vmalloc_addr(v[i]),
            vmalloc_to_page(v[i] + PAGE_ALIGN(sizes[i])) == NULL);
  }
  memset(v[4], 0x5a, sizes[4]);
  pr_info("byte behind the tables: %x\n",
          *((unsigned char*)page_address(vmalloc_to_page(v[4] + 50000)) + 50000 % PAGE_SIZE));
  for (i = 0; i < ARRAY_SIZE(sizes); i++) vfree(v[i]);
  two[0] = alloc_page(GFP_KERNEL);
  two[1] = alloc_page(GFP_KERNEL);
  strcpy(page_address(two[1]), "second page");
  mapped = vmap(two, 2, VM_MAP, PAGE_KERNEL);
  pr_info("vmap: %s, page %d\n", mapped + PAGE_SIZE, vmalloc_to_page(mapped) == two[0]);
  vunmap(mapped);
  __free_page(two[0]);
  __free_page(two[1]);
  vfree(NULL);
  pr_info("vzalloc: %d\n", *(int*)(mapped = vzalloc(10)));
  vfree(mapped);
  return 0;
}

static void __exit areas_exit(void) {}

module_init(areas_init);
module_exit(areas_exit);
MODULE_LICENSE("GPL");
