// What modules import from arch/x86/mm and mm/vmalloc.c to look at and change mappings.
#include <asm/iomap.h>
#include <asm/memtype.h>
#include <asm/pgtable.h>
#include <asm/set_memory.h>
#include <linux/highmem.h>
#include <linux/io-mapping.h>
#include <linux/io.h>
#include <linux/ioport.h>
#include <linux/mm.h>
#include <linux/module.h>
#include <linux/sched.h>
#include <linux/sched/mm.h>
#include <linux/slab.h>
#include <linux/uaccess.h>
#include <linux/vmalloc.h>

#define DEVICE 0xf0000000

static u64 flags_of(const void* address) {
  unsigned int level;
  pte_t* pte = lookup_address((unsigned long)address, &level);

  return pte ? (u64)level << 16 | (pte_val(*pte) & 0xfff) : 0;
}

static int show(pte_t* pte, unsigned long address, void* data) {
  pr_info("  page %lu: %llx\n", (address - (unsigned long)data) / PAGE_SIZE,
          (u64)pte_val(*pte) & 0xfff);
  return 0;
}

static int count(pte_t* pte, unsigned long address, void* data) {
  ++*(int*)data;
  return 0;
}

static int stop_at_third(pte_t* pte, unsigned long address, void* data) {
  return ++*(int*)data == 3 ? -7 : 0;
}

static void apply(void) {
  unsigned long pfns[3] = {0xf0000, 0xf0001, 0xf0002};
  char* area = vmap_pfn(pfns, 3, PAGE_KERNEL);
  int n = 0, result;

  if (!area) return;
  result = apply_to_page_range(current->mm, (unsigned long)area, 3 * PAGE_SIZE, show, area);
  pr_info("vmap_pfn, apply %d\n", result);
  vunmap(area);
  area = vmalloc(5 * PAGE_SIZE);
  result = apply_to_page_range(current->mm, (unsigned long)area, 5 * PAGE_SIZE, count, &n);
  pr_info("apply %d %d\n", result, n);
  n = 0;
  result = apply_to_page_range(current->mm, (unsigned long)area, 5 * PAGE_SIZE, stop_at_third, &n);
  pr_info("apply %d %d\n", result, n);
  n = 0;
  result = apply_to_existing_page_range(current->mm, (unsigned long)area, 6 * PAGE_SIZE, count, &n);
  pr_info("existing %d %d\n", result, n);
  vfree(area);
  n = 0;
  result = apply_to_existing_page_range(current->mm, (unsigned long)area, 5 * PAGE_SIZE, count, &n);
  pr_info("freed %d %d\n", result, n);
}

static void protections(void) {
  pr_info("writecombine %llx writethrough %llx noncached %llx\n",
          (u64)pgprot_val(pgprot_writecombine(PAGE_KERNEL)),
          (u64)pgprot_val(pgprot_writethrough(PAGE_KERNEL)),
          (u64)pgprot_val(pgprot_noncached(PAGE_KERNEL)));
  pr_info("pat %d, physical %llx %llx\n", pat_enabled(), (u64)slow_virt_to_phys((void*)0xc0001234),
          (u64)slow_virt_to_phys((void*)0xc2000010));
  pr_info("vm_get_page_prot %llx %llx %llx %llx\n", (u64)pgprot_val(vm_get_page_prot(VM_READ)),
          (u64)pgprot_val(vm_get_page_prot(VM_READ | VM_WRITE | VM_SHARED)),
          (u64)pgprot_val(vm_get_page_prot(VM_READ | VM_WRITE | VM_EXEC)),
          (u64)pgprot_val(vm_get_page_prot(0)));
}

static void page_sets(void) {
  struct page* pages[2] = {alloc_page(GFP_KERNEL), alloc_page(GFP_KERNEL)};
  void* first = page_address(pages[0]);

  pr_info("array uc %d\n", set_pages_array_uc(pages, 2));
  pr_info("  %llx\n", flags_of(first));
  pr_info("array wb %d\n", set_pages_array_wb(pages, 2));
  pr_info("  %llx\n", flags_of(first));
  pr_info("array wc %d\n", set_pages_array_wc(pages, 2));
  pr_info("  %llx\n", flags_of(first));
  pr_info("array wb %d\n", set_pages_array_wb(pages, 2));
  pr_info("  %llx\n", flags_of(first));
  pr_info("uc %d\n", set_pages_uc(pages[0], 1));
  pr_info("  %llx\n", flags_of(first));
  pr_info("wb %d\n", set_pages_wb(pages[0], 1));
  pr_info("  %llx\n", flags_of(first));
  __free_page(pages[0]);
  __free_page(pages[1]);
}

