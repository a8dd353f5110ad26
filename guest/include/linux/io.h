// Mapping and using device memory.
#ifndef _LINUX_IO_H
#define _LINUX_IO_H

#include <asm/io.h>
#include <asm/pgtable_types.h>
#include <linux/err.h>
#include <linux/ioport.h>
#include <linux/types.h>

enum {
  MEMREMAP_WB = 1 << 0,
  MEMREMAP_WT = 1 << 1,
  MEMREMAP_WC = 1 << 2,
  MEMREMAP_ENC = 1 << 3,
  MEMREMAP_DEC = 1 << 4,
};

void* memremap(resource_size_t offset, size_t size, unsigned long flags);
void memunmap(void* addr);

struct device;

int ioremap_page_range(unsigned long addr, unsigned long end, phys_addr_t phys_addr, pgprot_t prot);
void* devm_ioport_map(struct device* dev, unsigned long port, unsigned int nr);
void devm_ioport_unmap(struct device* dev, void* addr);
void* devm_ioremap(struct device* dev, resource_size_t offset, resource_size_t size);
void* devm_ioremap_uc(struct device* dev, resource_size_t offset, resource_size_t size);
void* devm_ioremap_wc(struct device* dev, resource_size_t offset, resource_size_t size);
void devm_iounmap(struct device* dev, void* addr);
int check_signature(const volatile void* io_addr, const unsigned char* signature, int length);
void devm_ioremap_release(struct device* dev, void* res);
#define devm_ioremap_nocache(dev, offset, size) devm_ioremap(dev, offset, size)
void __iomem* devm_ioremap_resource(struct device* dev, const struct resource* res);
void* devm_memremap(struct device* dev, resource_size_t offset, size_t size, unsigned long flags);
void devm_memunmap(struct device* dev, void* addr);
int devm_arch_phys_wc_add(struct device* dev, unsigned long base, unsigned long size);
int devm_arch_io_reserve_memtype_wc(struct device* dev, resource_size_t start,
                                    resource_size_t size);
#define IOMEM_ERR_PTR(err) (__force void __iomem*)ERR_PTR(err)

// Inline in Linux.
void* pci_remap_cfgspace(phys_addr_t offset, size_t size);

#define IOMEM_ERR_PTR(err) (__force void __iomem*)ERR_PTR(err)
#define arch_has_dev_port() (1)

#endif
