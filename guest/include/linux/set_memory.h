// Rights and caching of kernel pages.
#ifndef _LINUX_SET_MEMORY_H
#define _LINUX_SET_MEMORY_H

#include <linux/types.h>

int set_memory_ro(unsigned long addr, int numpages);
int set_memory_rw(unsigned long addr, int numpages);
int set_memory_x(unsigned long addr, int numpages);
int set_memory_nx(unsigned long addr, int numpages);
int set_memory_np(unsigned long addr, int numpages);
int set_memory_uc(unsigned long addr, int numpages);
int set_memory_wc(unsigned long addr, int numpages);
int set_memory_wb(unsigned long addr, int numpages);
int set_memory_encrypted(unsigned long addr, int numpages);
int set_memory_decrypted(unsigned long addr, int numpages);

struct page;
int set_pages_uc(struct page* page, int numpages);
int set_pages_wb(struct page* page, int numpages);
int set_pages_ro(struct page* page, int numpages);
int set_pages_rw(struct page* page, int numpages);
int set_pages_array_uc(struct page** pages, int addrinarray);
int set_pages_array_wc(struct page** pages, int addrinarray);
int set_pages_array_wb(struct page** pages, int addrinarray);

// Inline in Linux.
bool can_set_direct_map(void);
int set_mce_nospec(unsigned long pfn);
int clear_mce_nospec(unsigned long pfn);

#endif
