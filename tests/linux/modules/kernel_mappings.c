// Kernel virtual memory as a module sees it: placement, page-table flags, slots. Addresses are
// printed relative to each other where they depend on what else a kernel has mapped.
#include <linux/gfp.h>
#include <linux/highmem.h>
#include <linux/init.h>
#include <linux/io.h>
#include <linux/kernel.h>
#include <linux/mm.h>
#include <linux/module.h>
#include <linux/vmalloc.h>

static struct page *pages[40];

static unsigned long flags_of(const void *address) {
  unsigned int level = 0;
  pte_t *pte = lookup_address((unsigned long)address, &level);
  if (!pte) return ~0ul;
  return ((unsigned long)pte_val(*pte) & 0xfff) | (unsigned long)level << 16;
}

static void areas(void) {
  char *a = vmalloc(8 << 20);
  char *b = vmalloc(8 << 20);
  char *c, *d;
  pr_info("vmalloc: aligned %lu, next after %lu, flags %lx, highmem %d\n",
          (unsigned long)a & ~PAGE_MASK, (unsigned long)(b - a), flags_of(a),
          !!PageHighMem(vmalloc_to_page(a)));
  pr_info("guard: flags %lx, page %d, is_vmalloc_addr %d\n", flags_of(a + (8 << 20)),
          vmalloc_to_page(a + (8 << 20)) != NULL, is_vmalloc_addr(a + (8 << 20)));
  pr_info("pfn agrees %d, other addresses %d %d\n",
          vmalloc_to_pfn(a) == page_to_pfn(vmalloc_to_page(a)), is_vmalloc_addr(pages),
          is_vmalloc_addr((void *)PAGE_OFFSET));
  vfree(a);
  pr_info("freed: flags %lx\n", flags_of(a) & 0xfff);
  c = vmalloc(8 << 20);
  pr_info("the freed range is not reused: %d\n", c != a);
  vfree(c);
  vm_unmap_aliases();
  d = vmalloc(8 << 20);
  pr_info("after vm_unmap_aliases it is: %d\n", d == a);
  vfree(b);
  vfree(d);
  a = vmalloc_32(1 << 20);
  pr_info("vmalloc_32: highmem %d\n", !!PageHighMem(vmalloc_to_page(a)));
  vfree(a);
  a = vmalloc_user(100);
  pr_info("vmalloc_user: zero %d\n", a[0] == 0 && a[4095] == 0);
  vfree(a);
  vfree(NULL);
}

static void mappings(void) {
  char *a = vmap(pages, 4, VM_MAP, PAGE_KERNEL);
  char *b = vm_map_ram(pages, 3, -1);
  char *c = vm_map_ram(pages, 1, -1);
  char *d = vm_map_ram(pages, 40, -1);
  pr_info("vmap: pages in order %d, flags %lx\n",
          vmalloc_to_page(a) == pages[0] && vmalloc_to_page(a + 3 * PAGE_SIZE) == pages[3],
          flags_of(a));
  pr_info("vmap of nothing: %d\n", vmap(pages, 0, VM_MAP, PAGE_KERNEL) != NULL);
  pr_info("vm_map_ram: in block at %lx, next after %lu, large one in it %d, flags %lx\n",
          (unsigned long)b & 0x3ffff, (unsigned long)(c - b),
          ((unsigned long)d & ~0x3fffful) == ((unsigned long)b & ~0x3fffful), flags_of(b));
  vm_unmap_ram(b, 3);
  pr_info("unmapped: %lx\n", flags_of(b) & 0xfff);
  vm_unmap_ram(c, 1);
  vm_unmap_ram(d, 40);
  vunmap(a);
}

