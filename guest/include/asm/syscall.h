// The arguments of the system call under way.
#ifndef _ASM_SYSCALL_H
#define _ASM_SYSCALL_H

#include <asm/ptrace.h>
#include <linux/sched.h>

#endif
