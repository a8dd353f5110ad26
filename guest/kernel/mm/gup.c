// Pages of user memory, found by the entries of the page tables.
//
// User pages are always there (mmap.c), so an entry that is missing or refuses the access ends the
// search, and a page is never brought in. Linux: 6.1 mm/gup.c.
#include <linux/errno.h>
#include <linux/export.h>
#include <linux/highmem.h>
#include <linux/mm.h>
#include <linux/pagemap.h>
#include <linux/sched.h>
#include <linux/uaccess.h>

#include "vma_entries.h"

#define PIN_COUNT 1024

static struct page* user_page(struct mm_struct* mm, unsigned long addr, unsigned int flags) {
  const pte_t* pte = addr < TASK_SIZE ? mm32_entry_of(mm, addr) : NULL;

  if (!pte || !pte_present(*pte) || pte_special(*pte)) return NULL;
  if ((flags & FOLL_WRITE) && !pte_write(*pte)) return NULL;
  return pfn_valid(pte_pfn(*pte)) ? pte_page(*pte) : NULL;
}

// As many pages as are there; none: `nothing`.
static noinline long take_pages(struct mm_struct* mm, unsigned long start, unsigned long count,
                                unsigned int flags, struct page** pages,
                                struct vm_area_struct** vmas, long nothing) {
  unsigned long i;

  start &= PAGE_MASK;
  for (i = 0; i < count; i++, start += PAGE_SIZE) {
    struct page* page = user_page(mm, start, flags);

    if (!page) break;
    if (flags & FOLL_PIN)
      page_ref_add(page, PIN_COUNT);
    else if (pages)
      get_page(page);
    if (pages) pages[i] = page;
    if (vmas) vmas[i] = find_vma(mm, start);
  }
  return i || !count ? i : nothing;
}

long get_user_pages(unsigned long start, unsigned long nr_pages, unsigned int gup_flags,
                    struct page** pages, struct vm_area_struct** vmas) {
  return take_pages(current->mm, start, nr_pages, gup_flags, pages, vmas, -EFAULT);
}
EXPORT_SYMBOL(get_user_pages);

long get_user_pages_remote(struct mm_struct* mm, unsigned long start, unsigned long nr_pages,
                           unsigned int gup_flags, struct page** pages,
                           struct vm_area_struct** vmas, int* locked) {
  return take_pages(mm, start, nr_pages, gup_flags, pages, vmas, -EFAULT);
}
EXPORT_SYMBOL(get_user_pages_remote);

long get_user_pages_unlocked(unsigned long start, unsigned long nr_pages, struct page** pages,
                             unsigned int gup_flags) {
  return take_pages(current->mm, start, nr_pages, gup_flags, pages, NULL, -EFAULT);
}
EXPORT_SYMBOL(get_user_pages_unlocked);

int get_user_pages_fast_only(unsigned long start, int nr_pages, unsigned int gup_flags,
                             struct page** pages) {
  return take_pages(current->mm, start, nr_pages, gup_flags, pages, NULL, 0);
}
EXPORT_SYMBOL_GPL(get_user_pages_fast_only);

int get_user_pages_fast(unsigned long start, int nr_pages, unsigned int gup_flags,
                        struct page** pages) {
  return take_pages(current->mm, start, nr_pages, gup_flags, pages, NULL, -EFAULT);
}
EXPORT_SYMBOL_GPL(get_user_pages_fast);

int pin_user_pages_fast(unsigned long start, int nr_pages, unsigned int gup_flags,
                        struct page** pages) {
  return get_user_pages_fast(start, nr_pages, gup_flags | FOLL_PIN, pages);
}
EXPORT_SYMBOL_GPL(pin_user_pages_fast);

int pin_user_pages_fast_only(unsigned long start, int nr_pages, unsigned int gup_flags,
                             struct page** pages) {
  return get_user_pages_fast_only(start, nr_pages, gup_flags | FOLL_PIN, pages);
}
EXPORT_SYMBOL_GPL(pin_user_pages_fast_only);

long pin_user_pages(unsigned long start, unsigned long nr_pages, unsigned int gup_flags,
                    struct page** pages, struct vm_area_struct** vmas) {
  return get_user_pages(start, nr_pages, gup_flags | FOLL_PIN, pages, vmas);
}
EXPORT_SYMBOL(pin_user_pages);