static void persistent(void) {
  struct page *high = alloc_page(GFP_HIGHUSER), *second = alloc_page(GFP_HIGHUSER);
  char *a, *b;
  pr_info("highmem page: %d, address %d\n", !!PageHighMem(high), page_address(high) != NULL);
  a = kmap(high);
  b = kmap(second);
  pr_info("kmap: next slot after %lu, flags %lx, again %d\n", (unsigned long)(b - a), flags_of(a),
          kmap(high) == a);
  strcpy(a, "written through kmap");
  kunmap(high);
  kunmap(high);
  pr_info("unmapped: address kept %d, flags %lx, again %d\n", page_address(high) == a, flags_of(a),
          kmap(high) == a);
  kunmap(high);
  kunmap(second);
  pr_info("lowmem page: kmap is its address %d\n", kmap(pages[0]) == page_address(pages[0]));
  kunmap(pages[0]);
  a = kmap_atomic(high);
  b = kmap_atomic(second);
  pr_info("kmap_atomic: %lx %lx, flags %lx, preempt_count %d, reads \"%s\"\n", (unsigned long)a,
          (unsigned long)b, flags_of(a), preempt_count(), a);
  kunmap_atomic(b);
  pr_info("unmapped: flags %lx, preempt_count %d\n", flags_of(b) & 0xfff, preempt_count());
  kunmap_atomic(a);
  a = kmap_local_page(high);
  b = kmap_local_page(high);
  pr_info("kmap_local_page: %lx %lx, preempt_count %d\n", (unsigned long)a, (unsigned long)b,
          preempt_count());
  kunmap_local(b);
  kunmap_local(a);
  clear_highpage(high);
  copy_highpage(second, high);
  memcpy_to_page(second, 100, "abc", 3);
  a = kmap_local_page(second);
  pr_info("copied: %d %d %.3s\n", a[0], a[4095], a + 100);
  kunmap_local(a);
  __free_page(high);
  __free_page(second);
}

static void devices(void) {
  char *a = ioremap(0xf0000123, 16);
  char *b = ioremap(0xf0000ff0, 0x20);
  char *c = ioremap(0xf0000000, 1 << 20);
  char *d = ioremap(0xf0000000, 0x5000);
  char *e = ioremap(0xf0000000, 8 << 20);
  pr_info("ioremap: offsets %lx %lx, aligned %lx %lx %lx\n", (unsigned long)a & ~PAGE_MASK,
          (unsigned long)b & ~PAGE_MASK, (unsigned long)c & 0xfffff, (unsigned long)d & 0x7fff,
          (unsigned long)e & 0x1fffff);
  pr_info("flags %lx, second page %lx, behind %lx\n", flags_of(a), flags_of(b + 0x20),
          flags_of(b + 0x1020) & 0xfff);
  iounmap(a);
  iounmap(b);
  iounmap(c);
  iounmap(d);
  iounmap(e);
  a = ioremap_cache(0xf0000000, 4096);
  b = ioremap_wc(0xf1000000, 4096);
  c = ioremap_uc(0xf2000000, 4096);
  d = ioremap_wt(0xf3000000, 4096);
  pr_info("cache %lx, wc %lx, uc %lx, wt %lx\n", flags_of(a), flags_of(b), flags_of(c),
          flags_of(d));
  iounmap(a);
  iounmap(b);
  iounmap(c);
  iounmap(d);
  pr_info("empty %d, below 1M %d\n", ioremap(0xf0000000, 0) != NULL, ioremap(0xb8000, 4096) != NULL);
  pr_info("memremap of RAM is the direct map: %d\n",
          memremap(0x200000, 4096, MEMREMAP_WB) == __va(0x200000));
  pr_info("iounmap of nothing and of lowmem is silent\n");
  iounmap(NULL);
  iounmap(__va(0x200000));
}

static int __init kernel_mappings_init(void) {
  int i;
  for (i = 0; i < 40; i++) pages[i] = alloc_page(GFP_KERNEL);
  areas();
  mappings();
  persistent();
  devices();
  for (i = 0; i < 40; i++) __free_page(pages[i]);
  return 0;
}

static void __exit kernel_mappings_exit(void) {}

module_init(kernel_mappings_init);
module_exit(kernel_mappings_exit);
MODULE_LICENSE("GPL");
