// A range of device memory that is mapped page by page, write-combining.
#ifndef _LINUX_IO_MAPPING_H
#define _LINUX_IO_MAPPING_H

#include <asm/iomap.h>
#include <linux/io.h>
#include <linux/slab.h>

struct io_mapping {
  resource_size_t base;
  unsigned long size;
  pgprot_t prot;
  void __iomem* iomem;
};

static inline struct io_mapping* io_mapping_init_wc(struct io_mapping* iomap, resource_size_t base,
                                                    unsigned long size) {
  if (iomap_create_wc(base, size, &iomap->prot)) return NULL;
  iomap->base = base;
  iomap->size = size;
  return iomap;
}
static inline void io_mapping_fini(struct io_mapping* mapping) {
  iomap_free(mapping->base, mapping->size);
}
static inline struct io_mapping* io_mapping_create_wc(resource_size_t base, unsigned long size) {
  struct io_mapping* iomap = kmalloc(sizeof(*iomap), GFP_KERNEL);
  if (iomap && io_mapping_init_wc(iomap, base, size)) return iomap;
  kfree(iomap);
  return NULL;
}
static inline void io_mapping_free(struct io_mapping* iomap) {
  io_mapping_fini(iomap);
  kfree(iomap);
}
static inline void __iomem* io_mapping_map_local_wc(struct io_mapping* mapping,
                                                    unsigned long offset) {
  BUG_ON(offset >= mapping->size);
  return __iomap_local_pfn_prot((mapping->base + offset) >> PAGE_SHIFT, mapping->prot);
}
static inline void io_mapping_unmap_local(void __iomem* vaddr) {
  kunmap_local((void __force*)vaddr);
}
static inline void __iomem* io_mapping_map_atomic_wc(struct io_mapping* mapping,
                                                     unsigned long offset) {
  preempt_disable();
  pagefault_disable();
  return io_mapping_map_local_wc(mapping, offset);
}
static inline void io_mapping_unmap_atomic(void __iomem* vaddr) {
  io_mapping_unmap_local(vaddr);
  pagefault_enable();
  preempt_enable();
}
static inline void __iomem* io_mapping_map_wc(struct io_mapping* mapping, unsigned long offset,
                                              unsigned long size) {
  BUG_ON(offset >= mapping->size);
  return ioremap_wc(mapping->base + offset, size);
}
static inline void io_mapping_unmap(void __iomem* vaddr) { iounmap(vaddr); }

struct vm_area_struct;

int io_mapping_map_user(struct io_mapping* iomap, struct vm_area_struct* vma, unsigned long addr,
                        unsigned long pfn, unsigned long size);

#endif
