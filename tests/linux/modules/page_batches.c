// Batches of pages, pages behind kernel memory, memory made by vm_brk, and what may be locked.
#include <linux/hugetlb.h>
#include <linux/mm.h>
#include <linux/mman.h>
#include <linux/module.h>
#include <linux/pagevec.h>
#include <linux/sched/mm.h>
#include <linux/slab.h>
#include <linux/uio.h>

static void batches(void) {
  struct folio_batch folios;
  struct folio* folio = folio_alloc(GFP_KERNEL, 1);
  struct page* pages[PAGEVEC_SIZE];
  struct pagevec vec;
  unsigned int i;

  pagevec_init(&vec);
  for (i = 0; i < PAGEVEC_SIZE; i++) {
    pages[i] = alloc_page(GFP_KERNEL);
    get_page(pages[i]);
    pr_info("added, room for %u\n", pagevec_add(&vec, pages[i]));
  }
  pr_info("count %u space %u\n", pagevec_count(&vec), pagevec_space(&vec));
  pagevec_release(&vec);
  pr_info("released: count %u drained %d\n", pagevec_count(&vec), vec.percpu_pvec_drained);
  pagevec_release(&vec);
  for (i = 0; i < PAGEVEC_SIZE; i++) {
    if (page_count(pages[i]) != 1) pr_info("page %u has %d\n", i, page_count(pages[i]));
    put_page(pages[i]);
  }
  folio_batch_init(&folios);
  folio_get(folio);
  pr_info("room for %u, count %u\n", folio_batch_add(&folios, folio), folio_batch_count(&folios));
  folio_batch_release(&folios);
  pr_info("folio: %ld pages, %d references, room for %u\n", folio_nr_pages(folio),
          folio_ref_count(folio), fbatch_space(&folios));
  folio_put(folio);
}

static void kernel_pages(void) {
  char* memory = (char*)__get_free_pages(GFP_KERNEL, 1);
  const struct kvec parts[] = {{memory, PAGE_SIZE}, {memory + PAGE_SIZE, PAGE_SIZE}};
  struct page* pages[2] = {};
  const int got = get_kernel_pages(parts, 2, 0, pages);

  pr_info("kernel pages: %d, right %d %d, count %d\n", got, pages[0] == virt_to_page(memory),
          pages[1] == pages[0] + 1, page_count(pages[0]));
  put_page(pages[0]);
  free_pages((unsigned long)memory, 1);
}

static void brk(void) {
  const unsigned long at = 0x30000000;
  struct vm_area_struct* vma;
  u32 word = 0;

  pr_info("brk: %d\n", vm_brk(at, 5000));
  mmap_read_lock(current->mm);
  vma = find_vma(current->mm, at);
  pr_info("area %lx-%lx flags %lx page %lu\n", vma->vm_start, vma->vm_end,
          vma->vm_flags & (VM_READ | VM_WRITE | VM_EXEC | VM_SHARED | VM_MAYWRITE),
          vma_kernel_pagesize(vma));
  mmap_read_unlock(current->mm);
  pr_info("put %ld get %ld: %x\n", (long)put_user(0xabcd, (u32 __user*)(at + 4096)),
          (long)get_user(word, (u32 __user*)(at + 4096)), word);
  pr_info("nothing %d, too much %d, bad flags %d, kernel %d, unaligned %d\n", vm_brk(at, 0),
          vm_brk(at, -1), vm_brk_flags(at, 4096, VM_WRITE), vm_brk(0xc0000000, 4096),
          vm_brk(at + 1, 4096));
  pr_info("executable %d\n", vm_brk_flags(at + 0x10000, 4096, VM_EXEC));
  pr_info("unmap %d %d\n", vm_munmap(at, 8192), vm_munmap(at + 0x10000, 4096));
  pr_info("may lock %d\n", can_do_mlock());
}

static int __init page_batches_init(void) {
  batches();
  kernel_pages();
  brk();
  page_offline_begin();
  page_offline_end();
  return 0;
}

static void __exit page_batches_exit(void) {}

module_init(page_batches_init);
module_exit(page_batches_exit);
MODULE_LICENSE("GPL");
MODULE_DESCRIPTION("Batches of pages and small calls of memory management");
