// Access to device memory and ports.
#ifndef _ASM_IO_H
#define _ASM_IO_H

#include <asm/page.h>
#include <linux/compiler.h>
#include <linux/types.h>

#define __MM32_READ(name, type)                                \
  static inline type name(const volatile void __iomem* addr) { \
    type value = *(const volatile type __force*)addr;          \
    __asm__ volatile("" : : : "memory");                       \
    return value;                                              \
  }
#define __MM32_WRITE(name, type)                                     \
  static inline void name(type value, volatile void __iomem* addr) { \
    __asm__ volatile("" : : : "memory");                             \
    *(volatile type __force*)addr = value;                           \
  }
__MM32_READ(readb, u8)
__MM32_READ(readw, u16)
__MM32_READ(readl, u32)
__MM32_READ(__raw_readb, u8)
__MM32_READ(__raw_readw, u16)
__MM32_READ(__raw_readl, u32)
__MM32_WRITE(writeb, u8)
__MM32_WRITE(writew, u16)
__MM32_WRITE(writel, u32)
__MM32_WRITE(__raw_writeb, u8)
__MM32_WRITE(__raw_writew, u16)
__MM32_WRITE(__raw_writel, u32)
#undef __MM32_READ
#undef __MM32_WRITE
#define readb_relaxed(a) readb(a)
#define readw_relaxed(a) readw(a)
#define readl_relaxed(a) readl(a)
#define writeb_relaxed(v, a) writeb(v, a)
#define writew_relaxed(v, a) writew(v, a)
#define writel_relaxed(v, a) writel(v, a)

void __iomem* ioremap(resource_size_t offset, unsigned long size);
void __iomem* ioremap_uc(resource_size_t offset, unsigned long size);
void __iomem* ioremap_wc(resource_size_t offset, unsigned long size);
void __iomem* ioremap_wt(resource_size_t offset, unsigned long size);
void __iomem* ioremap_cache(resource_size_t offset, unsigned long size);
void iounmap(volatile void __iomem* addr);
#define ioremap_nocache(offset, size) ioremap(offset, size)
#define ioremap_np(offset, size) NULL

void memcpy_fromio(void* to, const volatile void __iomem* from, size_t count);
void memcpy_toio(volatile void __iomem* to, const void* from, size_t count);
void memset_io(volatile void __iomem* to, int value, size_t count);

unsigned int ioread8(const void __iomem* addr);
unsigned int ioread16(const void __iomem* addr);
unsigned int ioread32(const void __iomem* addr);
unsigned int ioread16be(const void __iomem* addr);
unsigned int ioread32be(const void __iomem* addr);
void iowrite8(u8 value, void __iomem* addr);
void iowrite16(u16 value, void __iomem* addr);
void iowrite32(u32 value, void __iomem* addr);
void iowrite16be(u16 value, void __iomem* addr);
void iowrite32be(u32 value, void __iomem* addr);

#define __MM32_PORT(suffix, type, operand)                                            \
  static inline type in##suffix(int port) {                                           \
    type value;                                                                       \
    __asm__ volatile("in" #suffix " %w1, %" operand "0" : "=a"(value) : "Nd"(port));  \
    return value;                                                                     \
  }                                                                                   \
  static inline void out##suffix(type value, int port) {                              \
    __asm__ volatile("out" #suffix " %" operand "0, %w1" : : "a"(value), "Nd"(port)); \
  }
__MM32_PORT(b, u8, "b")
__MM32_PORT(w, u16, "w")
__MM32_PORT(l, u32, "")
#undef __MM32_PORT

static inline phys_addr_t virt_to_phys(volatile void* address) {
  return __pa((unsigned long)address);
}
static inline void* phys_to_virt(phys_addr_t address) { return __va(address); }
#define virt_to_bus virt_to_phys
#define bus_to_virt phys_to_virt

#endif
