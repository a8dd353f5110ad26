// Access to user memory by the kernel: i386 of this machine has no SMAP.
#ifndef _ASM_SMAP_H
#define _ASM_SMAP_H

#include <linux/compiler.h>

static __always_inline void clac(void) {}
static __always_inline void stac(void) {}
static __always_inline unsigned long smap_save(void) { return 0; }
static __always_inline void smap_restore(unsigned long flags) {}

#endif
