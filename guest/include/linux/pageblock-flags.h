// Blocks of pages.
#ifndef _LINUX_PAGEBLOCK_FLAGS_H
#define _LINUX_PAGEBLOCK_FLAGS_H

#include <linux/mmzone.h>

struct page;

#define PB_migratetype_bits 3
enum pageblock_bits { PB_migrate, PB_migrate_end = 2, PB_migrate_skip, NR_PAGEBLOCK_BITS };
unsigned long get_pfnblock_flags_mask(const struct page* page, unsigned long pfn,
                                      unsigned long mask);
void set_pfnblock_flags_mask(struct page* page, unsigned long flags, unsigned long pfn,
                             unsigned long mask);

#define pageblock_align(pfn) ALIGN((pfn), pageblock_nr_pages)
#define pageblock_aligned(pfn) IS_ALIGNED((pfn), pageblock_nr_pages)
#define pageblock_start_pfn(pfn) ALIGN_DOWN((pfn), pageblock_nr_pages)
#define pageblock_end_pfn(pfn) ALIGN((pfn) + 1, pageblock_nr_pages)
#define get_pageblock_skip(page) \
  get_pfnblock_flags_mask(page, page_to_pfn(page), 1 << PB_migrate_skip)
#define clear_pageblock_skip(page) \
  set_pfnblock_flags_mask(page, 0, page_to_pfn(page), 1 << PB_migrate_skip)
#define set_pageblock_skip(page) \
  set_pfnblock_flags_mask(page, 1 << PB_migrate_skip, page_to_pfn(page), 1 << PB_migrate_skip)

#endif
