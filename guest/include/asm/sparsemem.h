// Sections of the memory map.
#ifndef _ASM_SPARSEMEM_H
#define _ASM_SPARSEMEM_H

#include <linux/mmzone.h>

#endif
