/* Around 3.2: kmap_atomic without slots, kstrto*, ACCESS_ONCE, access_ok with a type. */
#define pr_fmt(fmt) KBUILD_MODNAME ": " fmt
#include <linux/export.h>
#include <linux/gfp.h>
#include <linux/highmem.h>
#include <linux/kernel.h>
#include <linux/ktime.h>
#include <linux/module.h>
#include <linux/sched.h>
#include <linux/slab.h>
#include <linux/time.h>
#include <linux/uaccess.h>
#include <linux/vmalloc.h>

static int shared;
static char message[16];

static int __init memory_init(void)
{
	struct timespec begin, end, spent;
	struct page *page = alloc_pages(GFP_KERNEL | __GFP_HIGHMEM, 1);
	unsigned char *at;
	long number;
	int error;

	getnstimeofday(&begin);
	if (!page)
		return -ENOMEM;
	at = kmap_atomic(page);
	memset(at, 0x5a, PAGE_SIZE);
	kunmap_atomic(at);
	at = kmap(page);
	pr_info("byte %02x\n", at[100]);
	kunmap(page);
	__free_pages(page, 1);
	ACCESS_ONCE(shared) = 4;
	error = kstrtol("-12", 10, &number);
	strlcpy(message, "a message that is too long", sizeof(message));
	pr_info("shared %d, number %ld (%d), \"%s\"\n", ACCESS_ONCE(shared), number, error, message);
	pr_info("user range %d, kernel range %d\n",
		access_ok(VERIFY_READ, (void __user *) 0x1000, 16) ? 1 : 0,
		access_ok(VERIFY_WRITE, (void __user *) message, 16) ? 1 : 0);
	getnstimeofday(&end);
	spent = timespec_sub(end, begin);
	pr_info("spent %s\n", spent.tv_sec == 0 && timespec_to_ns(&spent) >= 0 ? "little" : "much");
	printk_once(KERN_INFO "comm %s\n", current->comm);
	return 0;
}

static void __exit memory_exit(void)
{
}

module_init(memory_init);
module_exit(memory_exit);
MODULE_LICENSE("GPL v2");
MODULE_DESCRIPTION("memory as of 3.2");

// mm32-args: --kernel-version 3.2 --run-missing zero
// mm32-expect: log ^v3_2_memory: byte 5a$
// mm32-expect: log ^comm insmod$
