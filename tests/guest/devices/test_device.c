/* A driver of the test device (--test-device): registers, frame buffer, claimed ranges. */
#include <linux/io.h>
#include <linux/ioport.h>
#include <linux/kernel.h>
#include <linux/module.h>
#include <linux/xxhash.h>

#define REGISTERS 0xe0000000
#define FRAME_BUFFER 0xe0100000
#define FRAME_BYTES 0x100000

static void registers(void __iomem *r)
{
	unsigned int first, second;

	pr_info("id %08x version %u %ux%u at %08x\n", readl(r), readl(r + 4), readl(r + 0x18),
		readl(r + 0x1c), readl(r + 0x20));
	writel(0x12345678, r + 8);
	pr_info("bytes %02x %02x words %04x %04x\n", readb(r + 8), readb(r + 11), readw(r + 8),
		readw(r + 10));
	writeb(0xff, r + 9);
	iowrite16(0xabcd, r + 10);
	pr_info("scratch %08x\n", ioread32(r + 8));
	first = readl(r + 12);
	second = readl(r + 12);
	pr_info("counter %u %u\n", first, second);
	iowrite32be(0x11223344, r + 8);
	pr_info("scratch %08x %08x\n", readl(r + 8), ioread32be(r + 8));
	pr_info("nothing there: %x\n", readl(r + 0x800));
}

static void pixels(void __iomem *r, void __iomem *fb)
{
	static const u32 line[4] = {0x11111111, 0x22222222, 0x33333333, 0x44444444};
	u32 back[4];

	memset_io(fb, 0, FRAME_BYTES);
	memcpy_toio(fb + FRAME_BYTES - sizeof(line), line, sizeof(line));
	memcpy_fromio(back, fb + FRAME_BYTES - sizeof(line), sizeof(line));
	pr_info("read back %08x %08x %08x %08x\n", back[0], back[1], back[2], back[3]);
	pr_info("checksum %s\n",
		readl(r + 0x14) == xxh32((void *)fb, FRAME_BYTES, 0) ? "agrees" : "differs");
	__iowrite32_copy(fb, line, 4);
	iowrite32_rep(fb + 16, line, 4);
	pr_info("words %08x %08x %08x\n", readl(fb), readl(fb + 12), readl(fb + 16));
	writel(2, r + 0x10);
	pr_info("incremented %08x\n", readl(fb));
	writel(1, r + 0x10);
	pr_info("cleared %08x\n", readl(fb));
}

static int __init test_device_init(void)
{
	void __iomem *r, *fb;

	if (!request_mem_region(REGISTERS, PAGE_SIZE, "driver"))
		return -EBUSY;
	pr_info("claimed twice: %d\n", request_mem_region(REGISTERS, 16, "other") != NULL);
	r = ioremap(REGISTERS, PAGE_SIZE);
	fb = ioremap_wc(FRAME_BUFFER, FRAME_BYTES);
	registers(r);
	pixels(r, fb);
	iounmap(fb);
	iounmap(r);
	release_mem_region(REGISTERS, PAGE_SIZE);
	return 0;
}

static void __exit test_device_exit(void) {}

module_init(test_device_init);
module_exit(test_device_exit);
MODULE_LICENSE("GPL");

// mm32-args: --test-device
// mm32-expect: log ^counter 
