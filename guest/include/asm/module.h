// Modules of i386.
#ifndef _ASM_MODULE_H
#define _ASM_MODULE_H

#include <linux/module.h>

#endif
