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

#endif
