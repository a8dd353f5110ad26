// The vmalloc family: flags, zones, contents, entries; vmap with every kind of protection.
#include <asm/pgtable.h>
#include <asm/set_memory.h>
#include <linux/highmem.h>
#include <linux/io.h>
#include <linux/mm.h>
#include <linux/module.h>
#include <linux/sched.h>
#include <linux/slab.h>
#include <linux/vmalloc.h>

static u64 entry(const void* p) {
  unsigned int level;
  pte_t* pte = lookup_address((unsigned long)p, &level);
  return pte ? (pte_val(*pte) & ~((u64)0xfffffffff << 12)) | (u64)level << 52 : 0;
}
static void say(const char* what, const void* p) {
  pr_info("%s: %d offset %lx high %d entry %llx\n", what, p != NULL,
          p ? ((unsigned long)p & ~PAGE_MASK) : 0,
          p && vmalloc_to_page(p) ? PageHighMem(vmalloc_to_page(p)) : -1, p ? entry(p) : 0);
}
static int nonzero(const char* p, int n) {
  int i, c = 0;
  for (i = 0; i < n; i++) c += p[i] != 0;
  return c;
}
static void zone_of(const char* what, void* p) {
  struct page* page = p ? vmalloc_to_page(p) : NULL;
  pr_info("%s: zone %d refs %d\n", what, page ? page_zonenum(page) : -1,
          page ? page_count(page) : -1);
}
static int __init start(void) {
  char *a, *b, *c, *d;
  struct page* pages[4];
  int i;
  a = vmalloc(1);
  b = vmalloc(4096);
  c = vmalloc(4097);
  d = vmalloc(100000);
  say("a", a);
  say("c", c);
  vfree(b);
  vfree(d);
  b = vzalloc(8192);
  say("vzalloc", b);
  pr_info("nonzero %d\n", nonzero(b, 8192));
  vfree(b);
  b = vmalloc_user(5000);
  say("user", b);
  pr_info("nonzero %d\n", nonzero(b, 8192));
  vfree(b);
  b = vmalloc_32(5000);
  say("32", b);
  zone_of("32", b);
  vfree(b);
  b = vmalloc_32_user(5000);
  say("32u", b);
  zone_of("32u", b);
  vfree(b);
  b = __vmalloc(5000, GFP_KERNEL | GFP_DMA);
  say("dma", b);
  zone_of("dma", b);
  vfree(b);
  b = __vmalloc(5000, GFP_KERNEL);
  say("kernel", b);
  zone_of("kernel", b);
  vfree(b);
  b = __vmalloc(5000, GFP_NOFS);
  say("nofs", b);
  zone_of("nofs", b);
  vfree(b);
  b = __vmalloc(5000, GFP_KERNEL | __GFP_HIGHMEM | __GFP_ZERO);
  say("hm", b);
  zone_of("hm", b);
  vfree(b);
  b = __vmalloc(5000, GFP_KERNEL | __GFP_NOFAIL);
  say("nofail", b);
  zone_of("nofail", b);
  vfree(b);
  b = __vmalloc(5000, GFP_KERNEL | __GFP_MOVABLE);
  say("movable", b);
  zone_of("movable", b);
  vfree(b);
  b = __vmalloc(5000, GFP_ATOMIC);
  say("atomic", b);
  zone_of("atomic", b);
  vfree(b);
  b = __vmalloc(5000, GFP_NOWAIT);
  say("nowait", b);
  vfree(b);
  b = __vmalloc(5000, 0);
  say("0", b);
  vfree(b);
  b = vmalloc_huge(8 << 20, GFP_KERNEL);
  say("huge", b);
  pr_info("align %d\n", IS_ALIGNED((unsigned long)b, PMD_SIZE));
  vfree(b);
  b = vmalloc_node(9000, 0);
  say("node", b);
  vfree(b);
  b = vzalloc_node(9000, NUMA_NO_NODE);
  say("znode", b);
  vfree(b);
  b = kvmalloc(9 << 20, GFP_KERNEL);
  say("kv", b);
  kvfree(b);
  b = kvmalloc(0, GFP_KERNEL);
  pr_info("kvmalloc(0) %d\n", b == ZERO_SIZE_PTR);
  kvfree(b);
  b = kvmalloc(100, GFP_KERNEL | __GFP_ZERO);
  pr_info("kv100 vm %d\n", is_vmalloc_addr(b));
  kvfree(b);
  b = vcalloc(3, 5000);
  say("vcalloc", b);
  pr_info("nz %d\n", nonzero(b, 15000));
  vfree(b);
  b = vmalloc_array(1000, 1000);
  say("varr", b);
  vfree(b);
  pr_info("overflow %d\n", vmalloc_array(0x10000, 0x10001) != NULL);
  pr_info("overflow %d\n", vcalloc(0x80000000, 2) != NULL);
  b = kvrealloc(NULL, 0, 100, GFP_KERNEL);
  pr_info("kvr %d\n", b != NULL);
  for (i = 0; i < 100; i++) b[i] = i;
  b = kvrealloc(b, 100, 9 << 20, GFP_KERNEL);
  say("kvrealloc", b);
  pr_info("kept %d %d\n", b[5], b[99]);
  kvfree(b);
  for (i = 0; i < 4; i++) pages[i] = alloc_page(GFP_HIGHUSER);
  b = vmap(pages, 4, VM_MAP, PAGE_KERNEL);
  say("vmap", b);
  b[0] = 3;
  vunmap(b);
  pr_info("refs %d\n", page_count(pages[0]));
  b = vmap(pages, 4, VM_IOREMAP, PAGE_KERNEL_NOCACHE);
  say("vmap nocache", b);
  vunmap(b);
  b = vmap(pages, 4, 0, PAGE_KERNEL_RO);
  say("vmap ro", b);
  vunmap(b);
  b = vmap(pages, 4, VM_MAP | VM_USERMAP, PAGE_KERNEL_EXEC);
  say("vmap exec", b);
  vunmap(b);
  b = vmap(pages, 1, VM_MAP, PAGE_NONE);
  say("vmap none", b);
  vunmap(b);
  b = vmap(pages, 1, VM_MAP, PAGE_SHARED);
  say("vmap shared", b);
  vunmap(b);
  {
    struct page** arr = kvmalloc_array(4, sizeof *arr, GFP_KERNEL);
    memcpy(arr, pages, sizeof pages);
    for (i = 0; i < 4; i++) get_page(pages[i]);
    b = vmap(arr, 4, VM_MAP | VM_MAP_PUT_PAGES, PAGE_KERNEL);
    say("put", b);
    pr_info("refs %d\n", page_count(pages[1]));
    vfree(b);
    pr_info("refs %d\n", page_count(pages[1]));
  }
  b = vm_map_ram(pages, 4, -1);
  say("ram", b);
  vm_unmap_ram(b, 4);
  b = vm_map_ram(pages, 1, 0);
  say("ram1", b);
  pr_info("same page %d\n", vmalloc_to_page(b) == pages[0]);
  vm_unmap_ram(b, 1);
  pr_info("null %d\n", vmalloc_to_page(NULL) != NULL);
  pr_info("low  %d\n", vmalloc_to_page((void*)0xc2000000) == pfn_to_page(0x2000));
  vm_unmap_aliases();
  vfree(a);
  vfree(c);
  for (i = 0; i < 4; i++) __free_page(pages[i]);
  return 0;
}
static void __exit stop(void) {}
module_init(start);
module_exit(stop);
MODULE_LICENSE("GPL");
