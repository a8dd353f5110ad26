#ifndef _LINUX_HIGHMEM_INTERNAL_H
#define _LINUX_HIGHMEM_INTERNAL_H

#include <linux/highmem.h>

struct task_struct;

#define kmap_prot PAGE_KERNEL
void kmap_local_fork(struct task_struct* tsk);
void __kmap_local_sched_out(void);
void __kmap_local_sched_in(void);
void __kmap_flush_unused(void);

// Inline in Linux.
void kmap_assert_nomap(void);
void kmap_flush_tlb(unsigned long addr);
void totalhigh_pages_add(long count);
bool is_kmap_addr(const void* x);

#endif
