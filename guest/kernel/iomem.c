// Access to device memory and ports: copies, and the accessors that are functions in Linux.
//
// A cookie of ioread and iowrite is an address of mapped device memory, or from ioport_map a port
// plus 64 KB; what is below that is nobody's. Device memory is reached byte by byte or in words of
// the asked-for size, never wider.
// Linux: arch/x86/lib/iomem.c, lib/iomap.c, lib/iomap_copy.c.
#include <linux/export.h>
#include <linux/io.h>
#include <linux/kernel.h>

#include "bug_at.h"

#define FIRST_PORT 0x10000ul
#define FIRST_ADDRESS 0x40000ul
#define LAST_PORT 0xfffful

static __always_inline void bad_io_access(unsigned long port, const char* access) {
  static int reports_left = 10;

  if (!reports_left) return;
  reports_left--;
  __warn_printk(KERN_ERR "Bad IO access at port %#lx (%s)\n", port, access);
  _BUG_FLAGS_AT("lib/iomap.c", 45,
                BUGFLAG_WARNING | BUGFLAG_NO_CUT_HERE | BUGFLAG_TAINT(TAINT_WARN));
}

// Does one of the two, by the kind of cookie; `name` is what Linux calls the access to a port.
#define BY_COOKIE(addr, name, on_port, on_memory)       \
  do {                                                  \
    const unsigned long cookie = (unsigned long)(addr); \
    if (cookie >= FIRST_ADDRESS) {                      \
      on_memory;                                        \
    } else if (cookie > FIRST_PORT) {                   \
      const unsigned long port = cookie & LAST_PORT;    \
      on_port;                                          \
    } else {                                            \
      bad_io_access(cookie, name);                      \
    }                                                   \
  } while (0)

#define READER(name, type, from_port, from_memory, port_name)         \
  unsigned int name(const void __iomem* addr) {                       \
    BY_COOKIE(addr, port_name, return from_port, return from_memory); \
    return (type)~0u;                                                 \
  }                                                                   \
  EXPORT_SYMBOL(name)
READER(ioread8, u8, inb(port), readb(addr), "return inb(port)");
READER(ioread16, u16, inw(port), readw(addr), "return inw(port)");
READER(ioread32, u32, inl(port), readl(addr), "return inl(port)");
READER(ioread16be, u16, __builtin_bswap16(inw(port)), __builtin_bswap16(readw(addr)),
       "return pio_read16be(port)");
READER(ioread32be, u32, __builtin_bswap32(inl(port)), __builtin_bswap32(readl(addr)),
       "return pio_read32be(port)");

#define WRITER(name, type, to_port, to_memory, port_name)                                       \
  void name(type value, void __iomem* addr) { BY_COOKIE(addr, port_name, to_port, to_memory); } \
  EXPORT_SYMBOL(name)
WRITER(iowrite8, u8, outb(value, port), writeb(value, addr), "outb(val,port)");
WRITER(iowrite16, u16, outw(value, port), writew(value, addr), "outw(val,port)");
WRITER(iowrite32, u32, outl(value, port), writel(value, addr), "outl(val,port)");
WRITER(iowrite16be, u16, outw(__builtin_bswap16(value), port),
       writew(__builtin_bswap16(value), addr), "pio_write16be(val,port)");
WRITER(iowrite32be, u32, outl(__builtin_bswap32(value), port),
       writel(__builtin_bswap32(value), addr), "pio_write32be(val,port)");

#define REPEATED_READER(name, type, from_port, from_memory, port_name) \
  void name(const void __iomem* addr, void* to, unsigned long count) { \
    type* out = to;                                                    \
    BY_COOKIE(addr, port_name, while (count--)* out++ = from_port,     \
              while (count--)* out++ = from_memory);                   \
  }                                                                    \
  EXPORT_SYMBOL(name)
REPEATED_READER(ioread8_rep, u8, inb(port), __raw_readb(addr), "insb(port,dst,count)");
REPEATED_READER(ioread16_rep, u16, inw(port), __raw_readw(addr), "insw(port,dst,count)");
REPEATED_READER(ioread32_rep, u32, inl(port), __raw_readl(addr), "insl(port,dst,count)");

#define REPEATED_WRITER(name, type, to_port, to_memory, port_name)                  \
  void name(void __iomem* addr, const void* from, unsigned long count) {            \
    const type* in = from;                                                          \
    BY_COOKIE(addr, port_name, while (count--) to_port, while (count--) to_memory); \
  }                                                                                 \
  EXPORT_SYMBOL(name)
REPEATED_WRITER(iowrite8_rep, u8, outb(*in++, port), __raw_writeb(*in++, addr),
                "outsb(port, src, count)");
REPEATED_WRITER(iowrite16_rep, u16, outw(*in++, port), __raw_writew(*in++, addr),
                "outsw(port, src, count)");
REPEATED_WRITER(iowrite32_rep, u32, outl(*in++, port), __raw_writel(*in++, addr),
                "outsl(port, src,count)");

void __iomem* ioport_map(unsigned long port, unsigned int nr) {
  return port > LAST_PORT ? NULL : (void __iomem*)(FIRST_PORT + port);
}
EXPORT_SYMBOL(ioport_map);

void ioport_unmap(void __iomem* addr) {}
EXPORT_SYMBOL(ioport_unmap);

void memcpy_fromio(void* to, const volatile void __iomem* from, size_t count) {
  const volatile u8* in = from;
  u8* out = to;

  while (count--) *out++ = readb(in++);
}
EXPORT_SYMBOL(memcpy_fromio);

void memcpy_toio(volatile void __iomem* to, const void* from, size_t count) {
  volatile u8* out = to;
  const u8* in = from;

  while (count--) writeb(*in++, out++);
}
EXPORT_SYMBOL(memcpy_toio);

void memset_io(volatile void __iomem* to, int value, size_t count) {
  volatile u8* out = to;

  while (count--) writeb((u8)value, out++);
}
EXPORT_SYMBOL(memset_io);

// The next three copy whole words; count is in words.
void __ioread32_copy(void* to, const void __iomem* from, size_t count) {
  const u32* in = from;
  u32* out = to;

  while (count--) *out++ = __raw_readl(in++);
}
EXPORT_SYMBOL(__ioread32_copy);

void __iowrite32_copy(void __iomem* to, const void* from, size_t count) {
  const u32* in = from;
  u32* out = to;

  while (count--) __raw_writel(*in++, out++);
}
EXPORT_SYMBOL(__iowrite32_copy);

void __iowrite64_copy(void __iomem* to, const void* from, size_t count) {
  __iowrite32_copy(to, from, 2 * count);
}
EXPORT_SYMBOL(__iowrite64_copy);
