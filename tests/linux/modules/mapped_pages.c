// Pages and frames in areas of an address space that nobody else knows: what mmap handlers call.
#include <asm/pgtable.h>
#include <linux/highmem.h>
#include <linux/mm.h>
#include <linux/mmap_lock.h>
#include <linux/module.h>
#include <linux/pfn_t.h>
#include <linux/sched.h>
#include <linux/slab.h>
#include <linux/uaccess.h>
#include <linux/vmalloc.h>

#define AT 0x10000000ul
#define AREA_PAGES 4

static struct vm_area_struct area;

static struct vm_area_struct* fresh(unsigned long flags, pgprot_t prot) {
  memset(&area, 0, sizeof(area));
  area.vm_mm = current->mm;
  area.vm_start = AT;
  area.vm_end = AT + AREA_PAGES * PAGE_SIZE;
  area.vm_flags = flags;
  area.vm_page_prot = prot;
  return &area;
}

static u64 entry(unsigned long addr) {
  spinlock_t* lock;
  pte_t* pte;
  u64 value;

  if (follow_pte(current->mm, addr, &pte, &lock)) return 0;
  value = pte_val(*pte);
  pte_unmap_unlock(pte, lock);
  return value;
}

static int show(pte_t* pte, unsigned long addr, void* data) {
  pr_info("  %lx: flags %llx\n", addr - AT, (u64)pte_val(*pte) & 0xfff);
  return 0;
}

// Pages of insert_page, without the area's tree knowing them.
static int drop(pte_t* pte, unsigned long addr, void* data) {
  struct page* page = pte_page(*pte);

  if (!pte_present(*pte)) return 0;
  atomic_dec(&page->_mapcount);
  put_page(page);
  atomic_long_dec(&current->mm->rss_stat.count[MM_FILEPAGES]);
  set_pte(pte, __pte(0));
  return 0;
}

static int clear(pte_t* pte, unsigned long addr, void* data) {
  set_pte(pte, __pte(0));
  return 0;
}

static void each(pte_fn_t fn) {
  unsigned long cr3;

  apply_to_existing_page_range(current->mm, AT, AREA_PAGES * PAGE_SIZE, fn, NULL);
  asm volatile("mov %%cr3, %0; mov %0, %%cr3" : "=r"(cr3) : : "memory");
}

static void insert_pages(void) {
  struct vm_area_struct* vma = fresh(VM_READ | VM_WRITE | VM_SHARED | VM_MAYWRITE,
                                     vm_get_page_prot(VM_READ | VM_WRITE | VM_SHARED));
  struct page* pages[5];
  unsigned long left = 3, copied;
  char text[] = "through user space";
  void* slab = kmalloc(64, GFP_KERNEL);
  int i;

  for (i = 0; i < 5; i++) pages[i] = alloc_page(i & 1 ? GFP_HIGHUSER : GFP_KERNEL);
  pr_info("insert %d\n", vm_insert_page(vma, AT, pages[0]));
  pr_info("again %d\n", vm_insert_page(vma, AT, pages[1]));
  pr_info("below %d above %d\n", vm_insert_page(vma, AT - PAGE_SIZE, pages[1]),
          vm_insert_page(vma, AT + AREA_PAGES * PAGE_SIZE, pages[1]));
  pr_info("slab %d\n", vm_insert_page(vma, AT + PAGE_SIZE, virt_to_page(slab)));
  pr_info("flags %lx, count %d, mapped %d\n", vma->vm_flags, page_count(pages[0]),
          page_mapcount(pages[0]));
  i = vm_insert_pages(vma, AT + PAGE_SIZE, pages + 1, &left);
  pr_info("insert_pages %d left %lu\n", i, left);
  left = 2;
  i = vm_insert_pages(vma, AT, pages, &left);
  pr_info("occupied %d left %lu\n", i, left);
  left = 9;
  i = vm_insert_pages(vma, AT, pages, &left);
  pr_info("too many %d left %lu\n", i, left);
  each(show);
  copied = copy_to_user((void __user*)(AT + 2 * PAGE_SIZE - 8), text, sizeof(text));
  pr_info("not copied %lu\n", copied);
  memset(text, 0, sizeof(text));
  copied = copy_from_user(text, (void __user*)(AT + 2 * PAGE_SIZE - 8), sizeof(text));
  pr_info("not copied %lu: %s\n", copied, text);
  {
    char* page = kmap_local_page(pages[2]);
    pr_info("second page %.10s\n", page);
    kunmap_local(page);
  }
  pr_info("follow_pfn %d\n", follow_pfn(vma, AT, &left));
  pr_info("entry %d\n", entry(AT) >> PAGE_SHIFT == page_to_pfn(pages[0]));
  each(drop);
  pr_info("empty %llx\n", entry(AT));
  for (i = 0; i < 5; i++) {
    pr_info("page %d: count %d\n", i, page_count(pages[i]));
    __free_page(pages[i]);
  }
  kfree(slab);
}

