// Requests of terminals.
#ifndef _ASM_TERMIOS_H
#define _ASM_TERMIOS_H

#include <asm-generic/termios.h>
#include <linux/types.h>

#endif
