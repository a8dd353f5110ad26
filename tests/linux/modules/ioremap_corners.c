// ioremap and memremap of everything: cache modes, sizes, firmware, RAM, ends of the address space.
#include <asm/pgtable.h>
#include <asm/set_memory.h>
#include <linux/highmem.h>
#include <linux/io.h>
#include <linux/ioport.h>
#include <linux/mm.h>
#include <linux/module.h>
#include <linux/sched.h>
#include <linux/slab.h>
#include <linux/vmalloc.h>
#define DEV 0xf0000000ul
static u64 entry(const void __iomem* p) {
  unsigned int level;
  pte_t* pte = lookup_address((unsigned long)p, &level);
  return pte ? (pte_val(*pte)) | (u64)level << 52 : 0;
}
static void say(const char* what, void __iomem* p) {
  pr_info("%s: %d off %lx align %d entry %llx\n", what, p != NULL, (unsigned long)p & ~PAGE_MASK,
          p ? 1ul << __ffs((unsigned long)p & PAGE_MASK) >= PMD_SIZE : 0, entry(p));
}
static int __init start(void) {
  void __iomem *p, *q;
  void* m;
  int i;
  static const unsigned long sizes[] = {1,        4096,     4097,     0x8000,  0x9000,
                                        0x100000, 0x200000, 0x400000, 0x500000};
  for (i = 0; i < ARRAY_SIZE(sizes); i++) {
    p = ioremap(DEV + 0x123, sizes[i]);
    pr_info("size %lx aligned %d entry %llx\n", sizes[i],
            IS_ALIGNED((unsigned long)p & PAGE_MASK,
                       min(roundup_pow_of_two(sizes[i] + 0x123), 1ul << 21)),
            entry(p));
    iounmap(p);
  }
  p = ioremap(DEV, 100);
  q = ioremap_wc(DEV, 100);
  say("uc", p);
  say("wc over uc", q);
  iounmap(q);
  q = ioremap_cache(DEV, 100);
  say("wb over uc", q);
  if (q) iounmap(q);
  q = ioremap_wt(DEV, 100);
  say("wt over uc", q);
  if (q) iounmap(q);
  q = ioremap_uc(DEV, 100);
  say("strong uc over uc", q);
  if (q) iounmap(q);
  iounmap(p);
  p = ioremap_cache(DEV, 100);
  say("wb", p);
  q = ioremap(DEV, 100);
  say("uc over wb", q);
  if (q) iounmap(q);
  iounmap(p);
  p = ioremap_prot(DEV, 100, _PAGE_PCD);
  say("prot pcd", p);
  iounmap(p);
  p = ioremap_prot(DEV, 100, _PAGE_PWT);
  say("prot pwt", p);
  if (p) iounmap(p);
  p = ioremap_prot(DEV, 100, _PAGE_PWT | _PAGE_PCD | _PAGE_RW);
  say("prot both", p);
  iounmap(p);
  p = ioremap_prot(DEV, 100, 0x80);
  say("prot pat", p);
  if (p) iounmap(p);
  p = ioremap_encrypted(DEV, 100);
  say("encrypted", p);
  if (p) iounmap(p);
  p = ioremap(0xa0000, 0x1000);
  say("isa", p);
  pr_info("direct %d\n", p == (void*)0xc00a0000);
  iounmap(p);
  p = ioremap(0xf0000, 0x10000);
  say("bios", p);
  iounmap(p);
  p = ioremap(0, 0x1000);
  say("zero", p);
  if (p) iounmap(p);
  p = ioremap(0x1000, 0x1000);
  say("page 1", p);
  if (p) iounmap(p);
  p = ioremap(0x9f000, 0x1000);
  say("9f000", p);
  if (p) iounmap(p);
  p = ioremap(0x9e000, 0x3000);
  say("9e000", p);
  if (p) iounmap(p);
  p = ioremap(0xfee00000, 0x1000);
  say("apic", p);
  if (p) iounmap(p);
  p = ioremap(0xfffffffful, 1);
  say("last byte", p);
  if (p) iounmap(p);
  p = ioremap(0xffffffff - 4095, 0x1000);
  say("last page", p);
  if (p) iounmap(p);
  p = ioremap(0x1000000, 0x1000);
  say("kernel text", p);
  if (p) iounmap(p);
  p = ioremap(0x5000000, 0x1000);
  pr_info("used RAM %d\n", p != NULL);
  m = memremap(DEV, 0x1000, MEMREMAP_WB);
  say("mr wb", m);
  memunmap(m);
  m = memremap(DEV, 0x1000, MEMREMAP_WT);
  say("mr wt", m);
  memunmap(m);
  m = memremap(DEV, 0x1000, MEMREMAP_WC);
  say("mr wc", m);
  memunmap(m);
  m = memremap(DEV + 5, 0x1000, MEMREMAP_WB | MEMREMAP_WT | MEMREMAP_WC);
  say("mr all", m);
  memunmap(m);
  m = memremap(DEV, 0x1000, MEMREMAP_ENC);
  say("mr enc", m);
  memunmap(m);
  m = memremap(DEV, 0x1000, MEMREMAP_DEC);
  say("mr dec", m);
  memunmap(m);
  m = memremap(DEV, 0, MEMREMAP_WB);
  say("mr 0", m);
  memunmap(m);
  m = memremap(0x2000000, 0x1000, MEMREMAP_WB);
  pr_info("ram direct %d\n", m == (void*)0xc2000000);
  memunmap(m);
  m = memremap(0x2000000, 0, MEMREMAP_WB);
  pr_info("ram 0 %d\n", m == (void*)0xc2000000);
  m = memremap(0xf0000, 0x1000, MEMREMAP_WB);
  say("mr bios", m);
  memunmap(m);
  m = memremap(0xa0000, 0x1000, MEMREMAP_WT);
  say("mr vga", m);
  memunmap(m);
  memunmap(NULL);
  memunmap((void*)5);
  p = ioremap(DEV, 0x3000);
  pr_info("page %d %lx\n", vmalloc_to_page(p) != NULL, vmalloc_to_pfn(p + 0x1000));
  pr_info("is_vmalloc %d ioremap %d\n", is_vmalloc_addr(p), is_ioremap_addr(p));
  iounmap(p + 0x10);
  p = ioport_map(0x60, 4);
  pr_info("port %px\n", p);
  ioport_unmap(p);
  return 0;
}
static void __exit stop(void) {}
module_init(start);
module_exit(stop);
MODULE_LICENSE("GPL");
