// The pkmap window.
#ifndef _ASM_HIGHMEM_H
#define _ASM_HIGHMEM_H

#include <asm/pgtable_types.h>
#ifdef CONFIG_X86_PAE
#define LAST_PKMAP 512
#else
#define LAST_PKMAP 1024
#endif
#define LAST_PKMAP_MASK (LAST_PKMAP - 1)
extern unsigned long __mm32_pkmap_base;
#define PKMAP_BASE __mm32_pkmap_base
#define PKMAP_NR(virt) (((virt)-PKMAP_BASE) >> PAGE_SHIFT)
#define PKMAP_ADDR(nr) (PKMAP_BASE + ((nr) << PAGE_SHIFT))
#define flush_cache_kmaps() \
  do {                      \
  } while (0)

#endif
