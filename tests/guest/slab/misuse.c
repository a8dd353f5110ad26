/* Wrong calls of the slab allocator without debugging: one a run. */
#include <linux/highmem.h>
#include <linux/mempool.h>
#include <linux/mm.h>
#include <linux/module.h>
#include <linux/slab.h>
#include <linux/spinlock.h>
#include <linux/vmalloc.h>

static int which;
module_param(which, int, 0);
static char in_module[64] __aligned(64);
static DEFINE_SPINLOCK(lock);
static noinline void go(void) {
  char stack[64] __aligned(64);
  void *p, *q;
  struct kmem_cache* s;
  void* bulk[3];
  switch (which) {
    case 0:
      p = kmalloc(64, GFP_KERNEL);
      kfree(p);
      kfree(p);
      break;
    case 1:
      p = kmalloc(256, GFP_KERNEL);
      kfree((char*)p + 8);
      pr_info("interior freed\n");
      q = kmalloc(256, GFP_KERNEL);
      pr_info("same %d off by 8 %d\n", q == p, (char*)q == (char*)p + 8);
      break;
    case 2:
      kfree(vmalloc(5000));
      break;
    case 3:
      stack[0] = 1;
      barrier_data(stack);
      kfree(stack);
      break;
    case 4:
      kfree(in_module);
      break;
    case 5:
      kfree((void*)0x1000);
      break;
    case 6:
      kfree((void*)0x11);
      break;
    case 7:
      kfree(ERR_PTR(-12));
      break;
    case 8:
      p = kmap(alloc_page(GFP_HIGHUSER));
      kfree(p);
      break;
    case 9:
      p = kmap_atomic(alloc_page(GFP_HIGHUSER));
      kfree(p);
      break;
    case 10:
      kmem_cache_free(NULL, kmalloc(64, GFP_KERNEL));
      break;
    case 11:
      pr_info("%p\n", kmem_cache_alloc(NULL, GFP_KERNEL));
      break;
    case 12:
      pr_info("%d\n", kmem_cache_create(NULL, 64, 0, 0, NULL) != NULL);
      break;
    case 13:
      s = kmem_cache_create("nf_two", 100, 0, SLAB_NOLEAKTRACE, NULL);
      kmem_cache_destroy(s);
      kmem_cache_destroy(s);
      break;
    case 14:
      s = kmem_cache_create("nf_zero", 0, 0, 0, NULL);
      pr_info("%d\n", s != NULL);
      break;
    case 15:
      pr_info("ksize stack %zu\n", ksize(stack));
      break;
    case 16:
      pr_info("ksize module %zu\n", ksize(in_module));
      break;
    case 17:
      pr_info("%p\n", mempool_alloc(NULL, GFP_KERNEL));
      break;
    case 18:
      p = kmalloc(100, GFP_KERNEL);
      kfree(p);
      q = krealloc(p, 500, GFP_KERNEL);
      pr_info("realloc of freed %d\n", q != NULL);
      break;
    case 19:
      kfree_sensitive((char*)kmalloc(100, GFP_KERNEL) + 16);
      pr_info("sensitive interior\n");
      break;
    case 20:
      s = kmem_cache_create("nf_bulk", 104, 0, SLAB_NOLEAKTRACE, NULL);
      bulk[0] = bulk[1] = kmem_cache_alloc(s, GFP_KERNEL);
      kmem_cache_free_bulk(s, 2, bulk);
      pr_info("bulk twice\n");
      break;
    case 21:
      s = kmem_cache_create("nf_panic", 8 << 20, 0, SLAB_PANIC, NULL);
      break;
    case 22:
      kvfree(stack);
      break;
    case 23:
      vfree(kmalloc(64, GFP_KERNEL));
      break;
    case 24:
      p = kmalloc(8192 * 3, GFP_KERNEL);
      kfree((char*)p + 4096);
      pr_info("large interior\n");
      break;
    case 25:
      p = (void*)__get_free_pages(GFP_KERNEL, 2);
      kfree(p);
      pr_info("pages\n");
      break;
    case 26:
      s = kmem_cache_create("nf_free", 120, 0, SLAB_NOLEAKTRACE, NULL);
      p = kmem_cache_alloc(s, GFP_KERNEL);
      kmem_cache_free(s, p);
      kmem_cache_free(s, p);
      pr_info("twice\n");
      break;
    case 27:
      s = kmem_cache_create("nf_free2", 120, 0, SLAB_NOLEAKTRACE, NULL);
      p = kmem_cache_alloc(s, GFP_KERNEL);
      q = kmem_cache_alloc(s, GFP_KERNEL);
      kmem_cache_free(s, p);
      kmem_cache_free(s, q);
      kmem_cache_free(s, p);
      pr_info("twice with one between\n");
      bulk[0] = kmem_cache_alloc(s, GFP_KERNEL);
      bulk[1] = kmem_cache_alloc(s, GFP_KERNEL);
      bulk[2] = kmem_cache_alloc(s, GFP_KERNEL);
      pr_info("same object twice %d\n", bulk[0] == bulk[2]);
      break;
    case 28:
      kmem_cache_destroy((void*)kzalloc(256, GFP_KERNEL));
      pr_info("no cache\n");
      break;
    case 29:
      kmem_cache_shrink(NULL);
      break;
    case 30:
      pr_info("%u\n", kmem_cache_size(NULL));
      break;
    case 31:
      kmem_cache_free((void*)0x10, kmalloc(64, GFP_KERNEL));
      break;
    case 32:
      spin_lock(&lock);
      p = kmalloc(64, GFP_KERNEL);
      spin_unlock(&lock);
      kfree(p);
      pr_info("atomic\n");
      break;
    case 33:
      spin_lock(&lock);
      p = vmalloc(64);
      spin_unlock(&lock);
      vfree(p);
      pr_info("atomic vmalloc\n");
      break;
    case 34:
      local_irq_disable();
      p = kmalloc(64, GFP_KERNEL);
      s = kmem_cache_create("nf_irq", 48, 0, 0, NULL);
      local_irq_enable();
      kfree(p);
      kmem_cache_destroy(s);
      pr_info("irq off\n");
      break;
    case 35:
      s = kmem_cache_create("", 48, 0, SLAB_NOLEAKTRACE, NULL);
      pr_info("empty name %d\n", s != NULL);
      break;
    case 36:
      s = kmem_cache_create("nf/slash here", 48, 0, SLAB_NOLEAKTRACE, NULL);
      pr_info("slash %d\n", s != NULL);
      kmem_cache_destroy(s);
      break;
    case 37:
      s = kmem_cache_create("nf_dup", 48, 0, SLAB_NOLEAKTRACE, NULL);
      pr_info("first %d\n", s != NULL);
      pr_info("second %d\n", kmem_cache_create("nf_dup", 56, 0, SLAB_NOLEAKTRACE, NULL) != NULL);
      pr_info("third %d\n", kmem_cache_create("nf_dup", 48, 0, SLAB_NOLEAKTRACE, NULL) != NULL);
      break;
    case 38:
      s = kmem_cache_create("kmalloc-64", 48, 0, SLAB_NOLEAKTRACE, NULL);
      pr_info("as kmalloc-64 %d\n", s != NULL);
      break;
    case 39:
      s = kmem_cache_create("nf_bug", 48, 3, SLAB_NOLEAKTRACE, NULL);
      pr_info("align 3 %d\n", s != NULL);
      p = kmem_cache_alloc(s, GFP_KERNEL);
      q = kmem_cache_alloc(s, GFP_KERNEL);
      pr_info("apart %d\n", abs((int)(p - q)) % 48);
      break;
  }
}
static int __init m_init(void) {
  pr_info("case %d\n", which);
  go();
  pr_info("alive\n");
  return 0;
}
static void __exit m_exit(void) {}
module_init(m_init);
module_exit(m_exit);

MODULE_LICENSE("GPL");

// mm32-expect: status 1
// mm32-expect: log ^kernel BUG at mm/slub.c:419!$
// mm32-expect: message Likely cause: a double free
