// Wrong uses of kernel mappings, one a run: `which` names it. See mapping_misuse.cases.
#include <asm/pgtable.h>
#include <linux/ctype.h>
#include <linux/highmem.h>
#include <linux/io.h>
#include <linux/mm.h>
#include <linux/mmap_lock.h>
#include <linux/module.h>
#include <linux/sched.h>
#include <linux/slab.h>
#include <linux/string.h>
#include <linux/vmalloc.h>

static char* which = "";
module_param(which, charp, 0);

#define DEVICE 0xf0000000ul

static volatile char sink;

// Readable there, but no code of the compiler may know that.
static noinline void touch(const volatile char* at) { sink = *at; }
static noinline void hit(volatile char* at) { *at = 1; }
static noinline void run_at(const void* code) { ((void (*)(void))code)(); }

static struct page* high(void) {
  static struct page* page;

  if (!page) page = alloc_page(GFP_HIGHUSER);
  return page;
}

// vfree and vunmap -------------------------------------------------------------------------------

static void vfree_unaligned(void) {
  char* p = vmalloc(3 * PAGE_SIZE);
  vfree(p + 8);
  vfree(p);
}
static void vfree_inside(void) {
  char* p = vmalloc(3 * PAGE_SIZE);
  vfree(p + PAGE_SIZE);
}
static void vfree_twice(void) {
  char* p = vmalloc(3 * PAGE_SIZE);
  vfree(p);
  vfree(p);
}
static void vfree_kmalloc(void) {
  void* p = kmalloc(8192, GFP_KERNEL);
  vfree(p);
  kfree(p);
}
static void vfree_null(void) {
  vfree(NULL);
  vunmap(NULL);
}
static void vfree_user(void) { vfree((void*)0x10000000); }
static void vunmap_unaligned(void) {
  char* p = vmalloc(PAGE_SIZE);
  vunmap(p + 1);
  vfree(p);
}
static void vunmap_nothing(void) { vunmap((void*)(high_memory + (64 << 20))); }
static void vmalloc_zero(void) {
  pr_info("zero %d\n", vmalloc(0) != NULL);
  pr_info("zero again %d\n", vzalloc(0) != NULL);
}
static void vmalloc_too_much(void) {
  pr_info("too much %d\n", vmalloc(600 << 20) != NULL);
  pr_info("far too much %d\n", vmalloc(~0ul) != NULL);
  pr_info("quietly %d\n", __vmalloc(600 << 20, GFP_KERNEL | __GFP_NOWARN) != NULL);
}
static void guard_read(void) {
  char* p = vmalloc(2 * PAGE_SIZE);
  touch(p + 2 * PAGE_SIZE);
}
static void guard_write(void) {
  char* p = vmalloc(2 * PAGE_SIZE);
  hit(p + 2 * PAGE_SIZE + 5);
}
static void below_area(void) {
  char* p = vmalloc(2 * PAGE_SIZE);
  vfree(vmalloc(PAGE_SIZE));
  vm_unmap_aliases();
  touch((char*)(((unsigned long)high_memory + (4 << 20)) & ~1023ul));
  vfree(p);
}
static void after_vfree(void) {
  char* p = vmalloc(2 * PAGE_SIZE);
  hit(p);
  vfree(p);
  vm_unmap_aliases();
  touch(p + 16);
}
static void after_vunmap(void) {
  struct page* page = high();
  char* p = vmap(&page, 1, VM_MAP, PAGE_KERNEL);
  hit(p);
  vunmap(p);
  vm_unmap_aliases();
  hit(p + 32);
}

// vmap and vm_map_ram ----------------------------------------------------------------------------

