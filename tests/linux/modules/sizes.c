/* Sizes, offsets and constants that are compiled into modules. */
#include <linux/mm.h>
#include <linux/module.h>
#include <linux/slab.h>
#include <linux/vmalloc.h>

#define SHOW(x) pr_info(#x " = %#lx\n", (unsigned long)(x))

static int __init sizes_init(void) {
  SHOW(sizeof(struct page));
  SHOW(offsetof(struct page, lru));
  SHOW(offsetof(struct page, mapping));
  SHOW(offsetof(struct page, _refcount));
  SHOW(offsetof(struct page, _mapcount));
  SHOW(sizeof(struct list_head));
  SHOW(sizeof(gfp_t));
  SHOW(sizeof(long long));
  SHOW(__alignof__(long long));
  SHOW(GFP_KERNEL);
  SHOW(GFP_ATOMIC);
  SHOW(GFP_NOIO);
  SHOW(GFP_NOFS);
  SHOW(GFP_NOWAIT);
  SHOW(GFP_USER);
  SHOW(GFP_HIGHUSER);
  SHOW(GFP_HIGHUSER_MOVABLE);
  SHOW(GFP_DMA);
  SHOW(GFP_DMA32);
  SHOW(__GFP_ZERO);
  SHOW(__GFP_NOWARN);
  SHOW(__GFP_COMP);
  SHOW(__GFP_HIGHMEM);
  SHOW(__GFP_RETRY_MAYFAIL);
  SHOW(__GFP_NOFAIL);
  SHOW(__GFP_NORETRY);
  SHOW(SLAB_HWCACHE_ALIGN);
  SHOW(SLAB_POISON);
  SHOW(SLAB_RED_ZONE);
  SHOW(SLAB_PANIC);
  SHOW(SLAB_TYPESAFE_BY_RCU);
  SHOW(ARCH_KMALLOC_MINALIGN);
  SHOW(KMALLOC_MAX_CACHE_SIZE);
  SHOW(KMALLOC_MAX_SIZE);
  SHOW(MAX_ORDER);
  SHOW(PAGE_SHIFT);
  SHOW(THREAD_SIZE);
  SHOW(VM_ALLOC);
  SHOW(VM_MAP);
  SHOW(VM_IOREMAP);
  SHOW(VM_USERMAP);
  SHOW(ZERO_SIZE_PTR);
  return 0;
}

static void __exit sizes_exit(void) {}

module_init(sizes_init);
module_exit(sizes_exit);
MODULE_LICENSE("GPL");
