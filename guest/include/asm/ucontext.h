// The context of a signal handler.
#ifndef _ASM_UCONTEXT_H
#define _ASM_UCONTEXT_H

#include <linux/types.h>

#define UC_FP_XSTATE 0x1

#endif
