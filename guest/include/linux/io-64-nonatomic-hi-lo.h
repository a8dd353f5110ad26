// Device registers of 64 bits by two accesses, the high half first.
#ifndef _LINUX_IO_64_NONATOMIC_HI_LO_H
#define _LINUX_IO_64_NONATOMIC_HI_LO_H

#include <linux/io.h>

static inline u64 hi_lo_readq(const volatile void __iomem* addr) {
  const volatile u32 __iomem* p = addr;
  const u32 high = readl(p + 1), low = readl(p);

  return low + ((u64)high << 32);
}
static inline void hi_lo_writeq(u64 value, volatile void __iomem* addr) {
  writel((u32)(value >> 32), addr + 4);
  writel((u32)value, addr);
}
#define hi_lo_readq_relaxed hi_lo_readq
#define hi_lo_writeq_relaxed hi_lo_writeq

#ifndef readq
#define readq hi_lo_readq
#define readq_relaxed hi_lo_readq_relaxed
#endif
#ifndef writeq
#define writeq hi_lo_writeq
#define writeq_relaxed hi_lo_writeq_relaxed
#endif

#endif
