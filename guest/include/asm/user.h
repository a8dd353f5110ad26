// The registers of a process for a debugger.
#ifndef _ASM_USER_H
#define _ASM_USER_H

#include <asm/ptrace.h>

#endif
