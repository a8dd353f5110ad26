// Flags of mappings.
#ifndef _ASM_MMAN_H
#define _ASM_MMAN_H

#include <uapi/linux/mman.h>

#endif