long pin_user_pages_remote(struct mm_struct* mm, unsigned long start, unsigned long nr_pages,
                           unsigned int gup_flags, struct page** pages,
                           struct vm_area_struct** vmas, int* locked) {
  return take_pages(mm, start, nr_pages, gup_flags | FOLL_PIN, pages, vmas, -EFAULT);
}
EXPORT_SYMBOL(pin_user_pages_remote);

long pin_user_pages_unlocked(unsigned long start, unsigned long nr_pages, struct page** pages,
                             unsigned int gup_flags) {
  return get_user_pages_unlocked(start, nr_pages, pages, gup_flags | FOLL_PIN);
}
EXPORT_SYMBOL(pin_user_pages_unlocked);

void unpin_user_page(struct page* page) {
  page_ref_sub(page, PIN_COUNT - 1);
  put_page(page);
}
EXPORT_SYMBOL(unpin_user_page);

void unpin_user_pages(struct page** pages, unsigned long npages) {
  unsigned long i;

  for (i = 0; i < npages; i++) unpin_user_page(pages[i]);
}
EXPORT_SYMBOL(unpin_user_pages);

void unpin_user_pages_dirty_lock(struct page** pages, unsigned long npages, bool make_dirty) {
  unsigned long i;

  for (i = 0; i < npages; i++) {
    if (make_dirty && !PageDirty(pages[i])) set_page_dirty_lock(pages[i]);
    unpin_user_page(pages[i]);
  }
}
EXPORT_SYMBOL(unpin_user_pages_dirty_lock);

void unpin_user_page_range_dirty_lock(struct page* page, unsigned long npages, bool make_dirty) {
  for (; npages--; page++) unpin_user_pages_dirty_lock(&page, 1, make_dirty);
}
EXPORT_SYMBOL(unpin_user_page_range_dirty_lock);

enum access { READS, WRITES };

// Touches each page of a range of user memory. How many bytes are out of reach.
static noinline size_t touch_pages(const char __user* uaddr, size_t size, enum access access) {
  const char __user *at = uaddr, *end = uaddr + size;

  if (!size) return 0;
  if (end < uaddr) end = (const char __user*)PAGE_MASK;
  for (; at < end; at = (const char __user*)(((unsigned long)at & PAGE_MASK) + PAGE_SIZE)) {
    char c;

    if (get_user(c, at)) break;
    if (access == WRITES && put_user(c, (char __user*)at)) break;
  }
  return at < end ? uaddr + size - at : 0;
}

size_t fault_in_readable(const char __user* uaddr, size_t size) {
  return touch_pages(uaddr, size, READS);
}
EXPORT_SYMBOL(fault_in_readable);
size_t fault_in_writeable(char __user* uaddr, size_t size) {
  return touch_pages(uaddr, size, WRITES);
}
EXPORT_SYMBOL(fault_in_writeable);
size_t fault_in_safe_writeable(const char __user* uaddr, size_t size) {
  return touch_pages(uaddr, size, WRITES);
}
EXPORT_SYMBOL(fault_in_safe_writeable);
size_t fault_in_subpage_writeable(char __user* uaddr, size_t size) {
  return touch_pages(uaddr, size, WRITES);
}
EXPORT_SYMBOL(fault_in_subpage_writeable);

// Memory of another task, or of one's own. The bytes that were reached.
int access_process_vm(struct task_struct* tsk, unsigned long addr, void* buf, int len,
                      unsigned int gup_flags) {
  int done = 0;

  if (!tsk->mm) return 0;
  while (done < len) {
    struct page* page = user_page(tsk->mm, addr, gup_flags & ~FOLL_FORCE);
    const int bytes = min_t(int, len - done, PAGE_SIZE - offset_in_page(addr));
    char* at;

    if (!page) break;
    at = kmap_local_page(page) + offset_in_page(addr);
    memcpy(gup_flags & FOLL_WRITE ? at : buf + done, gup_flags & FOLL_WRITE ? buf + done : at,
           bytes);
    kunmap_local(at);
    done += bytes;
    addr += bytes;
  }
  return done;
}
EXPORT_SYMBOL_GPL(access_process_vm);
