// The page cache's own names for pages, until 4.6.
#ifndef _LINUX_PAGEMAP_H
#define _LINUX_PAGEMAP_H

#include <linux/mm.h>
#define PAGE_CACHE_SHIFT PAGE_SHIFT
#define PAGE_CACHE_SIZE PAGE_SIZE
#define PAGE_CACHE_MASK PAGE_MASK
#define PAGE_CACHE_ALIGN(addr) PAGE_ALIGN(addr)
#define page_cache_get(page) get_page(page)
#define page_cache_release(page) put_page(page)

#endif
