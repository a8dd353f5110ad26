// Pages of page tables.
#ifndef _LINUX_PGALLOC_H
#define _LINUX_PGALLOC_H

#include <asm/pgalloc.h>
#include <linux/pgtable.h>

#endif
