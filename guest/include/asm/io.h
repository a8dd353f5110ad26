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

void __iomem* ioremap_prot(resource_size_t offset, unsigned long size, unsigned long prot_val);
void __iomem* ioremap_encrypted(resource_size_t offset, unsigned long size);
void __iomem* ioport_map(unsigned long port, unsigned int nr);
void ioport_unmap(void __iomem* addr);
int arch_io_reserve_memtype_wc(resource_size_t start, resource_size_t size);
void arch_io_free_memtype_wc(resource_size_t start, resource_size_t size);
int arch_phys_wc_add(unsigned long base, unsigned long size);
void arch_phys_wc_del(int handle);
int arch_phys_wc_index(int handle);

#define __MM32_REP(suffix, type)                                                                 \
  static inline void reads##suffix(const volatile void __iomem* addr, void* to, unsigned n) {    \
    type* out = (type*)to;                                                                       \
    while (n--) *out++ = __raw_read##suffix(addr);                                               \
  }                                                                                              \
  static inline void writes##suffix(volatile void __iomem* addr, const void* from, unsigned n) { \
    const type* in = (const type*)from;                                                          \
    while (n--) __raw_write##suffix(*in++, addr);                                                \
  }
__MM32_REP(b, u8)
__MM32_REP(w, u16)
__MM32_REP(l, u32)
#undef __MM32_REP

void ioread8_rep(const void __iomem* addr, void* to, unsigned long count);
void ioread16_rep(const void __iomem* addr, void* to, unsigned long count);
void ioread32_rep(const void __iomem* addr, void* to, unsigned long count);
void iowrite8_rep(void __iomem* addr, const void* from, unsigned long count);
void iowrite16_rep(void __iomem* addr, const void* from, unsigned long count);
void iowrite32_rep(void __iomem* addr, const void* from, unsigned long count);
void __ioread32_copy(void* to, const void __iomem* from, size_t count);
void __iowrite32_copy(void __iomem* to, const void* from, size_t count);
void __iowrite64_copy(void __iomem* to, const void* from, size_t count);

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

// Ports with a pause after the access, and strings of them.
#define IO_SPACE_LIMIT 0xffff
#define ARCH_HAS_IOREMAP_WC
#define ARCH_HAS_IOREMAP_WT
#define __readb __raw_readb
#define __readw __raw_readw
#define __readl __raw_readl
#define __writeb __raw_writeb
#define __writew __raw_writew
#define __writel __raw_writel
static inline void native_io_delay(void) { outb(0, 0x80); }
#define io_delay_init() ((void)0)
#define slow_down_io() native_io_delay()
#define __MM32_PORTS(suffix, type)                                                          \
  static inline type in##suffix##_p(int port) {                                             \
    type value = in##suffix(port);                                                          \
    slow_down_io();                                                                         \
    return value;                                                                           \
  }                                                                                         \
  static inline void out##suffix##_p(type value, int port) {                                \
    out##suffix(value, port);                                                               \
    slow_down_io();                                                                         \
  }                                                                                         \
  static inline void ins##suffix(int port, void* addr, unsigned long count) {               \
    __asm__ volatile("rep; ins" #suffix : "+D"(addr), "+c"(count) : "d"(port) : "memory");  \
  }                                                                                         \
  static inline void outs##suffix(int port, const void* addr, unsigned long count) {        \
    __asm__ volatile("rep; outs" #suffix : "+S"(addr), "+c"(count) : "d"(port) : "memory"); \
  }
__MM32_PORTS(b, u8)
__MM32_PORTS(w, u16)
__MM32_PORTS(l, u32)
#undef __MM32_PORTS
#define isa_virt_to_bus(address) ((unsigned int)virt_to_phys(address))
#define isa_bus_to_virt phys_to_virt
#define phys_mem_access_encrypted(phys_addr, size) true
void* xlate_dev_mem_ptr(phys_addr_t phys);
void unxlate_dev_mem_ptr(phys_addr_t phys, void* addr);
#define xlate_dev_mem_ptr xlate_dev_mem_ptr
#define unxlate_dev_mem_ptr unxlate_dev_mem_ptr
int valid_phys_addr_range(phys_addr_t addr, size_t size);
int valid_mmap_phys_addr_range(unsigned long pfn, size_t size);

#endif