static void device(void) {
  void __iomem* io = ioremap_prot(DEVICE, PAGE_SIZE, pgprot_val(PAGE_KERNEL));
  pgprot_t prot;
  struct io_mapping* mapping;

  pr_info("ioremap_prot %llx\n", flags_of(io));
  iounmap(io);
  io = ioremap_prot(DEVICE, PAGE_SIZE, _PAGE_PCD | _PAGE_PWT);
  pr_info("ioremap_prot uncached %llx\n", flags_of(io));
  iounmap(io);
  pr_info("ports %px %px %px\n", ioport_map(0x80, 1), ioport_map(0, 1), ioport_map(0x70000, 1));
  pr_info("iomap_create_wc %d\n", iomap_create_wc(DEVICE, 0x100000, &prot));
  pr_info("  %llx\n", (u64)pgprot_val(prot));
  iomap_free(DEVICE, 0x100000);
  mapping = io_mapping_create_wc(DEVICE, 0x100000);
  io = io_mapping_map_local_wc(mapping, 0x3000);
  pr_info("io_mapping %px %llx\n", io, flags_of(io));
  io_mapping_unmap_local(io);
  pr_info("unmapped %llx\n", flags_of(io) & 0xffff);
  io_mapping_free(mapping);
}

static void regions(void) {
  struct resource *a = request_mem_region(DEVICE, 0x1000, "a"), *b;
  struct resource free = {.name = "free", .flags = IORESOURCE_MEM};
  int result;

  pr_info("overlap %d\n", request_mem_region(DEVICE + 0x800, 0x1000, "b") != NULL);
  b = __request_region(a, DEVICE, 16, "c", 0);
  pr_info("inside %d, in %s in %s, %lx\n", b != NULL, a->parent->name, a->parent->parent->name,
          a->flags);
  __release_region(a, DEVICE, 16);
  release_mem_region(DEVICE, 0x800);
  release_mem_region(DEVICE, 0x1000);
  pr_info("RAM %d, keyboard %d\n", request_mem_region(0x100000, 16, "ram") != NULL,
          request_region(0x60, 1, "kbd") != NULL);
  pr_info("ports %d\n", request_region(0x300, 16, "io") != NULL);
  pr_info("ports %d\n", request_region(0x308, 4, "io2") != NULL);
  release_region(0x300, 16);
  release_region(0x300, 16);
  result = allocate_resource(&iomem_resource, &free, 0x1000, DEVICE, ~0u, 0x1000, NULL, NULL);
  pr_info("allocate %d %llx-%llx\n", result, (u64)free.start, (u64)free.end);
  pr_info("again %d\n", request_resource(&iomem_resource, &free));
  pr_info("release %d\n", release_resource(&free));
  pr_info("page_is_ram %d %d %d\n", page_is_ram(0x100), page_is_ram(0xf0000), page_is_ram(0xa0));
  pr_info("region_intersects %d %d\n",
          region_intersects(0x100000, 0x1000, IORESOURCE_SYSTEM_RAM, IORES_DESC_NONE),
          region_intersects(DEVICE, 0x1000, IORESOURCE_SYSTEM_RAM, IORES_DESC_NONE));
}

static void bytes(void) {
  struct page* page = alloc_page(GFP_HIGHUSER);
  u8* at = kmap_local_page(page);
  char to[4];

  memset(at, 0xaa, PAGE_SIZE);
  kunmap_local(at);
  zero_user_segments(page, 1, 3, 4090, 4096);
  at = kmap_local_page(page);
  pr_info("%*ph %*ph\n", 4, at, 3, at + 4088);
  kunmap_local(at);
  __free_page(page);
  pr_info("nofault %ld %ld %ld\n", copy_from_kernel_nofault(to, (void*)PAGE_OFFSET, 4),
          copy_from_kernel_nofault(to, (void*)0xfff00000, 4),
          copy_from_kernel_nofault(to, (void*)0x10, 4));
}

static int __init map_edits_init(void) {
  apply();
  protections();
  page_sets();
  device();
  regions();
  bytes();
  return 0;
}

static void __exit map_edits_exit(void) {}

module_init(map_edits_init);
module_exit(map_edits_exit);
MODULE_LICENSE("GPL");
