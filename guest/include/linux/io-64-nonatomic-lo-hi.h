// Device registers of 64 bits by two accesses, the low half first.
#ifndef _LINUX_IO_64_NONATOMIC_LO_HI_H
#define _LINUX_IO_64_NONATOMIC_LO_HI_H

#include <linux/io.h>

static inline u64 lo_hi_readq(const volatile void __iomem* addr) {
  const volatile u32 __iomem* p = addr;
  const u32 low = readl(p), high = readl(p + 1);

  return low + ((u64)high << 32);
}
static inline void lo_hi_writeq(u64 value, volatile void __iomem* addr) {
  writel((u32)value, addr);
  writel((u32)(value >> 32), addr + 4);
}
#define lo_hi_readq_relaxed lo_hi_readq
#define lo_hi_writeq_relaxed lo_hi_writeq

#ifndef readq
#define readq lo_hi_readq
#define readq_relaxed lo_hi_readq_relaxed
#endif
#ifndef writeq
#define writeq lo_hi_writeq
#define writeq_relaxed lo_hi_writeq_relaxed
#endif

#endif
