// What a signal carries: the generic form.
#ifndef _ASM_SIGINFO_H
#define _ASM_SIGINFO_H

#include <asm-generic/siginfo.h>
#include <linux/types.h>

#endif
