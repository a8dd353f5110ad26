// Mappings of device memory, ports and regions that end with their device. Linux: 6.1
// lib/devres.c, kernel/iomem.c (devm_memremap), kernel/resource.c (__devm_request_region).
//
// Each is a devres node that holds what undoes it.
#include <linux/device.h>
#include <linux/err.h>
#include <linux/export.h>
#include <linux/io.h>
#include <linux/ioport.h>
#include <linux/slab.h>

#include "bug_at.h"

enum kind { AS_DEVICE, UNCACHED, WRITE_COMBINING };

static void release_mapping(struct device* dev, void* res) { iounmap(*(void __iomem**)res); }
static void release_ports(struct device* dev, void* res) { ioport_unmap(*(void __iomem**)res); }
static void release_memory(struct device* dev, void* res) { memunmap(*(void**)res); }
static int same_pointer(struct device* dev, void* res, void* wanted) {
  return *(void**)res == wanted;
}

// Remembers a pointer with the device; NULL when there is no pointer or no memory, then undone.
static void* keep(struct device* dev, void** node, void* mapped) {
  if (!mapped) {
    devres_free(node);
    return NULL;
  }
  *node = mapped;
  devres_add(dev, node);
  return mapped;
}

static void __iomem* map(struct device* dev, resource_size_t offset, resource_size_t size,
                         enum kind kind) {
  void** node = devres_alloc(release_mapping, sizeof(*node), GFP_KERNEL);

  if (!node) return NULL;
  if (kind == UNCACHED) return keep(dev, node, ioremap_uc(offset, size));
  if (kind == WRITE_COMBINING) return keep(dev, node, ioremap_wc(offset, size));
  return keep(dev, node, ioremap(offset, size));
}

void __iomem* devm_ioremap(struct device* dev, resource_size_t offset, resource_size_t size) {
  return map(dev, offset, size, AS_DEVICE);
}
EXPORT_SYMBOL(devm_ioremap);

void __iomem* devm_ioremap_uc(struct device* dev, resource_size_t offset, resource_size_t size) {
  return map(dev, offset, size, UNCACHED);
}
EXPORT_SYMBOL_GPL(devm_ioremap_uc);

void __iomem* devm_ioremap_wc(struct device* dev, resource_size_t offset, resource_size_t size) {
  return map(dev, offset, size, WRITE_COMBINING);
}
EXPORT_SYMBOL(devm_ioremap_wc);

void devm_iounmap(struct device* dev, void __iomem* addr) {
  WARN_ON_AT(devres_destroy(dev, release_mapping, same_pointer, (void*)addr), "lib/devres.c", 115);
  iounmap(addr);
}
EXPORT_SYMBOL(devm_iounmap);

struct region {
  struct resource* parent;
  resource_size_t start, n;
};

static void release_one_region(struct device* dev, void* res) {
  const struct region* region = res;
  __release_region(region->parent, region->start, region->n);
}
static int same_region(struct device* dev, void* res, void* wanted) {
  return !memcmp(res, wanted, sizeof(struct region));
}

struct resource* __devm_request_region(struct device* dev, struct resource* parent,
                                       resource_size_t start, resource_size_t n, const char* name) {
  struct region* region = devres_alloc(release_one_region, sizeof(*region), GFP_KERNEL);
  struct resource* res;

  if (!region) return NULL;
  *region = (struct region){.parent = parent, .start = start, .n = n};
  res = __request_region(parent, start, n, name, 0);
  if (res)
    devres_add(dev, region);
  else
    devres_free(region);
  return res;
}
EXPORT_SYMBOL(__devm_request_region);

void __devm_release_region(struct device* dev, struct resource* parent, resource_size_t start,
                           resource_size_t n) {
  struct region wanted = {.parent = parent, .start = start, .n = n};

  __release_region(parent, start, n);
  WARN_ON_AT(devres_destroy(dev, release_one_region, same_region, &wanted), "kernel/resource.c",
             1636);
}
EXPORT_SYMBOL(__devm_release_region);

void __iomem* devm_ioremap_resource(struct device* dev, const struct resource* res) {
  resource_size_t size;
  void __iomem* mapped;
  const char* name;

  if (!res || resource_type(res) != IORESOURCE_MEM) {
    dev_err(dev, "invalid resource\n");
    return IOMEM_ERR_PTR(-EINVAL);
  }
  size = resource_size(res);
  name = res->name ? devm_kasprintf(dev, GFP_KERNEL, "%s %s", dev_name(dev), res->name)
                   : devm_kstrdup(dev, dev_name(dev), GFP_KERNEL);
  if (!name) return IOMEM_ERR_PTR(-ENOMEM);
  if (!devm_request_mem_region(dev, res->start, size, name)) {
    dev_err(dev, "can't request region for resource %pR\n", res);
    return IOMEM_ERR_PTR(-EBUSY);
  }
  mapped = devm_ioremap(dev, res->start, size);
  if (mapped) return mapped;
  dev_err(dev, "ioremap failed for resource %pR\n", res);
  devm_release_mem_region(dev, res->start, size);
  return IOMEM_ERR_PTR(-ENOMEM);
}
EXPORT_SYMBOL(devm_ioremap_resource);

void __iomem* devm_ioport_map(struct device* dev, unsigned long port, unsigned int nr) {
  void** node = devres_alloc(release_ports, sizeof(*node), GFP_KERNEL);

  return node ? keep(dev, node, ioport_map(port, nr)) : NULL;
}
EXPORT_SYMBOL(devm_ioport_map);

void devm_ioport_unmap(struct device* dev, void __iomem* addr) {
  ioport_unmap(addr);
  WARN_ON_AT(devres_destroy(dev, release_ports, same_pointer, (void*)addr), "lib/devres.c", 308);
}
EXPORT_SYMBOL(devm_ioport_unmap);

void* devm_memremap(struct device* dev, resource_size_t offset, size_t size, unsigned long flags) {
  void** node = devres_alloc(release_memory, sizeof(*node), GFP_KERNEL);
  void* mapped;

  if (!node) return ERR_PTR(-ENOMEM);
  mapped = keep(dev, node, memremap(offset, size, flags));
  return mapped ? mapped : ERR_PTR(-ENXIO);
}
EXPORT_SYMBOL(devm_memremap);

void devm_memunmap(struct device* dev, void* addr) {
  WARN_ON_AT(devres_release(dev, release_memory, same_pointer, addr), "kernel/iomem.c", 164);
}
EXPORT_SYMBOL(devm_memunmap);

// The machine has no memory type range registers: nothing is changed, and nothing to undo.
int arch_phys_wc_add(unsigned long base, unsigned long size) { return 0; }
EXPORT_SYMBOL(arch_phys_wc_add);
void arch_phys_wc_del(int handle) {}
EXPORT_SYMBOL(arch_phys_wc_del);
int arch_phys_wc_index(int handle) { return -1; }
EXPORT_SYMBOL_GPL(arch_phys_wc_index);
int devm_arch_phys_wc_add(struct device* dev, unsigned long base, unsigned long size) { return 0; }
EXPORT_SYMBOL(devm_arch_phys_wc_add);
int devm_arch_io_reserve_memtype_wc(struct device* dev, resource_size_t start,
                                    resource_size_t size) {
  return 0;
}
EXPORT_SYMBOL(devm_arch_io_reserve_memtype_wc);
