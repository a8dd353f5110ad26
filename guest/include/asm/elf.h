// ELF files of i386.
#ifndef _ASM_ELF_H
#define _ASM_ELF_H

#include <linux/elf.h>

#endif
