// Page tables as pages.
#ifndef _ASM_PGALLOC_H
#define _ASM_PGALLOC_H

#include <asm/pgtable.h>
#include <linux/mm.h>
#include <linux/pagemap.h>

#endif
