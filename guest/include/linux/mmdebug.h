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

#endif
