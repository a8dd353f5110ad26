// Address space that runs out, sizes that cannot be, one a run: mapping_limits.cases.
#include <asm/pgtable.h>
#include <linux/highmem.h>
#include <linux/io.h>
#include <linux/mm.h>
#include <linux/module.h>
#include <linux/slab.h>
#include <linux/string.h>
#include <linux/vmalloc.h>
static char* which = "";
module_param(which, charp, 0);
static struct page* page;
#define DEVICE 0xd0000000ul
static void* list[4000];
static void fill_ioremap(void) {
  int n = 0, i;
  void __iomem* p;
  while (n < 4000 && (p = ioremap(DEVICE, 8 << 20))) list[n++] = p;
  pr_info("some %d\n", n > 10);
  for (i = 0; i < n; i++) iounmap(list[i]);
  p = ioremap(DEVICE, 8 << 20);
  pr_info("again %d\n", p != NULL);
  iounmap(p);
}
static void fill_vmap(void) {
  struct page** a = vmalloc(4096 * sizeof *a);
  int n = 0, i;
  void* p;
  for (i = 0; i < 4096; i++) a[i] = page;
  while (n < 4000 && (p = vmap(a, 4096, VM_MAP, PAGE_KERNEL))) list[n++] = p;
  pr_info("some %d\n", n > 3);
  for (i = 0; i < n; i++) vunmap(list[i]);
  p = vmap(a, 4096, VM_MAP, PAGE_KERNEL);
  pr_info("again %d\n", p != NULL);
  vunmap(p);
  vfree(a);
}
static void fill_ram(void) {
  struct page** a = vmalloc(4096 * sizeof *a);
  int n = 0, i;
  void* p;
  for (i = 0; i < 4096; i++) a[i] = page;
  while (n < 4000 && (p = vm_map_ram(a, 4096, -1))) list[n++] = p;
  pr_info("some %d\n", n > 3);
  for (i = 0; i < n; i++) vm_unmap_ram(list[i], 4096);
  p = vm_map_ram(a, 4096, -1);
  pr_info("again %d\n", p != NULL);
  vm_unmap_ram(p, 4096);
  vfree(a);
}
static void fill_vmalloc(void) {
  int n = 0, i;
  void* p;
  while (n < 4000 && (p = vmalloc(16 << 20))) list[n++] = p;
  pr_info("some %d\n", n > 3);
  for (i = 0; i < n; i++) vfree(list[i]);
  p = vmalloc(16 << 20);
  pr_info("again %d\n", p != NULL);
  vfree(p);
}
static void fill_quietly(void) {
  int n = 0, i;
  void* p;
  while (n < 4000 && (p = __vmalloc(16 << 20, GFP_KERNEL | __GFP_NOWARN))) list[n++] = p;
  pr_info("some %d\n", n > 3);
  for (i = 0; i < n; i++) vfree(list[i]);
}
static void fill_noretry(void) {
  int n = 0, i;
  void* p;
  while (n < 4000 && (p = __vmalloc(16 << 20, GFP_KERNEL | __GFP_NORETRY))) list[n++] = p;
  pr_info("some %d\n", n > 3);
  for (i = 0; i < n; i++) vfree(list[i]);
}
static void fill_kvmalloc(void) {
  int n = 0, i;
  void* p;
  while (n < 4000 && (p = kvmalloc(16 << 20, GFP_KERNEL))) list[n++] = p;
  pr_info("some %d\n", n > 3);
  for (i = 0; i < n; i++) kvfree(list[i]);
}
static void fragments(void) {
  int n = 0, i, m = 0;
  void* p;
  while (n < 4000 && (p = ioremap(DEVICE, 1 << 20))) list[n++] = p;
  for (i = 0; i < n; i += 2) {
    iounmap(list[i]);
    list[i] = NULL;
  }
  p = ioremap(DEVICE, 2 << 20);
  pr_info("two of one %d\n", p != NULL);
  if (p) iounmap(p);
  for (i = 0; i < n; i += 2)
    if ((list[i] = ioremap(DEVICE, 1 << 20))) m++;
  pr_info("all again %d\n", m >= n / 2 - 2);
  for (i = 0; i < n; i++)
    if (list[i]) iounmap(list[i]);
}
static void sizes(void) {
  static const unsigned long s[] = {0x7fffffff, 0x80000000, 0xfffff000,
                                    0xffffffff, 0xfffff001, 0x30000000};
  int i;
  for (i = 0; i < ARRAY_SIZE(s); i++) {
    void* p = vmalloc(s[i]);
    pr_info("%lx %d\n", s[i], p != NULL);
    p = __vmalloc(s[i], GFP_KERNEL | __GFP_ZERO | __GFP_NOWARN);
    pr_info("quiet %lx %d\n", s[i], p != NULL);
  }
  pr_info("user %d\n", vmalloc_user(0x30000000) != NULL);
  pr_info("32 %d\n", vmalloc_32(0x30000000) != NULL);
  pr_info("huge %d\n", vmalloc_huge(0x30000000, GFP_KERNEL) != NULL);
  pr_info("node %d\n", vzalloc_node(0x30000000, 0) != NULL);
  pr_info("kv %d\n", kvmalloc(0x30000000, GFP_KERNEL) != NULL);
  pr_info("kv %d\n", kvmalloc(0x80000000, GFP_KERNEL) != NULL);
  pr_info("kv %d\n", kvmalloc(0xf0000000, GFP_KERNEL | __GFP_NOWARN) != NULL);
  pr_info("kvarray %d\n", kvmalloc_array(0x10000, 0x20000, GFP_KERNEL) != NULL);
  pr_info("kvz %d\n", kvzalloc(0x7ffff000, GFP_KERNEL) != NULL);
}
static void io_sizes(void) {
  static const unsigned long s[] = {0x10000000, 0x0fffffff, 0x20000000, 0x30000000, 0x2ffff000};
  int i;
  for (i = 0; i < ARRAY_SIZE(s); i++) {
    void __iomem* p = ioremap(DEVICE, s[i]);
    pr_info("%lx %d\n", s[i], p != NULL);
    if (p) iounmap(p);
  }
  pr_info("memremap %d\n", memremap(DEVICE, 0x2ffff000, MEMREMAP_WB) != NULL);
}
static void nofail_space(void) {
  int n = 0, i;
  void* p;
  while (n < 4000 && (p = ioremap(DEVICE, 8 << 20))) list[n++] = p;
  p = __vmalloc(9 << 20, GFP_KERNEL | __GFP_NOFAIL | __GFP_NOWARN);
  pr_info("%d\n", p != NULL);
  for (i = 0; i < n; i++) iounmap(list[i]);
}
static void zero_sizes(void) {
  pr_info("%d %d %d %d\n", vmalloc(0) != NULL, vmalloc_user(0) != NULL, vmalloc_32(0) != NULL,
          __vmalloc(0, GFP_KERNEL | __GFP_NOWARN) != NULL);
  pr_info("%d\n", vmalloc_huge(0, GFP_KERNEL) != NULL);
  pr_info("ioremap %d\n", ioremap(DEVICE, 0) != NULL);
}
static void bad_gfp(void) {
  void* p = __vmalloc(PAGE_SIZE, GFP_KERNEL | __GFP_COMP);
  pr_info("comp %d %d\n", p != NULL, p ? PageCompound(vmalloc_to_page(p)) : 0);
  vfree(p);
  p = __vmalloc(PAGE_SIZE, GFP_KERNEL | __GFP_ACCOUNT);
  pr_info("account %d\n", p != NULL);
  vfree(p);
  p = __vmalloc(PAGE_SIZE, GFP_DMA);
  pr_info("dma %d\n", p ? page_zonenum(vmalloc_to_page(p)) : -1);
  vfree(p);
  p = __vmalloc(PAGE_SIZE, __GFP_DMA32);
  pr_info("dma32 %d\n", p ? page_zonenum(vmalloc_to_page(p)) : -1);
  vfree(p);
  p = __vmalloc(PAGE_SIZE, GFP_DMA | __GFP_HIGHMEM);
  pr_info("both %d\n", p ? page_zonenum(vmalloc_to_page(p)) : -1);
  vfree(p);
}

#define CASE(name) \
  { #name, name }
static const struct {
  const char* name;
  void (*run)(void);
} cases[] = {CASE(fill_ioremap), CASE(fill_vmap),    CASE(fill_ram),      CASE(fill_vmalloc),
             CASE(fill_quietly), CASE(fill_noretry), CASE(fill_kvmalloc), CASE(fragments),
             CASE(sizes),        CASE(io_sizes),     CASE(nofail_space),  CASE(zero_sizes),
             CASE(bad_gfp)};

static int __init start(void) {
  unsigned i;

  page = alloc_page(GFP_HIGHUSER);
  for (i = 0; i < ARRAY_SIZE(cases); i++)
    if (!strcmp(cases[i].name, which)) {
      cases[i].run();
      pr_info("the task goes on\n");
      return 0;
    }
  return -ENOENT;
}
static void __exit stop(void) {}
module_init(start);
module_exit(stop);
MODULE_LICENSE("GPL");
