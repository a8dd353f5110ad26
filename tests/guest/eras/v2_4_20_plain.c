/* The shape of 2.4: functions of fixed names, MODULE_PARM, use counts, <linux/malloc.h>. */
#ifndef MODULE
#define MODULE
#endif
#ifndef __KERNEL__
#define __KERNEL__
#endif
#include <linux/config.h>
#include <linux/kernel.h>
#include <linux/malloc.h>
#include <linux/module.h>
#include <linux/smp_lock.h>
#include <linux/version.h>
#include <asm/page.h>
#include <asm/system.h>
#include <asm/uaccess.h>

#if LINUX_VERSION_CODE < KERNEL_VERSION(2, 5, 0)
#define GENERATION "two-four"
#else
#define GENERATION "newer"
#endif

EXPORT_NO_SYMBOLS;

static int count = 3;
static char *label = "none";
MODULE_PARM(count, "i");
MODULE_PARM(label, "s");
static int lines[4] = { 1, 2, 3, 4 };
MODULE_PARM(lines, "1-4i");
MODULE_PARM_DESC(count, "how often");

int init_module(void)
{
	unsigned long page;
	char *small;
	int i, sum = 0;

	MOD_INC_USE_COUNT;
	page = get_free_page(GFP_KERNEL);
	small = kmalloc(20, GFP_BUFFER);
	if (!page || !small) {
		printk(KERN_ERR "no memory\n");
		MOD_DEC_USE_COUNT;
		return -ENOMEM;
	}
	for (i = 0; i < (int) PAGE_SIZE; i++)
		sum += ((char *) page)[i];
	sprintf(small, "%s %d", GENERATION, count);
	printk(KERN_INFO "%s, label %s, line %d, sum %d\n", small, label, lines[1], sum);
	kfree(small);
	free_page(page);
	MOD_DEC_USE_COUNT;
	return 0;
}

void cleanup_module(void)
{
	printk("<1>gone\n");
}
MODULE_LICENSE("GPL");

// mm32-args: --kernel-version 2.4.20 --run-missing zero
// mm32-expect: log ^two-four 3, label none, line 2, sum 0$
// mm32-expect: log ^gone$
