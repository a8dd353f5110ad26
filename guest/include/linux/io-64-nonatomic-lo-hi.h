// 64-bit registers by two accesses, the lower half first.
#ifndef _LINUX_IO_64_NONATOMIC_LO_HI_H
#define _LINUX_IO_64_NONATOMIC_LO_HI_H

#include <linux/io.h>

static inline __u64 lo_hi_readq(const volatile void __iomem* addr) {
  u32 first = readl(addr), second = readl(addr + 4);
  return (u64)second << 32 | first;
}
static inline void lo_hi_writeq(__u64 val, volatile void __iomem* addr) {
  writel(val, addr);
  writel(val >> 32, addr + 4);
}
static inline __u64 lo_hi_readq_relaxed(const volatile void __iomem* addr) {
  return lo_hi_readq(addr);
}
static inline void lo_hi_writeq_relaxed(__u64 val, volatile void __iomem* addr) {
  lo_hi_writeq(val, addr);
}
#ifndef readq
#define readq lo_hi_readq
#define readq_relaxed lo_hi_readq_relaxed
#endif
#ifndef writeq
#define writeq lo_hi_writeq
#define writeq_relaxed lo_hi_writeq_relaxed
#endif

#endif
