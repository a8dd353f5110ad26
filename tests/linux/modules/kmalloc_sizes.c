/* What kmalloc rounds a request to, and the alignment it promises. */
#include <linux/mm.h>
#include <linux/module.h>
#include <linux/slab.h>

static const size_t sizes[] = {1,    8,    9,    16,    24,    32,    33,     64,
                               65,   96,   97,   128,   129,   192,   193,    256,
                               500,  512,  1000, 1024,  2000,  2048,  4000,   4096,
                               5000, 8192, 8193, 16384, 40000, 65536, 131072, 1048576};

static int __init classes_init(void) {
  size_t i;

  for (i = 0; i < ARRAY_SIZE(sizes); i++) {
    void* p = kmalloc(sizes[i], GFP_KERNEL);
    size_t size = ksize(p);
    /* A class that is a power of two is aligned to its size. */
    size_t wanted = is_power_of_2(size) ? min_t(size_t, size, PAGE_SIZE) : 32;

    pr_info("kmalloc(%zu): ksize %zu, aligned %d, slab %d\n", sizes[i], size,
            IS_ALIGNED((unsigned long)p, wanted), PageSlab(virt_to_head_page(p)));
    kfree(p);
  }
  pr_info("kmalloc(0) = %lx, ksize %zu\n", (unsigned long)kmalloc(0, GFP_KERNEL),
          ksize(ZERO_SIZE_PTR));
  pr_info("kmalloc(4M+1, NOWARN) = %lx\n",
          (unsigned long)kmalloc(4194305, GFP_KERNEL | __GFP_NOWARN));
  pr_info("kcalloc overflow = %lx\n", (unsigned long)kcalloc(65536, 65536, GFP_KERNEL));
  return 0;
}

static void __exit classes_exit(void) {}

module_init(classes_init);
module_exit(classes_exit);
MODULE_LICENSE("GPL");
