/* The page of zeros. Linux: arch/x86/kernel/head_32.S. */
#include <asm/pgtable.h>
#include <linux/export.h>

unsigned long empty_zero_page[PAGE_SIZE / sizeof(unsigned long)] __attribute__((aligned(4096)));
EXPORT_SYMBOL(empty_zero_page);
