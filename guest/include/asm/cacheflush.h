// Caches: those of x86 need no flushing.
#ifndef _ASM_CACHEFLUSH_H
#define _ASM_CACHEFLUSH_H

#include <asm-generic/cacheflush.h>
#include <asm/pgtable.h>
#include <linux/cacheflush.h>
#include <linux/version.h>
#if LINUX_VERSION_CODE < KERNEL_VERSION(4, 12, 0)
#include <linux/set_memory.h>
#endif

#endif
