/* Questions about a struct page that headers ask by a call. Linux: mm/util.c. */
#include <linux/export.h>
#include <linux/mm.h>

int __page_mapcount(struct page* page) { return atomic_read(&page->_mapcount) + 1; }
EXPORT_SYMBOL(__page_mapcount);
