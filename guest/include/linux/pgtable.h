// Page tables.
#ifndef _LINUX_PGTABLE_H
#define _LINUX_PGTABLE_H

#include <asm/pgtable.h>
#include <linux/pgtable_edit_mm32.h>

#endif
