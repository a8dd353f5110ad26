// The memory map of the firmware.
#ifndef _ASM_E820_API_H
#define _ASM_E820_API_H

#include <asm/e820/types.h>

bool e820__mapped_raw_any(u64, u64, enum e820_type);
bool e820__mapped_any(u64, u64, enum e820_type);

#endif
