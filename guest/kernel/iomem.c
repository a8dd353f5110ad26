/*
 * Copies to and from device memory, and the accessors that are functions in Linux.
 * Linux: arch/x86/lib/iomem.c, lib/iomap.c. Device memory is reached byte by byte or in words of
 * the asked-for size, never wider.
 */
#include <linux/export.h>
#include <linux/io.h>

static u16 swab16_(u16 v)
{
	return (u16)(v << 8 | v >> 8);
}

static u32 swab32_(u32 v)
{
	return __builtin_bswap32(v);
}

void memcpy_fromio(void *to, const volatile void __iomem *from, size_t count)
{
	u8 *out = to;
	const volatile u8 *in = from;

	while (count--)
		*out++ = readb(in++);
}
EXPORT_SYMBOL(memcpy_fromio);

void memcpy_toio(volatile void __iomem *to, const void *from, size_t count)
{
	volatile u8 *out = to;
	const u8 *in = from;

	while (count--)
		writeb(*in++, out++);
}
EXPORT_SYMBOL(memcpy_toio);

void memset_io(volatile void __iomem *to, int value, size_t count)
{
	volatile u8 *out = to;

	while (count--)
		writeb((u8)value, out++);
}
EXPORT_SYMBOL(memset_io);

unsigned int ioread8(const void __iomem *addr)
{
	return readb(addr);
}
EXPORT_SYMBOL(ioread8);

unsigned int ioread16(const void __iomem *addr)
{
	return readw(addr);
}
EXPORT_SYMBOL(ioread16);

unsigned int ioread32(const void __iomem *addr)
{
	return readl(addr);
}
EXPORT_SYMBOL(ioread32);

unsigned int ioread16be(const void __iomem *addr)
{
	return swab16_(readw(addr));
}
EXPORT_SYMBOL(ioread16be);

unsigned int ioread32be(const void __iomem *addr)
{
	return swab32_(readl(addr));
}
EXPORT_SYMBOL(ioread32be);

void iowrite8(u8 value, void __iomem *addr)
{
	writeb(value, addr);
}
EXPORT_SYMBOL(iowrite8);

void iowrite16(u16 value, void __iomem *addr)
{
	writew(value, addr);
}
EXPORT_SYMBOL(iowrite16);

void iowrite32(u32 value, void __iomem *addr)
{
	writel(value, addr);
}
EXPORT_SYMBOL(iowrite32);

void iowrite16be(u16 value, void __iomem *addr)
{
	writew(swab16_(value), addr);
}
EXPORT_SYMBOL(iowrite16be);

void iowrite32be(u32 value, void __iomem *addr)
{
	writel(swab32_(value), addr);
}
EXPORT_SYMBOL(iowrite32be);
