// Using the FPU in the kernel.
#ifndef _ASM_I387_H
#define _ASM_I387_H

#include <asm/fpu/api.h>

#endif
