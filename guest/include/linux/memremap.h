// Pages of devices.
#ifndef _LINUX_MEMREMAP_H
#define _LINUX_MEMREMAP_H

#include <linux/ioport.h>
#include <linux/mm.h>
#include <linux/mmzone.h>
#include <linux/percpu-refcount.h>
#include <linux/range.h>
#include <linux/types.h>

struct completion;
struct dev_pagemap;
struct dev_pagemap_ops;
struct page;
struct percpu_ref;
struct range;
struct vm_fault;
struct vmem_altmap;

#define PGMAP_ALTMAP_VALID (1 << 0)
struct vmem_altmap {
  unsigned long base_pfn;
  const unsigned long end_pfn;
  const unsigned long reserve;
  unsigned long free;
  unsigned long align;
  unsigned long alloc;
};
enum memory_type {
  MEMORY_DEVICE_PRIVATE = 1,
  MEMORY_DEVICE_COHERENT,
  MEMORY_DEVICE_FS_DAX,
  MEMORY_DEVICE_GENERIC,
  MEMORY_DEVICE_PCI_P2PDMA
};
struct dev_pagemap_ops {
  void (*page_free)(struct page*);
  vm_fault_t (*migrate_to_ram)(struct vm_fault*);
  int (*memory_failure)(struct dev_pagemap*, unsigned long, unsigned long, int);
};
struct dev_pagemap {
  struct vmem_altmap altmap;
  struct percpu_ref ref;
  struct completion done;
  enum memory_type type;
  unsigned int flags;
  unsigned long vmemmap_shift;
  const struct dev_pagemap_ops* ops;
  void* owner;
  int nr_range;
  union {
    struct range range;
    struct range ranges[0];
  };
};

// Inline in Linux.
struct device;
struct folio;
bool pgmap_has_memory_failure(struct dev_pagemap* pgmap);
struct vmem_altmap* pgmap_altmap(struct dev_pagemap* pgmap);
unsigned long pgmap_vmemmap_nr(struct dev_pagemap* pgmap);

// Inline in Linux.
bool pgmap_has_memory_failure(struct dev_pagemap* pgmap);
struct vmem_altmap* pgmap_altmap(struct dev_pagemap* pgmap);
unsigned long pgmap_vmemmap_nr(struct dev_pagemap* pgmap);

// Memory of devices has no pages here, as on every 32-bit x86.
static inline bool is_device_private_page(const struct page* page) { return false; }
static inline bool folio_is_device_private(const struct folio* folio) { return false; }
static inline bool is_pci_p2pdma_page(const struct page* page) { return false; }
static inline bool is_device_coherent_page(const struct page* page) { return false; }
static inline bool folio_is_device_coherent(const struct folio* folio) { return false; }
static inline void* devm_memremap_pages(struct device* dev, struct dev_pagemap* pgmap) {
  WARN_ON_ONCE(1);
  return ERR_PTR(-ENXIO);
}
static inline void devm_memunmap_pages(struct device* dev, struct dev_pagemap* pgmap) {}
static inline struct dev_pagemap* get_dev_pagemap(unsigned long pfn, struct dev_pagemap* pgmap) {
  return NULL;
}
static inline bool pgmap_pfn_valid(struct dev_pagemap* pgmap, unsigned long pfn) { return false; }
static inline unsigned long vmem_altmap_offset(struct vmem_altmap* altmap) { return 0; }
static inline void vmem_altmap_free(struct vmem_altmap* altmap, unsigned long nr_pfns) {}
static inline unsigned long memremap_compat_align(void) { return PAGE_SIZE; }
static inline void put_dev_pagemap(struct dev_pagemap* pgmap) {
  if (pgmap) percpu_ref_put(&pgmap->ref);
}

#endif
