// Virtually contiguous memory.
#ifndef _LINUX_VMALLOC_H
#define _LINUX_VMALLOC_H

#include <asm/page.h>
#include <asm/pgtable.h>
#include <linux/gfp.h>
#include <linux/init.h>
#include <linux/list.h>
#include <linux/llist.h>
#include <linux/mm_types.h>
#include <linux/overflow.h>
#include <linux/rbtree.h>
#include <linux/spinlock.h>
#include <linux/types.h>
#include <linux/version.h>

#define VM_IOREMAP 0x00000001
#define VM_ALLOC 0x00000002
#define VM_MAP 0x00000004
#define VM_USERMAP 0x00000008
#define VM_DMA_COHERENT 0x00000010
#define VM_UNINITIALIZED 0x00000020
#define VM_NO_GUARD 0x00000040
#define VM_KASAN 0x00000080
#define VM_FLUSH_RESET_PERMS 0x00000100
#define VM_MAP_PUT_PAGES 0x00000200
#define VM_ALLOW_HUGE_VMAP 0x00000400

struct vm_struct {
  struct vm_struct* next;
  void* addr;
  unsigned long size;
  unsigned long flags;
  struct page** pages;
  unsigned int nr_pages;
  phys_addr_t phys_addr;
  const void* caller;
};
_Static_assert(sizeof(struct vm_struct) == 28 + sizeof(phys_addr_t),
               "struct vm_struct of 6.1 i386");

void* vmalloc(unsigned long size) __malloc;
void* vzalloc(unsigned long size) __malloc;
void* vmalloc_user(unsigned long size) __malloc;
void* vmalloc_node(unsigned long size, int node);
void* vzalloc_node(unsigned long size, int node);
void* vmalloc_32(unsigned long size);
void* vmalloc_32_user(unsigned long size);
void* vmalloc_huge(unsigned long size, gfp_t gfp_mask);
void*(__vmalloc)(unsigned long size, gfp_t gfp_mask);
void* __vmalloc_array(size_t n, size_t size, gfp_t flags);
void* vmalloc_array(size_t n, size_t size);
void* __vcalloc(size_t n, size_t size, gfp_t flags);
void* vcalloc(size_t n, size_t size);
void vfree(const void* addr);
void vfree_atomic(const void* addr);
void* vmap(struct page** pages, unsigned int count, unsigned long flags, pgprot_t prot);
void* vmap_pfn(unsigned long* pfns, unsigned int count, pgprot_t prot);
void vunmap(const void* addr);
void* vm_map_ram(struct page** pages, unsigned int count, int node);
#if LINUX_VERSION_CODE < KERNEL_VERSION(5, 8, 0)
#define __MM32_MAP_RAM3(pages, count, node) (vm_map_ram)(pages, count, node)
#define __MM32_MAP_RAM4(pages, count, node, prot) (vm_map_ram)(pages, count, node)
#define __MM32_MAP_RAM(a, b, c, d, name, ...) name
#define vm_map_ram(...) \
  __MM32_MAP_RAM(__VA_ARGS__, __MM32_MAP_RAM4, __MM32_MAP_RAM3, 0)(__VA_ARGS__)
#endif
void vm_unmap_ram(const void* mem, unsigned int count);
void vm_unmap_aliases(void);
struct vm_struct* find_vm_area(const void* addr);
struct vm_struct* get_vm_area(unsigned long size, unsigned long flags);
#if LINUX_VERSION_CODE < KERNEL_VERSION(5, 8, 0)
// The range that callers gave was that of the vmalloc area, where every area lies here.
#define __get_vm_area(size, flags, start, end) \
  ((void)(start), (void)(end), get_vm_area(size, flags))