static void map_arrays(void) {
  struct vm_area_struct* vma = fresh(VM_READ | VM_SHARED, vm_get_page_prot(VM_READ | VM_SHARED));
  struct page* pages[6];
  int i;

  for (i = 0; i < 6; i++) pages[i] = alloc_page(GFP_KERNEL);
  pr_info("map %d\n", vm_map_pages(vma, pages, 3));
  vma->vm_pgoff = 2;
  pr_info("map %d\n", vm_map_pages(vma, pages, 5));
  pr_info("map %d\n", vm_map_pages(vma, pages, 6));
  pr_info("first is third %d\n", entry(AT) >> PAGE_SHIFT == page_to_pfn(pages[2]));
  each(drop);
  pr_info("zero %d\n", vm_map_pages_zero(vma, pages, 6));
  pr_info("first is first %d\n", entry(AT) >> PAGE_SHIFT == page_to_pfn(pages[0]));
  each(show);
  each(drop);
  vma->vm_pgoff = 7;
  pr_info("map %d\n", vm_map_pages(vma, pages, 6));
  for (i = 0; i < 6; i++) __free_page(pages[i]);
}

// Each width, over the edge of the area, and addresses that are nobody's or the kernel's.
static void words(void) {
  char __user* last = (char __user*)(AT + AREA_PAGES * PAGE_SIZE);
  u8 byte = 1;
  u16 half = 1;
  u32 word = 1;
  u64 wide = 1;
  int error;

  error = put_user(0x11, (u8 __user*)last - 1) | put_user(0x2233, (u16 __user*)(last - 3)) |
          put_user(0x44556677, (u32 __user*)(last - 7)) |
          put_user(0x8899aabbccddeeffull, (u64 __user*)(last - 15));
  pr_info("put %d\n", error);
  error = get_user(byte, (u8 __user*)last - 1) | get_user(half, (u16 __user*)(last - 3)) |
          get_user(word, (u32 __user*)(last - 7)) | get_user(wide, (u64 __user*)(last - 15));
  pr_info("get %d: %x %x %x %llx\n", error, byte, half, word, wide);
  error = get_user(word, (u32 __user*)(last - 2));
  pr_info("over the edge %d %x\n", error, word);
  error = get_user(wide, (u64 __user*)(last - 4));
  pr_info("over the edge %d %llx\n", error, wide);
  error = get_user(byte, (u8 __user*)last);
  pr_info("behind %d %x, put %d\n", error, byte, put_user(1, (u16 __user*)last));
  error = get_user(half, (u16 __user*)PAGE_OFFSET - 1);
  pr_info("kernel %d %x, put %d\n", error, half, put_user(1ull, (u64 __user*)(PAGE_OFFSET - 4)));
}

static void remap_vmalloc(void) {
  struct vm_area_struct* vma = fresh(VM_READ | VM_WRITE | VM_SHARED | VM_MAYWRITE,
                                     vm_get_page_prot(VM_READ | VM_WRITE | VM_SHARED));
  char* user = vmalloc_user(6 * PAGE_SIZE);
  char* plain = vmalloc(6 * PAGE_SIZE);
  void* object = kmalloc(PAGE_SIZE, GFP_KERNEL);
  u32 word = 0;
  int error;

  pr_info("plain %d kmalloc %d\n", remap_vmalloc_range(vma, plain, 0),
          remap_vmalloc_range(vma, object, 0));
  pr_info("beyond %d unaligned %d offset %d\n", remap_vmalloc_range(vma, user, 3),
          remap_vmalloc_range(vma, user + 8, 0), remap_vmalloc_range(vma, user, ~0ul >> 2));
  pr_info("flags %lx\n", vma->vm_flags);
  pr_info("remap %d\n", remap_vmalloc_range(vma, user, 2));
  pr_info("flags %lx\n", vma->vm_flags);
  *(u32*)(user + 3 * PAGE_SIZE + 12) = 0x12345678;
  error = get_user(word, (u32 __user*)(AT + PAGE_SIZE + 12));
  pr_info("get %d %x\n", error, word);
  error = put_user(0xabcdu, (u32 __user*)(AT + 3 * PAGE_SIZE));
  pr_info("put %d %x\n", error, *(u32*)(user + 5 * PAGE_SIZE));
  mmap_write_unlock(current->mm);  // a fault asks for the lock
  words();
  mmap_write_lock(current->mm);
  pr_info("again %d\n", remap_vmalloc_range(vma, user, 0));
  pr_info("count %d %d\n", page_count(vmalloc_to_page(user)),
          page_count(vmalloc_to_page(user + 2 * PAGE_SIZE)));
  each(show);
  each(drop);
  kfree(object);
  vfree(plain);
  vfree(user);
}

