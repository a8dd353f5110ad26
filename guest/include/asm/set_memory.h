#ifndef _ASM_SET_MEMORY_H
#define _ASM_SET_MEMORY_H

#include <linux/set_memory.h>
#include <linux/types.h>

struct page;
int set_memory_4k(unsigned long addr, int numpages);
int set_memory_global(unsigned long addr, int numpages);
int set_memory_nonglobal(unsigned long addr, int numpages);
int set_memory_np_noalias(unsigned long addr, int numpages);
int _set_memory_uc(unsigned long addr, int numpages);
int _set_memory_wc(unsigned long addr, int numpages);
int _set_memory_wt(unsigned long addr, int numpages);
int _set_memory_wb(unsigned long addr, int numpages);
int set_direct_map_invalid_noflush(struct page* page);
int set_direct_map_default_noflush(struct page* page);
bool kernel_page_present(struct page* page);

#endif
