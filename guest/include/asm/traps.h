// Exceptions.
#ifndef _ASM_TRAPS_H
#define _ASM_TRAPS_H

#include <asm/ptrace.h>
#include <asm/trapnr.h>

#endif