static void vmap_null_page(void) {
  struct page* pages[3] = {high(), NULL, high()};
  pr_info("vmap %d\n", vmap(pages, 3, VM_MAP, PAGE_KERNEL) != NULL);
}
static void vmap_nothing(void) {
  struct page* pages[1] = {high()};
  pr_info("vmap %d\n", vmap(pages, 0, VM_MAP, PAGE_KERNEL) != NULL);
}
static void vmap_too_many(void) {
  struct page* pages[1] = {high()};
  pr_info("vmap %d\n", vmap(pages, 0x200000, VM_MAP, PAGE_KERNEL) != NULL);
}
static void vmap_read_only(void) {
  struct page* page = high();
  char* p = vmap(&page, 1, VM_MAP, PAGE_KERNEL_RO);
  touch(p);
  hit(p + 100);
}
static void vmap_no_execute(void) {
  struct page* page = high();
  char* p = vmap(&page, 1, VM_MAP, PAGE_KERNEL_EXEC);
  *p = 0xc3;
  run_at(p);
  pr_info("executed\n");
}
static void vm_unmap_ram_null(void) { vm_unmap_ram(NULL, 1); }
static void vm_unmap_ram_low(void) { vm_unmap_ram((void*)0xc1000000, 1); }
static void vm_unmap_ram_high(void) { vm_unmap_ram((void*)0xfffff000, 1); }
static void vm_unmap_ram_odd(void) {
  struct page* page = high();
  char* p = vm_map_ram(&page, 1, NUMA_NO_NODE);
  vm_unmap_ram(p + 4, 1);
}
static void vm_unmap_ram_nobodys(void) {
  vm_unmap_ram((void*)(((unsigned long)high_memory + (80ul << 20)) & PAGE_MASK), 40);
}
static void vm_unmap_ram_small_nobodys(void) {
  vm_unmap_ram((void*)(((unsigned long)high_memory + (80ul << 20)) & PAGE_MASK), 4);
}

// ioremap ----------------------------------------------------------------------------------------

static void iounmap_nobodys(void) {
  iounmap((void __iomem*)(((unsigned long)high_memory + (80ul << 20)) & PAGE_MASK));
}
static void iounmap_low(void) {
  iounmap((void __iomem*)0xc2000000);
  iounmap(NULL);
  pr_info("nothing was said\n");
}
static void iounmap_isa(void) { iounmap((void __iomem*)phys_to_virt(0xa8000)); }
static void iounmap_twice(void) {
  void __iomem* p = ioremap(DEVICE, 100);
  iounmap(p);
  iounmap(p);
}
static void iounmap_inside(void) {
  char __iomem* p = ioremap(DEVICE, 3 * PAGE_SIZE);
  iounmap(p + PAGE_SIZE + 4);
  pr_info("gone %d\n", vmalloc_to_page(p) == NULL);
}
static void ioremap_ram(void) {
  pr_info("ram %d\n", ioremap(0x5000000, PAGE_SIZE) != NULL);
  pr_info("ram %d\n", ioremap_cache(0x5000000, PAGE_SIZE) != NULL);
  pr_info("partly %d\n", ioremap(0x1ffde000, 0x4000) != NULL);
}
static void ioremap_nothing(void) {
  pr_info("nothing %d\n", ioremap(DEVICE, 0) != NULL);
  pr_info("wrap %d\n", ioremap((resource_size_t)0xfffff000, 0x2000) != NULL);
  pr_info("wrap %d\n", ioremap((resource_size_t)~0ull, 2) != NULL);
  pr_info("last %d\n", ioremap((resource_size_t)0xfffff000, 0x1000) != NULL);
}
static void ioremap_far(void) {
  pr_info("far %d\n", ioremap((resource_size_t)0x1000000000ull, 0x1000) != NULL);
  pr_info("far %d\n", ioremap((resource_size_t)0x1000000000ull, 0x1000) != NULL);
}
static void memremap_mixed(void) {
  pr_info("mixed %d\n", memremap(0x1ffde000, 0x4000, MEMREMAP_WB) != NULL);
  pr_info("again %d\n", memremap(0x1ffde000, 0x4000, MEMREMAP_WB) != NULL);
}
static void memremap_ram(void) {
  pr_info("ram %d\n", memremap(0x5000000, 0x1000, MEMREMAP_WB) != NULL);
  pr_info("ram %d\n", memremap(0x5000000, 0x1000, MEMREMAP_WT) != NULL);
  pr_info("ram %d\n", memremap(0x5000000, 0x1000, MEMREMAP_WC) != NULL);
  pr_info("no kind %d\n", memremap(DEVICE, 0x1000, 0) != NULL);
}

// Highmem ----------------------------------------------------------------------------------------

