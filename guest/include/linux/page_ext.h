// More about a page than fits into struct page.
#ifndef _LINUX_PAGE_EXT_H
#define _LINUX_PAGE_EXT_H

#include <linux/mm.h>
#include <linux/types.h>

struct page;
struct page_ext;
struct page_ext_operations;
struct pglist_data;

struct page_ext_operations {
  size_t offset;
  size_t size;
  bool (*need)(void);
  void (*init)(void);
};
enum page_ext_flags { PAGE_EXT_OWNER, PAGE_EXT_OWNER_ALLOCATED };
struct page_ext {
  unsigned long flags;
};
extern bool early_page_ext;
extern unsigned long page_ext_size;
void pgdat_page_ext_init(struct pglist_data* pgdat);
void page_ext_init_flatmem(void);
void page_ext_init_flatmem_late(void);
struct page_ext* page_ext_get(struct page* page);
void page_ext_put(struct page_ext* page_ext);

// Inline in Linux.
bool early_page_ext_enabled(void);
void page_ext_init(void);
struct page_ext* page_ext_next(struct page_ext* curr);

#endif