#endif
void free_vm_area(struct vm_struct* area);
struct vm_struct* remove_vm_area(const void* addr);
long vread(char* buf, char* addr, unsigned long count);
bool is_vmalloc_addr(const void* x);
struct page* vmalloc_to_page(const void* addr);
unsigned long vmalloc_to_pfn(const void* addr);
int remap_vmalloc_range(struct vm_area_struct* vma, void* addr, unsigned long pgoff);
int remap_vmalloc_range_partial(struct vm_area_struct* vma, unsigned long uaddr, void* kaddr,
                                unsigned long pgoff, unsigned long size);
struct notifier_block;
int register_vmap_purge_notifier(struct notifier_block* nb);
int unregister_vmap_purge_notifier(struct notifier_block* nb);
#define vmalloc_exec(size) vmalloc(size)
#define vmalloc_sync_all()
// Until 5.8 a protection followed the flags.
#define __vmalloc(size, gfp, ...) (__vmalloc)(size, gfp)

static inline size_t get_vm_area_size(const struct vm_struct* area) {
  return area->flags & VM_NO_GUARD ? area->size : area->size - PAGE_SIZE;
}

struct list_head;
struct notifier_block;
struct rb_node;
struct vm_area_struct;
struct vmap_area;

#define VM_DEFER_KMEMLEAK 0
#define VMALLOC_TOTAL (VMALLOC_END - VMALLOC_START)
struct vmap_area {
  unsigned long va_start;
  unsigned long va_end;
  struct rb_node rb_node;
  struct list_head list;
  union {
    unsigned long subtree_max_size;
    struct vm_struct* vm;
  };
};
void vmalloc_init(void);
unsigned long vmalloc_nr_pages(void);
void* __vmalloc_node_range(unsigned long size, unsigned long align, unsigned long start,
                           unsigned long end, gfp_t gfp_mask, pgprot_t prot, unsigned long vm_flags,
                           int node, const void* caller);
void* __vmalloc_node(unsigned long size, unsigned long align, gfp_t gfp_mask, int node,
                     const void* caller);
int remap_vmalloc_range_partial(struct vm_area_struct* vma, unsigned long uaddr, void* kaddr,
                                unsigned long pgoff, unsigned long size);
struct vm_struct* get_vm_area_caller(unsigned long size, unsigned long flags, const void* caller);
struct vm_struct* __get_vm_area_caller(unsigned long size, unsigned long flags, unsigned long start,
                                       unsigned long end, const void* caller);
struct vmap_area* find_vmap_area(unsigned long addr);
void vunmap_range(unsigned long addr, unsigned long end);
extern struct list_head vmap_area_list;
void vm_area_add_early(struct vm_struct* vm);
void vm_area_register_early(struct vm_struct* vm, size_t align);
struct vm_struct** pcpu_get_vm_areas(const unsigned long* offsets, const size_t* sizes, int nr_vms,
                                     size_t align);
void pcpu_free_vm_areas(struct vm_struct** vms, int nr_vms);
int register_vmap_purge_notifier(struct notifier_block* nb);
int unregister_vmap_purge_notifier(struct notifier_block* nb);
bool vmalloc_dump_obj(void* object);

// Inline in Linux.

struct page;
static inline bool is_vm_area_hugepages(const void* addr) { return false; }
static inline void set_vm_flush_reset_perms(void* addr) {
  struct vm_struct* area = find_vm_area(addr);
  if (area) area->flags |= VM_FLUSH_RESET_PERMS;
}

// i386 maps vmalloc areas by single pages only.
static inline bool arch_vmap_p4d_supported(pgprot_t prot) { return false; }
static inline bool arch_vmap_pud_supported(pgprot_t prot) { return false; }
static inline bool arch_vmap_pmd_supported(pgprot_t prot) { return false; }
static inline unsigned long arch_vmap_pte_range_map_size(unsigned long addr, unsigned long end,
                                                         u64 pfn, unsigned int max_page_shift) {
  return PAGE_SIZE;
}
static inline int arch_vmap_pte_supported_shift(unsigned long size) { return PAGE_SHIFT; }
static inline pgprot_t arch_vmap_pgprot_tagged(pgprot_t prot) { return prot; }

#endif
