// Caches: coherent on a PC.
#ifndef _LINUX_CACHEFLUSH_H
#define _LINUX_CACHEFLUSH_H

#include <asm/cacheflush.h>

#define ARCH_IMPLEMENTS_FLUSH_DCACHE_FOLIO 0

// Inline in Linux.
struct folio;

static inline void flush_dcache_folio(struct folio* folio) {}

#endif
