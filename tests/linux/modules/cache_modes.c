// Cache modes of all kinds of memory, one a run: cache_modes.cases.
#include <asm/pgtable.h>
#include <asm/set_memory.h>
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
#define DEVICE 0xf0000000ul
static void show(const char* w, unsigned long a) {
  unsigned int l;
  pte_t* p = lookup_address(a, &l);
  pr_info("%s: level %u %llx\n", w, l, p ? (u64)pte_val(*p) & ~((u64)0xffffffffffull << 12) : 0);
}
static void vmalloc_uc(void) {
  unsigned long a = (unsigned long)vmalloc(3 * PAGE_SIZE);
  struct page* p = vmalloc_to_page((void*)a);
  pr_info("%d\n", set_memory_uc(a, 3));
  show("a", a);
  show("c", a + 2 * PAGE_SIZE);
  pr_info("high %d\n", PageHighMem(p));
  pr_info("%d\n", set_memory_wb(a, 3));
  show("a", a);
  vfree((void*)a);
}
static void vmalloc_low_alias(void) {
  unsigned long a = (unsigned long)__vmalloc(PAGE_SIZE, GFP_KERNEL | GFP_DMA);
  unsigned long l = (unsigned long)page_address(vmalloc_to_page((void*)a));
  show("alias", l);
  pr_info("%d\n", set_memory_uc(a, 1));
  show("a", a);
  show("alias", l);
  pr_info("%d\n", set_memory_wc(a, 1));
  show("a", a);
  show("alias", l);
  pr_info("%d\n", set_memory_wb(a, 1));
  show("a", a);
  show("alias", l);
  vfree((void*)a);
}
static void vmalloc_beyond(void) {
  unsigned long a = (unsigned long)vmalloc(2 * PAGE_SIZE);
  pr_info("%d\n", set_memory_uc(a, 4));
  show("a", a);
  show("b", a + PAGE_SIZE);
  vfree((void*)a);
}
static void unaligned(void) {
  unsigned long a = __get_free_pages(GFP_KERNEL, 2);
  pr_info("%d\n", set_memory_uc(a + 100, 1));
  show("a", a);
  show("b", a + PAGE_SIZE);
  pr_info("%d\n", set_memory_wb(a + 4000, 1));
  show("a", a);
  free_pages(a, 2);
}
static void zero_pages(void) {
  unsigned long a = __get_free_page(GFP_KERNEL);
  pr_info("%d\n", set_memory_uc(a, 0));
  show("a", a);
  pr_info("%d\n", set_memory_wb(a, 0));
  free_page(a);
}
static void negative(void) {
  unsigned long a = __get_free_page(GFP_KERNEL);
  pr_info("%d\n", set_memory_uc(a, -1));
  show("a", a);
}
static void ioremapped(void) {
  unsigned long a = (unsigned long)ioremap(DEVICE, 2 * PAGE_SIZE);
  show("a", a);
  pr_info("%d\n", set_memory_wc(a, 1));
  show("a", a);
  pr_info("%d\n", set_memory_wb(a, 2));
  show("a", a);
  pr_info("%d\n", set_memory_uc(a, 2));
  show("a", a);
  iounmap((void __iomem*)a);
}
static void kmapped(void) {
  unsigned long a = (unsigned long)kmap(page);
  show("a", a);
  pr_info("%d\n", set_memory_uc(a, 1));
  show("a", a);
  kunmap(page);
}
static void user(void) { pr_info("%d\n", set_memory_uc(0x10000000, 1)); }
static void hole(void) {
  pr_info("%d\n", set_memory_uc((unsigned long)high_memory + (4 << 20), 1));
}
static void at_guard(void) {
  unsigned long a = (unsigned long)vmalloc(PAGE_SIZE);
  pr_info("%d\n", set_memory_wc(a + PAGE_SIZE, 1));
  vfree((void*)a);
}
static void last_low(void) {
  unsigned long a = (unsigned long)high_memory - PAGE_SIZE;
  pr_info("%d\n", set_memory_uc(a, 1));
  show("last", a);
  pr_info("%d\n", set_memory_wb(a, 1));
  show("last", a);
}
static void past_low(void) {
  unsigned long a = (unsigned long)high_memory - PAGE_SIZE;
  pr_info("%d\n", set_memory_uc(a, 2));
  show("last", a);
}
static void twice(void) {
  unsigned long a = __get_free_page(GFP_KERNEL);
  pr_info("%d\n", set_memory_uc(a, 1));
  pr_info("%d\n", set_memory_uc(a, 1));
  show("a", a);
  pr_info("%d\n", set_memory_wc(a, 1));
  show("a", a);
  pr_info("%d\n", set_memory_wb(a, 1));
  pr_info("%d\n", set_memory_wb(a, 1));
  show("a", a);
  free_page(a);
}
static void arrays(void) {
  struct page* p[3] = {alloc_page(GFP_KERNEL), page, alloc_page(GFP_KERNEL)};
  pr_info("high %d\n", PageHighMem(page));
  pr_info("%d\n", set_pages_array_uc(p, 3));
  show("0", (unsigned long)page_address(p[0]));
  show("2", (unsigned long)page_address(p[2]));
  pr_info("%d\n", set_pages_array_wc(p, 3));
  show("0", (unsigned long)page_address(p[0]));
  pr_info("%d\n", set_pages_array_wb(p, 3));
  show("0", (unsigned long)page_address(p[0]));
  pr_info("0 pages %d\n", set_pages_array_uc(p, 0));
  __free_page(p[0]);
  __free_page(p[2]);
}
static void highmem_pages(void) {
  pr_info("%d\n", set_pages_uc(page, 1));
  pr_info("%d\n", set_pages_wb(page, 1));
}
static void slab(void) {
  char* o = kmalloc(100, GFP_KERNEL);
  unsigned long a = (unsigned long)o & PAGE_MASK;
  pr_info("%d\n", set_memory_uc(a, 1));
  show("a", a);
  *o = 1;
  pr_info("%d\n", set_memory_wb(a, 1));
  show("a", a);
  kfree(o);
}
static void isa(void) {
  pr_info("%d\n", set_memory_uc(0xc00a0000, 1));
  show("vga", 0xc00a0000);
  pr_info("%d\n", set_memory_wb(0xc00a0000, 1));
  show("vga", 0xc00a0000);
}
static void large_middle(void) {
  unsigned long a = 0xd0000000 + 37 * PAGE_SIZE;
  show("before", a);
  pr_info("%d\n", set_memory_uc(a, 3));
  show("a", a);
  show("d", a + 3 * PAGE_SIZE);
  pr_info("%d\n", set_memory_wb(a, 3));
  show("a", a);
  show("first", 0xd0000000);
}
static void across_large(void) {
  unsigned long a = 0xd0000000 + PMD_SIZE - PAGE_SIZE;
  pr_info("%d\n", set_memory_uc(a, 2));
  show("a", a);
  show("b", a + PAGE_SIZE);
  show("c", a + 2 * PAGE_SIZE);
  show("next", a + PAGE_SIZE + PMD_SIZE);
}
static void two_large(void) {
  unsigned long a = 0xd0000000;
  pr_info("%d\n", set_memory_uc(a, 2 * PMD_SIZE / PAGE_SIZE + 1));
  show("a", a);
  show("b", a + PMD_SIZE);
  show("c", a + 2 * PMD_SIZE);
  show("d", a + 2 * PMD_SIZE + PAGE_SIZE);
}
static void encrypted(void) {
  unsigned long a = __get_free_page(GFP_KERNEL);
  pr_info("%d %d\n", set_memory_encrypted(a, 1), set_memory_decrypted(a, 1));
  show("a", a);
  free_page(a);
}
static void free_uncached(void) {
  unsigned long a = __get_free_page(GFP_KERNEL);
  set_memory_uc(a, 1);
  free_page(a);
  show("freed", a);
}
static void module_text(void) {
  unsigned long a = (unsigned long)module_text & PAGE_MASK;
  show("text", a);
  pr_info("%d\n", set_memory_uc(a, 1));
  show("text", a);
}
#define CASE(n) \
  { #n, n }
static const struct {
  const char* name;
  void (*run)(void);
} cases[] = {CASE(vmalloc_uc),     CASE(vmalloc_low_alias),
             CASE(vmalloc_beyond), CASE(unaligned),
             CASE(zero_pages),     CASE(negative),
             CASE(ioremapped),     CASE(kmapped),
             CASE(user),           CASE(hole),
             CASE(at_guard),       CASE(last_low),
             CASE(past_low),       CASE(twice),
             CASE(arrays),         CASE(highmem_pages),
             CASE(slab),           CASE(isa),
             CASE(large_middle),   CASE(across_large),
             CASE(two_large),      CASE(encrypted),
             CASE(free_uncached),  CASE(module_text)};
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