static void frames(void) {
  struct vm_area_struct* vma = fresh(VM_READ | VM_WRITE | VM_SHARED | VM_MAYWRITE, PAGE_SHARED);
  unsigned long pfn = 0;
  int error;

  pr_info("remap %d\n", remap_pfn_range(vma, AT, 0xf0000, 2 * PAGE_SIZE, vma->vm_page_prot));
  pr_info("flags %lx pgoff %lx\n", vma->vm_flags, vma->vm_pgoff);
  error = follow_pfn(vma, AT + PAGE_SIZE, &pfn);
  pr_info("follow %d %lx\n", error, pfn);
  pr_info("follow %d\n", follow_pfn(vma, AT + 2 * PAGE_SIZE, &pfn));
  pr_info("vmf_insert_pfn %x\n", vmf_insert_pfn(vma, AT + 2 * PAGE_SIZE, 0xf0009));
  pr_info("again %x\n", vmf_insert_pfn(vma, AT + 2 * PAGE_SIZE, 0xf0010));
  pr_info("outside %x\n", vmf_insert_pfn(vma, AT - 1, 0xf0010));
  pr_info("prot %x\n", vmf_insert_pfn_prot(vma, AT + 3 * PAGE_SIZE, 0xf000a, PAGE_READONLY));
  each(show);
  pr_info("entry %llx\n", entry(AT + 2 * PAGE_SIZE));
  zap_vma_ptes(vma, AT, AREA_PAGES * PAGE_SIZE + 1);
  pr_info("kept %llx\n", entry(AT));
  zap_vma_ptes(vma, AT, 2 * PAGE_SIZE);
  pr_info("zapped %llx %llx\n", entry(AT), entry(AT + 2 * PAGE_SIZE));
  zap_vma_ptes(vma, AT, AREA_PAGES * PAGE_SIZE);
  pr_info("zapped %llx %llx\n", entry(AT), entry(AT + 2 * PAGE_SIZE));

  vma = fresh(VM_READ | VM_WRITE | VM_MAYWRITE, PAGE_COPY);
  pr_info("private %d\n", remap_pfn_range(vma, AT, 0xf0000, PAGE_SIZE, vma->vm_page_prot));
  pr_info("whole %d\n",
          remap_pfn_range(vma, AT, 0xf0000, AREA_PAGES * PAGE_SIZE, vma->vm_page_prot));
  pr_info("pgoff %lx flags %lx\n", vma->vm_pgoff, vma->vm_flags);
  each(clear);

  vma = fresh(VM_READ | VM_SHARED, pgprot_noncached(PAGE_READONLY));
  pr_info("iomap %d\n", vm_iomap_memory(vma, 0xf0000000, 3 * PAGE_SIZE));
  pr_info("iomap %d\n", vm_iomap_memory(vma, 0xf0000010, 4 * PAGE_SIZE - 32));
  each(show);
  each(clear);
  pr_info("wrap %d\n", vm_iomap_memory(vma, ~(phys_addr_t)0 - PAGE_SIZE, 3 * PAGE_SIZE));
  vma->vm_pgoff = 9;
  pr_info("offset %d\n", vm_iomap_memory(vma, 0xf0000000, 4 * PAGE_SIZE));

  vma = fresh(VM_READ | VM_WRITE | VM_SHARED | VM_MIXEDMAP, PAGE_SHARED);
  pr_info("mixed %x\n", vmf_insert_mixed(vma, AT, __pfn_to_pfn_t(0xf0001, PFN_DEV)));
  pr_info("mkwrite %x\n",
          vmf_insert_mixed_mkwrite(vma, AT + PAGE_SIZE, __pfn_to_pfn_t(0xf0002, PFN_DEV)));
  pr_info("outside %x\n", vmf_insert_mixed(vma, 0, __pfn_to_pfn_t(0xf0001, PFN_DEV)));
  each(show);
  each(clear);
}

static int __init start(void) {
  mmap_write_lock(current->mm);
  insert_pages();
  map_arrays();
  remap_vmalloc();
  frames();
  mmap_write_unlock(current->mm);
  atomic_long_sub(PAGE_SIZE, &current->mm->pgtables_bytes);
  pr_info("preempt %x\n", preempt_count());
  return 0;
}

static void __exit stop(void) {}

module_init(start);
module_exit(stop);
MODULE_LICENSE("GPL");
