// How much memory is free; the marks that reclaim reads.
#ifndef _LINUX_SWAP_H
#define _LINUX_SWAP_H

#include <linux/mm.h>
#include <linux/pagemap.h>
#include <linux/vmstat.h>

// Pages above the high watermarks of the zones that kernel memory comes from.
unsigned long nr_free_buffer_pages(void);
#define nr_free_pages() global_zone_page_state(NR_FREE_PAGES)
extern atomic_long_t nr_swap_pages;
#define get_nr_swap_pages() atomic_long_read(&nr_swap_pages)
#define total_swap_pages 0L

#endif
