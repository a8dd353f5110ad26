// Huge pages of user mappings.
#ifndef _LINUX_HUGE_MM_H
#define _LINUX_HUGE_MM_H

#include <asm/pgtable_types.h>
#include <linux/fs.h>
#include <linux/mm_types.h>
#include <linux/pfn.h>
#include <linux/types.h>

struct file;
struct vm_fault;

vm_fault_t vmf_insert_pfn_pmd_prot(struct vm_fault*, pfn_t, pgprot_t, bool);
unsigned long thp_get_unmapped_area(struct file*, unsigned long, unsigned long, unsigned long,
                                    unsigned long);

#define HPAGE_PMD_SHIFT PMD_SHIFT
#define HPAGE_PMD_SIZE (1UL << HPAGE_PMD_SHIFT)
#define HPAGE_PMD_MASK (~(HPAGE_PMD_SIZE - 1))
#define HPAGE_PMD_ORDER (HPAGE_PMD_SHIFT - PAGE_SHIFT)
#define HPAGE_PMD_NR (1 << HPAGE_PMD_ORDER)

#endif
