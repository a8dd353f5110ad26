// How much memory is free.
#ifndef _LINUX_SWAP_H
#define _LINUX_SWAP_H

#include <linux/mm.h>
#include <linux/vmstat.h>

// Pages above the high watermarks of the zones that kernel memory comes from.
unsigned long nr_free_buffer_pages(void);
#define nr_free_pages() global_zone_page_state(NR_FREE_PAGES)

#endif