static void kunmap_unmapped(void) { kunmap(high()); }
static void kunmap_twice(void) {
  kmap(high());
  kunmap(high());
  kunmap(high());
}
static void kunmap_low(void) {
  kunmap(virt_to_page((void*)0xc2000000));
  pr_info("nothing was said\n");
}
static void kunmap_order(void) {
  void* first = kmap_atomic(high());
  void* second = kmap_atomic(high());
  kunmap_atomic(first);
  kunmap_atomic(second);
  pr_info("preempt %x\n", preempt_count());
}
static void kunmap_local_order(void) {
  void* first = kmap_local_page(high());
  void* second = kmap_local_page(high());
  kunmap_local(first);
  kunmap_local(second);
  pr_info("idx %d\n", current->kmap_ctrl.idx);
}
static void kunmap_none(void) {
  void* p = kmap_local_page(high());
  kunmap_local(p);
  kunmap_local(p);
}
static void kunmap_user(void) {
  kunmap_local((void*)0x10000000);
  kunmap_local((void*)0x10000000);
  pr_info("idx %d\n", current->kmap_ctrl.idx);
}
static void kunmap_lowmem_address(void) {
  void* p = kmap_atomic(high());
  kunmap_atomic((void*)0xc2000000);
  pr_info("idx %d\n", current->kmap_ctrl.idx);
  kunmap_local(p);
}
static void kmap_too_deep(void) {
  int i;
  for (i = 0; i < 20; i++) kmap_local_page(high());
}
static void kmap_in_atomic(void) {
  char* p;
  preempt_disable();
  p = kmap(high());
  *p = 1;
  kunmap(high());
  preempt_enable();
  pr_info("mapped\n");
}
static void after_kunmap_atomic(void) {
  char* p = kmap_atomic(high());
  *p = 1;
  kunmap_atomic(p);
  touch(p);
}
static void kmap_null_page(void) { kmap(NULL); }
static void page_address_unmapped(void) {
  char* p = page_address(high());
  pr_info("address %lx\n", (unsigned long)p);
  hit(p);
}
static void die_with_kmaps(void) {
  kmap_atomic(high());
  kmap_local_page(high());
  hit((char*)16);
}
static void zero_user_beyond(void) { zero_user_segments(high(), 0, 16, 4000, 5000); }
static void kmap_to_page_odd(void) {
  pr_info("lowmem %d\n", kmap_to_page((void*)0xc2000123) == virt_to_page((void*)0xc2000123));
  pr_info("pkmap %d\n", kmap_to_page(kmap(high())) == high());
  pr_info("local %d\n", kmap_to_page(kmap_local_page(high())) == high());
}

// Rights -----------------------------------------------------------------------------------------

static void execute_vmalloc(void) {
  char* p = vmalloc(PAGE_SIZE);
  *p = 0xc3;
  run_at(p);
  pr_info("executed\n");
}
static void execute_kmap(void) {
  char* p = kmap(high());
  *p = 0xc3;
  run_at(p);
  pr_info("executed\n");
}
static void execute_user(void) { run_at((void*)0x10000000); }
static void write_rodata(void) { hit((char*)_ctype); }

// Page tables ------------------------------------------------------------------------------------

static int nothing(pte_t* pte, unsigned long addr, void* data) { return 0; }
static void apply_empty_range(void) {
  pr_info("apply %d\n", apply_to_page_range(current->mm, 0xd0000000, 0, nothing, NULL));
}
static void apply_large_page(void) {
  pr_info("apply %d\n", apply_to_page_range(current->mm, 0xd0000000, PAGE_SIZE, nothing, NULL));
}
static void remote_addresses(void) {
  char* low = kmalloc(100, GFP_KERNEL);
  pr_info("lowmem %d\n", vmalloc_to_page(low) == virt_to_page(low));
  pr_info("pfn %d\n", vmalloc_to_pfn(low) == page_to_pfn(virt_to_page(low)));
  kfree(low);
}
static void vmalloc_to_page_user(void) {
  pr_info("user %d\n", vmalloc_to_page((void*)0x10000000) != NULL);
  pr_info("hole %d\n", vmalloc_to_page((void*)0xfffff000) != NULL);
}
static void hole_of_fixmap(void) { touch((char*)0xffffe000); }
static void hole_of_pkmap(void) {
  char* p = kmap(high());
  touch(p + 16 * PAGE_SIZE);
}

// Areas of user space ----------------------------------------------------------------------------

