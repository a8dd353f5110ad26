// The direct map follows the rights of a module's pages, and is reset when its init part is freed.
#include <linux/delay.h>
#include <linux/highmem.h>
#include <linux/mm.h>
#include <linux/module.h>
#include <linux/vmalloc.h>
#include <asm/pgtable.h>

static const int constants[2000] = { 1 };
static int numbers[2000] = { 1 };
static int settled[100] __ro_after_init = { 1 };
static char startup[9000] __initdata = { 1 };
static struct page *init_text, *init_data;

static void entry(const char *name, const void *address)
{
	unsigned int level = 0;
	pte_t *pte = lookup_address((unsigned long)address, &level);

	pr_info("%s: level %u flags %llx\n", name, level,
		pte ? (u64)(pte_val(*pte) & (0xfffULL | 1ULL << 63)) : 0);
}

static void alias(const char *name, struct page *page)
{
	if (PageHighMem(page))
		pr_info("%s: highmem\n", name);
	else
		entry(name, page_address(page));
}

static void both(const char *name, const void *address)
{
	entry(name, address);
	alias("  direct map", vmalloc_to_page(address));
}

static void core(void)
{
	both("text", core);
	both("rodata", constants);
	both("more rodata", &constants[1500]);
	both("data", numbers);
	both("more data", &numbers[1500]);
	both("ro_after_init", settled);
}

static int __init alias_init(void)
{
	core();
	both("init text", alias_init);
	both("init data", &startup[4500]);
	init_text = vmalloc_to_page(alias_init);
	init_data = vmalloc_to_page(&startup[4500]);
	return 0;
}

static void __exit alias_exit(void)
{
	msleep(50);
	core();
	alias("init text freed", init_text);
	alias("init data freed", init_data);
}

module_init(alias_init);
module_exit(alias_exit);
MODULE_LICENSE("GPL");
