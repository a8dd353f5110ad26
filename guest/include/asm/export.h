// EXPORT_SYMBOL in assembly.
#ifndef _ASM_EXPORT_H
#define _ASM_EXPORT_H

#include <linux/export.h>

#endif
