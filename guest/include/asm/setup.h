// What the boot loader handed over.
#ifndef _ASM_SETUP_H
#define _ASM_SETUP_H

#include <asm/page.h>
#include <linux/types.h>

#define COMMAND_LINE_SIZE 2048
#define PARAM_SIZE 4096

#endif
