// Swap devices.
#ifndef _LINUX_SWAPFILE_H
#define _LINUX_SWAPFILE_H

#include <linux/types.h>

struct swap_info_struct;

extern struct swap_info_struct* swap_info[];
unsigned long generic_max_swapfile_size(void);
unsigned long arch_max_swapfile_size(void);
extern unsigned long swapfile_maximum_size;
extern bool swap_migration_ad_supported;

#endif
