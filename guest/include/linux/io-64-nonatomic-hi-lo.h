// 64-bit registers by two accesses, the upper half first.
#ifndef _LINUX_IO_64_NONATOMIC_HI_LO_H
#define _LINUX_IO_64_NONATOMIC_HI_LO_H

#include <linux/io.h>

static inline __u64 hi_lo_readq(const volatile void __iomem* addr) {
  u32 first = readl(addr + 4), second = readl(addr);
  return (u64)first << 32 | second;
}
static inline void hi_lo_writeq(__u64 val, volatile void __iomem* addr) {
  writel(val >> 32, addr + 4);
  writel(val, addr);
}
static inline __u64 hi_lo_readq_relaxed(const volatile void __iomem* addr) {
  return hi_lo_readq(addr);
}
static inline void hi_lo_writeq_relaxed(__u64 val, volatile void __iomem* addr) {
  hi_lo_writeq(val, addr);
}
#ifndef readq
#define readq hi_lo_readq
#define readq_relaxed hi_lo_readq_relaxed
#endif
#ifndef writeq
#define writeq hi_lo_writeq
#define writeq_relaxed hi_lo_writeq_relaxed
#endif

#endif
