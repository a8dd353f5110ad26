// Sizes of pages.
#ifndef _ASM_PAGE_TYPES_H
#define _ASM_PAGE_TYPES_H

#include <asm/page.h>

#endif
