// Taking page blocks out of use.
#ifndef _LINUX_PAGE_ISOLATION_H
#define _LINUX_PAGE_ISOLATION_H

#include <linux/mmzone.h>

struct page;
struct zone;

#define MEMORY_OFFLINE 0x1
#define REPORT_FAILURE 0x2
void set_pageblock_migratetype(struct page* page, int migratetype);
int move_freepages_block(struct zone* zone, struct page* page, int migratetype, int* num_movable);
int start_isolate_page_range(unsigned long start_pfn, unsigned long end_pfn, int migratetype,
                             int flags, gfp_t gfp_flags);
void undo_isolate_page_range(unsigned long start_pfn, unsigned long end_pfn, int migratetype);
int test_pages_isolated(unsigned long start_pfn, unsigned long end_pfn, int isol_flags);
struct page* alloc_migrate_target(struct page* page, unsigned long private);

// Inline in Linux.
bool has_isolate_pageblock(struct zone* zone);
bool is_migrate_isolate_page(struct page* page);
bool is_migrate_isolate(int migratetype);

#endif