static struct vm_area_struct area;
static struct vm_area_struct* user_area(unsigned long flags) {
  area.vm_mm = current->mm;
  area.vm_start = 0x10000000;
  area.vm_end = area.vm_start + 4 * PAGE_SIZE;
  area.vm_flags = flags;
  area.vm_page_prot = PAGE_SHARED;
  return &area;
}
static void insert_unlocked(void) {
  vm_insert_page(user_area(VM_READ | VM_WRITE | VM_SHARED), 0x10000000, high());
}
static void insert_into_frames(void) {
  mmap_write_lock(current->mm);
  vm_insert_page(user_area(VM_READ | VM_WRITE | VM_SHARED | VM_PFNMAP), 0x10000000, high());
}
static void insert_many_unlocked(void) {
  struct page* pages[1] = {high()};
  unsigned long n = 1;
  vm_insert_pages(user_area(VM_READ | VM_WRITE | VM_SHARED), 0x10000000, pages, &n);
}
static void remap_twice(void) {
  struct vm_area_struct* vma = user_area(VM_READ | VM_WRITE | VM_SHARED);
  remap_pfn_range(vma, 0x10000000, 0xf0000, PAGE_SIZE, PAGE_SHARED);
  remap_pfn_range(vma, 0x10000000, 0xf0000, PAGE_SIZE, PAGE_SHARED);
}
static void remap_nothing(void) {
  remap_pfn_range(user_area(VM_READ | VM_SHARED), 0x10000000, 0xf0000, 0, PAGE_SHARED);
}
static void remap_odd(void) {
  pr_info("odd %d\n", remap_pfn_range(user_area(VM_READ | VM_SHARED), 0x10000010, 0xf0000,
                                      PAGE_SIZE, PAGE_SHARED));
}
static void insert_pfn_plain(void) {
  vmf_insert_pfn(user_area(VM_READ | VM_SHARED), 0x10000000, 0xf0000);
}
static void insert_pfn_both(void) {
  vmf_insert_pfn(user_area(VM_READ | VM_SHARED | VM_PFNMAP | VM_MIXEDMAP), 0x10000000, 0xf0000);
}
static void insert_pfn_private(void) {
  vmf_insert_pfn(user_area(VM_READ | VM_MAYWRITE | VM_PFNMAP), 0x10000000, 0xf0000);
}
static void insert_pfn_ram(void) {
  vmf_insert_pfn(user_area(VM_READ | VM_SHARED | VM_MIXEDMAP), 0x10000000, 0x2000);
}

#define CASE(name) \
  { #name, name }
static const struct {
  const char* name;
  void (*run)(void);
} cases[] = {
    CASE(vfree_unaligned),
    CASE(vfree_inside),
    CASE(vfree_twice),
    CASE(vfree_kmalloc),
    CASE(vfree_null),
    CASE(vfree_user),
    CASE(vunmap_unaligned),
    CASE(vunmap_nothing),
    CASE(vmalloc_zero),
    CASE(vmalloc_too_much),
    CASE(guard_read),
    CASE(guard_write),
    CASE(below_area),
    CASE(after_vfree),
    CASE(after_vunmap),
    CASE(vmap_null_page),
    CASE(vmap_nothing),
    CASE(vmap_too_many),
    CASE(vmap_read_only),
    CASE(vmap_no_execute),
    CASE(vm_unmap_ram_null),
    CASE(vm_unmap_ram_low),
    CASE(vm_unmap_ram_high),
    CASE(vm_unmap_ram_odd),
    CASE(vm_unmap_ram_nobodys),
    CASE(vm_unmap_ram_small_nobodys),
    CASE(iounmap_nobodys),
    CASE(iounmap_low),
    CASE(iounmap_isa),
    CASE(iounmap_twice),
    CASE(iounmap_inside),
    CASE(ioremap_ram),
    CASE(ioremap_nothing),
    CASE(ioremap_far),
    CASE(memremap_mixed),
    CASE(memremap_ram),
    CASE(kunmap_unmapped),
    CASE(kunmap_twice),
    CASE(kunmap_low),
    CASE(kunmap_order),
    CASE(kunmap_local_order),
    CASE(kunmap_none),
    CASE(kunmap_user),
    CASE(kunmap_lowmem_address),
    CASE(kmap_too_deep),
    CASE(kmap_in_atomic),
    CASE(after_kunmap_atomic),
    CASE(kmap_null_page),
    CASE(page_address_unmapped),
    CASE(die_with_kmaps),
    CASE(zero_user_beyond),
    CASE(kmap_to_page_odd),
    CASE(write_rodata),
    CASE(execute_vmalloc),
    CASE(execute_kmap),
    CASE(execute_user),
    CASE(apply_empty_range),
    CASE(apply_large_page),
    CASE(remote_addresses),
    CASE(vmalloc_to_page_user),
    CASE(hole_of_fixmap),
    CASE(hole_of_pkmap),
    CASE(insert_unlocked),
    CASE(insert_into_frames),
    CASE(insert_many_unlocked),
    CASE(remap_twice),
    CASE(remap_nothing),
    CASE(remap_odd),
    CASE(insert_pfn_plain),
    CASE(insert_pfn_both),
    CASE(insert_pfn_private),
    CASE(insert_pfn_ram),
};

static int __init start(void) {
  unsigned i;

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
