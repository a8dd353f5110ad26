// The check that a copy to or from user memory stays inside one kernel object, which inline code of
// modules makes before each copy whose size is not constant.
// Linux: 6.1 mm/usercopy.c, mm/slub.c __check_heap_object (CONFIG_HARDENED_USERCOPY).
#include <asm/pgtable.h>
#include <linux/bug.h>
#include <linux/export.h>
#include <linux/kernel.h>
#include <linux/mm.h>
#include <linux/sched.h>
#include <linux/slub_def.h>
#include <linux/uaccess.h>
#include <linux/vmalloc.h>

#include "image.h"

unsigned long __mm32_text_begin, __mm32_text_end, __mm32_rodata_end;

__noreturn noinline void usercopy_abort(const char* name, const char* detail, bool to_user,
                                               unsigned long offset, unsigned long len) {
  pr_emerg("usercopy: Kernel memory %s attempt detected %s %s%s%s%s (offset %lu, size %lu)!\n",
           to_user ? "exposure" : "overwrite", to_user ? "from" : "to", name, detail ? " '" : "",
           detail ? detail : "", detail ? "'" : "", offset, len);
  _BUG_FLAGS_AT("mm/usercopy.c", 101, 0);
  __builtin_unreachable();
}

// Whether the object lies in the stack of the task. It stops when only a part does.
static bool in_stack(unsigned long at, unsigned long n, bool to_user) {
  const unsigned long bottom = (unsigned long)current->stack;
  const unsigned long top = bottom + THREAD_SIZE;
  unsigned long sp = (unsigned long)__builtin_frame_address(0);
  if (at + n <= bottom || top <= at) return false;
  if (at < bottom || top < at + n || at < sp)
    usercopy_abort("process stack", NULL, to_user, at - sp, n);
  return true;
}

static void check_slab_object(unsigned long at, unsigned long n, const struct page* slab,
                              bool to_user) {
  const struct kmem_cache* s = slab->slab_cache;
  unsigned long offset = (at - (unsigned long)page_address(slab)) % s->size;
  if (s->flags & SLAB_RED_ZONE) {
    if (offset < s->red_left_pad)
      usercopy_abort("SLUB object in left red zone", s->name, to_user, offset, n);
    offset -= s->red_left_pad;
  }
  if (offset >= s->useroffset && offset - s->useroffset <= s->usersize &&
      n <= s->useroffset - offset + s->usersize)
    return;
  usercopy_abort("SLUB object", s->name, to_user, offset, n);
}

static void check_vmalloc_object(unsigned long at, unsigned long n, bool to_user) {
  const struct vm_struct* area = find_vm_area((void*)at);
  if (!area) usercopy_abort("vmalloc", "no area", to_user, 0, n);
  if (n > (unsigned long)area->addr + area->size - at)
    usercopy_abort("vmalloc", NULL, to_user, at - (unsigned long)area->addr, n);
}

// The window of kmap begins two pages behind the vmalloc area, that of kmap_atomic lies above it.
static bool is_kmap_addr(unsigned long at) { return at >= VMALLOC_END + 2 * PAGE_SIZE; }

static void check_heap_object(unsigned long at, unsigned long n, bool to_user) {
  struct page* page;
  if (is_kmap_addr(at)) {
    if (n > PAGE_SIZE - offset_in_page(at))
      usercopy_abort("kmap", NULL, to_user, offset_in_page(at), n);
    return;
  }
  if (is_vmalloc_addr((void*)at) && !pagefault_disabled())
    return check_vmalloc_object(at, n, to_user);
  if (!virt_addr_valid(at)) return;
  page = virt_to_head_page((void*)at);
  if (PageSlab(page)) {
    check_slab_object(at, n, page, to_user);
  } else if (PageHead(page)) {
    const unsigned long offset = at - (unsigned long)page_address(page);
    if (n > page_size(page) - offset) usercopy_abort("page alloc", NULL, to_user, offset, n);
  }
}

void __check_object_size(const void* ptr, unsigned long n, bool to_user);
void __check_object_size(const void* ptr, unsigned long n, bool to_user) {
  const unsigned long at = (unsigned long)ptr;
  if (!n) return;
  if (at + (n - 1) < at) usercopy_abort("wrapped address", NULL, to_user, 0, at + n);
  if (ZERO_OR_NULL_PTR(ptr)) usercopy_abort("null address", NULL, to_user, at, n);
  if (in_stack(at, n, to_user)) return;
  check_heap_object(at, n, to_user);
  if (at < __mm32_text_end && at + n > __mm32_text_begin)
    usercopy_abort("kernel text", NULL, to_user, at - __mm32_text_begin, n);
}
EXPORT_SYMBOL(__check_object_size);
