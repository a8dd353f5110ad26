// Checks and dumps of memory management's structures.
#ifndef _LINUX_MMDEBUG_H
#define _LINUX_MMDEBUG_H

#include <linux/bug.h>

struct page;
void dump_page(struct page* page, const char* reason);

#define VM_BUG_ON(cond) ((void)sizeof((long)(cond)))
#define VM_BUG_ON_PAGE(cond, page) VM_BUG_ON(cond)
#define VM_WARN_ON(cond) ((void)sizeof((long)(cond)))
#define VM_WARN_ON_ONCE(cond) VM_WARN_ON(cond)

struct folio;
struct mm_struct;
struct vm_area_struct;
void dump_vma(const struct vm_area_struct* vma);
void dump_mm(const struct mm_struct* mm);
#define VM_BUG_ON_FOLIO(cond, folio) VM_BUG_ON(cond)
#define VM_BUG_ON_VMA(cond, vma) VM_BUG_ON(cond)
#define VM_BUG_ON_MM(cond, mm) VM_BUG_ON(cond)
#define VM_WARN_ON_ONCE_PAGE(cond, page) BUILD_BUG_ON_INVALID(cond)
#define VM_WARN_ON_FOLIO(cond, folio) BUILD_BUG_ON_INVALID(cond)
#define VM_WARN_ON_ONCE_FOLIO(cond, folio) BUILD_BUG_ON_INVALID(cond)
#define VM_WARN_ON_ONCE_MM(cond, mm) BUILD_BUG_ON_INVALID(cond)
#define VM_WARN_ONCE(cond, format...) BUILD_BUG_ON_INVALID(cond)
#define VM_WARN(cond, format...) BUILD_BUG_ON_INVALID(cond)
#define VM_WARN_ON_IRQS_ENABLED() \
  do {                            \
  } while (0)
#define VIRTUAL_BUG_ON(cond) \
  do {                       \
  } while (0)
#define VM_BUG_ON_PGFLAGS(cond, page) BUILD_BUG_ON_INVALID(cond)

#endif
