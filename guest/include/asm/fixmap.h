// Pages at fixed addresses, counted downwards from FIXADDR_TOP. The numbers are those of Debian's
// i386 configuration of 6.1.
#ifndef _ASM_X86_FIXMAP_H
#define _ASM_X86_FIXMAP_H

#include <asm/page.h>
#include <asm/pgtable.h>
#include <linux/bug.h>

enum fixed_addresses {
  FIX_HOLE,
  FIX_DBGP_BASE,
  FIX_EARLYCON_MEM_BASE,
  FIX_APIC_BASE,
  FIX_IO_APIC_BASE_0,
  FIX_IO_APIC_BASE_END = 67,
  FIX_KMAP_BEGIN = 68,
  FIX_KMAP_END = 579,
  FIX_PCIE_MCFG = 580,
  __end_of_permanent_fixed_addresses = 583,
  FIX_BTMAP_END = 1024,
  FIX_BTMAP_BEGIN = 1535,
  FIX_WP_TEST = 1536,
  __end_of_fixed_addresses = 1537,
};

#define FIXADDR_SIZE (__end_of_permanent_fixed_addresses << PAGE_SHIFT)
#define FIXADDR_START (FIXADDR_TOP - FIXADDR_SIZE)
#define FIXADDR_TOT_SIZE (__end_of_fixed_addresses << PAGE_SHIFT)
#define FIXADDR_TOT_START (FIXADDR_TOP - FIXADDR_TOT_SIZE)
#define FIXMAP_PAGE_NORMAL PAGE_KERNEL
#define FIXMAP_PAGE_RO PAGE_KERNEL_RO
#define FIXMAP_PAGE_NOCACHE PAGE_KERNEL_IO_NOCACHE
#define FIXMAP_PAGE_IO PAGE_KERNEL_IO
#define FIXMAP_PAGE_CLEAR __pgprot(0)

#define __fix_to_virt(x) (FIXADDR_TOP - ((x) << PAGE_SHIFT))
#define __virt_to_fix(x) ((FIXADDR_TOP - ((x)&PAGE_MASK)) >> PAGE_SHIFT)
static __always_inline unsigned long fix_to_virt(const unsigned int idx) {
  BUG_ON(idx >= __end_of_fixed_addresses);
  return __fix_to_virt(idx);
}
static inline unsigned long virt_to_fix(const unsigned long vaddr) {
  BUG_ON(vaddr >= FIXADDR_TOP || vaddr < FIXADDR_START);
  return __virt_to_fix(vaddr);
}

void native_set_fixmap(unsigned int idx, phys_addr_t phys, pgprot_t flags);
static inline void __set_fixmap(enum fixed_addresses idx, phys_addr_t phys, pgprot_t flags) {
  native_set_fixmap(idx, phys, flags);
}
#define set_fixmap(idx, phys) __set_fixmap(idx, phys, FIXMAP_PAGE_NORMAL)
#define clear_fixmap(idx) __set_fixmap(idx, 0, FIXMAP_PAGE_CLEAR)
#define set_fixmap_nocache(idx, phys) __set_fixmap(idx, phys, FIXMAP_PAGE_NOCACHE)
#define set_fixmap_io(idx, phys) __set_fixmap(idx, phys, FIXMAP_PAGE_IO)
#define __set_fixmap_offset(idx, phys, flags)                     \
  ({                                                              \
    __set_fixmap(idx, phys, flags);                               \
    fix_to_virt(idx) + ((unsigned long)(phys) & (PAGE_SIZE - 1)); \
  })
#define set_fixmap_offset(idx, phys) __set_fixmap_offset(idx, phys, FIXMAP_PAGE_NORMAL)

#endif
