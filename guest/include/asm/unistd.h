// Numbers of system calls.
#ifndef _ASM_UNISTD_H
#define _ASM_UNISTD_H

#include <uapi/asm/unistd_32.h>

#define NR_syscalls 451

#endif
