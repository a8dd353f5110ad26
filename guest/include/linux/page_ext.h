// More about a page than fits into struct page.
#ifndef _LINUX_PAGE_EXT_H
#define _LINUX_PAGE_EXT_H

#include <linux/mm.h>
#include <linux/types.h>

#endif
