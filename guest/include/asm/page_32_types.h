// Pages of i386.
#ifndef _ASM_PAGE_32_TYPES_H
#define _ASM_PAGE_32_TYPES_H

#include <asm/page.h>

#endif
