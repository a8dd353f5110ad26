// Mappings that belong to a device, and ranges that are several resources.
#include <asm/pgtable.h>
#include <linux/device.h>
#include <linux/err.h>
#include <linux/io.h>
#include <linux/ioport.h>
#include <linux/mm.h>
#include <linux/module.h>
#include <linux/vmalloc.h>

#define DEVICE 0xe8000000

static u64 flags_of(const void __iomem* address) {
  unsigned int level;
  pte_t* pte = lookup_address((unsigned long)address, &level);

  return pte ? pte_val(*pte) & 0xf9f : 0;
}

static int __init start(void) {
  struct device* dev = root_device_register("mappings");
  struct resource res = DEFINE_RES_MEM_NAMED(DEVICE + 0x10000, 0x2000, "registers");
  struct resource io = DEFINE_RES_IO(0x300, 8);
  void __iomem *a, *b, *c, *d;
  void* e;

  if (IS_ERR(dev)) return PTR_ERR(dev);
  a = devm_ioremap(dev, DEVICE, 0x1000);
  b = devm_ioremap_wc(dev, DEVICE + 0x1010, 0x20);
  c = devm_ioremap_uc(dev, DEVICE + 0x2000, 0x3000);
  pr_info("flags %llx %llx %llx, offset %lx\n", flags_of(a), flags_of(b), flags_of(c),
          (unsigned long)b & ~PAGE_MASK);
  pr_info("none %d\n", devm_ioremap(dev, DEVICE, 0) != NULL);
  devm_iounmap(dev, a);
  d = devm_ioremap_resource(dev, &res);
  pr_info("resource %d flags %llx\n", !IS_ERR(d), flags_of(d));
  pr_info("busy %ld\n", PTR_ERR(devm_ioremap_resource(dev, &res)));
  pr_info("ports %ld\n", PTR_ERR(devm_ioremap_resource(dev, &io)));
  pr_info("nothing %ld\n", PTR_ERR(devm_ioremap_resource(dev, NULL)));
  pr_info("taken %d\n", request_mem_region(DEVICE + 0x11000, 0x10, "x") != NULL);
  e = devm_memremap(dev, DEVICE + 0x20000, 0x1000, MEMREMAP_WB);
  pr_info("memremap %d flags %llx\n", !IS_ERR(e), flags_of((void __iomem*)e));
  pr_info("no kind %ld\n", PTR_ERR(devm_memremap(dev, DEVICE, 0x1000, 0)));
  devm_memunmap(dev, e);
  e = (void*)devm_ioport_map(dev, 0x80, 1);
  pr_info("port %d, none %d\n", e != NULL, devm_ioport_map(dev, 0x10000, 1) != NULL);
  devm_ioport_unmap(dev, (void __iomem*)e);
  pr_info("wc %d %d %d %d\n", arch_phys_wc_add(DEVICE, 0x100000), arch_phys_wc_index(0),
          devm_arch_phys_wc_add(dev, DEVICE, 0x100000),
          devm_arch_io_reserve_memtype_wc(dev, DEVICE, 0x100000));
  arch_phys_wc_del(0);
  arch_phys_wc_del(-1);
  root_device_unregister(dev);
  pr_info("free again %d\n", request_mem_region(DEVICE + 0x11000, 0x10, "x") != NULL);
  release_mem_region(DEVICE + 0x11000, 0x10);
  return 0;
}

static void __exit stop(void) {}

module_init(start);
module_exit(stop);
MODULE_LICENSE("GPL");
