// Switching address spaces.
#ifndef _ASM_MMU_CONTEXT_H
#define _ASM_MMU_CONTEXT_H

#include <asm/tlbflush.h>
#include <linux/mm_types.h>
#include <linux/sched.h>

#endif
