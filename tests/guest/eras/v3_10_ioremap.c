/* Device memory and user pages as of 3.10; the forms with task and mm. */
#include <linux/io.h>
#include <linux/ioport.h>
#include <linux/mm.h>
#include <linux/module.h>
#include <linux/pagemap.h>
#include <linux/slab.h>

static int pin(unsigned long start, struct page **pages, int n)
{
	int got;

	got = get_user_pages(current, current->mm, start, n, 1, 0, pages, NULL);
	while (got > 0)
		page_cache_release(pages[--got]);
	return got;
}

static int __init ioremap_init(void)
{
	void __iomem *rom = ioremap_nocache(0xfebf0000, 0x2000);
	struct page *pages[4] = { NULL };

	if (!rom)
		return -EBUSY;
	pr_info("mapped, first byte %s\n", ioread8(rom) == readb(rom) ? "stable" : "changes");
	iounmap(rom);
	if (current->mm)
		pr_info("pinned %d\n", pin(0x1000, pages, 4));
	return 0;
}

static void __exit ioremap_exit(void)
{
}

module_init(ioremap_init);
module_exit(ioremap_exit);
MODULE_LICENSE("GPL");

// mm32-args: --kernel-version 3.10 --run-missing zero
// mm32-expect: log ^mapped, first byte stable$
