// Editing the kernel's page tables entry by entry: apply_to_page_range and what builds on it.
// Linux: mm/memory.c (__apply_to_page_range), mm/vmalloc.c (vmap_pfn, vread), mm/init-mm.c.
#include <linux/export.h>
#include <linux/highmem.h>
#include <linux/mm.h>
#include <linux/pagewalk.h>
#include <linux/vmalloc.h>

#include "bug_at.h"
#include "kernel.h"

pte_t* mm32_pte_alloc_kernel(unsigned long addr);

// The kernel's own address space. Its root is set by the host at boot.
struct mm_struct init_mm = {.mm_mt = MTREE_INIT(init_mm.mm_mt, MT_FLAGS_ALLOC_RANGE),
                            .mm_users = ATOMIC_INIT(2),
                            .mm_count = ATOMIC_INIT(1)};
EXPORT_SYMBOL(init_mm);

// The first task has no user half of its own.
void mm_init(void) {
  current->mm = &init_mm;
  current->active_mm = &init_mm;
}

enum missing { SKIP_MISSING, MAKE_MISSING };

// As in 6.1 an empty entry is not stepped over: when tables are not made, nothing behind it in its
// table is visited.
static int apply_to_entries(pte_t* pte, unsigned long addr, unsigned long end, pte_fn_t fn,
                            void* data, enum missing missing) {
  int error = 0;

  if (!fn) return 0;
  for (;; addr += PAGE_SIZE) {
    if (missing == MAKE_MISSING || !pte_none(*pte)) error = fn(pte++, addr, data);
    if (error || end - addr <= PAGE_SIZE) break;
  }
  return error;
}

static noinline int __apply_to_page_range(struct mm_struct* mm, unsigned long addr,
                                          unsigned long size, pte_fn_t fn, void* data,
                                          enum missing missing) {
  const unsigned long end = addr + size;
  unsigned long next;
  int error = 0;

  if (WARN_ON_AT(addr >= end, "mm/memory.c", 2796)) return -EINVAL;
  for (; addr != end && !error; addr = next) {
    pmd_t* pmd = mm32_pmd_offset(mm, addr);
    pte_t* pte;

    next = pmd_addr_end(addr, end);
    if (missing == SKIP_MISSING && (!pmd || pmd_none(*pmd))) continue;
    if (WARN_ON_ONCE_AT(pmd && pmd_leaf(*pmd), "mm/memory.c", 2698)) return -EINVAL;
    pte = pmd && !pmd_none(*pmd) ? pte_offset_kernel(pmd, addr)
                                 : mm32_pte_alloc_kernel(addr & PAGE_MASK);
    if (!pte) return -ENOMEM;
    error = apply_to_entries(pte, addr, next, fn, data, missing);
  }
  return error;
}

// Calls fn for the entry of each page of a range, with the tables made where they are missing.
noinline int apply_to_page_range(struct mm_struct* mm, unsigned long addr, unsigned long size,
                                 pte_fn_t fn, void* data) {
  return __apply_to_page_range(mm, addr, size, fn, data, MAKE_MISSING);
}
EXPORT_SYMBOL(apply_to_page_range);

// As apply_to_page_range, for the entries that are not empty.
int apply_to_existing_page_range(struct mm_struct* mm, unsigned long addr, unsigned long size,
                                 pte_fn_t fn, void* data) {
  return __apply_to_page_range(mm, addr, size, fn, data, SKIP_MISSING);
}
EXPORT_SYMBOL(apply_to_existing_page_range);

struct pfn_list {
  const unsigned long* pfns;
  pgprot_t prot;
  unsigned int next;
};

static noinline int vmap_pfn_apply(pte_t* pte, unsigned long addr, void* data) {
  struct pfn_list* list = data;
  const unsigned long pfn = list->pfns[list->next];

  if (WARN_ON_ONCE_AT(pfn_valid(pfn), "mm/vmalloc.c", 2893)) return -EINVAL;
  list->next++;
  *pte = pte_mkspecial(pfn_pte(pfn, list->prot));
  return 0;
}

// Maps frames that have no struct page.
void* vmap_pfn(unsigned long* pfns, unsigned int count, pgprot_t prot) {
  struct pfn_list list = {pfns, prot, 0};
  struct vm_struct* area = get_vm_area(count * PAGE_SIZE, VM_IOREMAP);

  if (!area) return NULL;
  if (!apply_to_page_range(&init_mm, (unsigned long)area->addr, count * PAGE_SIZE, vmap_pfn_apply,
                           &list))
    return area->addr;
  free_vm_area(area);
  return NULL;
}
EXPORT_SYMBOL(vmap_pfn);

// Copies from the vmalloc area; what is not mapped, or is device memory, reads as zeros. The number
// of bytes, 0 when there is no area in the range.
long vread(char* buf, char* addr, unsigned long count) {
  unsigned long done = 0;
  bool any = false;

  while (done < count) {
    const char* from = addr + done;
    const unsigned long n = min(count - done, PAGE_SIZE - offset_in_page(from));
    const struct vm_struct* area = find_vm_area(from);
    struct page* page = area && !(area->flags & VM_IOREMAP) ? vmalloc_to_page(from) : NULL;

    any |= area != NULL;
    if (page)
      memcpy_from_page(buf + done, page, offset_in_page(from), n);
    else
      memset(buf + done, 0, n);
    done += n;
  }
  return any ? done : 0;
}
EXPORT_SYMBOL(vread);

// No process maps files: there is nothing to unmap.
void unmap_mapping_pages(struct address_space* mapping, unsigned long start, unsigned long nr,
                         bool even_cows) {}
EXPORT_SYMBOL_GPL(unmap_mapping_pages);
void unmap_mapping_range(struct address_space* mapping, const loff_t begin, const loff_t length,
                         int even_cows) {}
EXPORT_SYMBOL(unmap_mapping_range);
