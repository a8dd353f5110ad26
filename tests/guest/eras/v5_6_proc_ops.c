/* proc_ops of 5.6, access_ok with two parameters, xarray, kvmalloc. */
#include <linux/kernel.h>
#include <linux/mm.h>
#include <linux/module.h>
#include <linux/proc_fs.h>
#include <linux/uaccess.h>
#include <linux/version.h>
#include <linux/xarray.h>

static DEFINE_XARRAY(entries);

static ssize_t read_it(struct file *file, char __user *buffer, size_t count, loff_t *at)
{
	return access_ok(buffer, count) ? 0 : -EFAULT;
}

#if LINUX_VERSION_CODE >= KERNEL_VERSION(5, 6, 0)
static const struct proc_ops operations = {
	.proc_read = read_it,
};
#else
static const struct file_operations operations = {
	.read = read_it,
};
#endif

static int __init ops_init(void)
{
	unsigned long index;
	void *entry, *large = kvmalloc(300000, GFP_KERNEL);
	unsigned long sum = 0;

	if (!large)
		return -ENOMEM;
	for (index = 10; index < 15; index++)
		xa_store(&entries, index * 100, xa_mk_value(index), GFP_KERNEL);
	xa_for_each(&entries, index, entry)
		sum += xa_to_value(entry);
	xa_destroy(&entries);
	pr_info("sum %lu, large is %s\n", sum, is_vmalloc_addr(large) ? "mapped" : "contiguous");
	kvfree(large);
	proc_create("era", 0444, NULL, &operations);
	return 0;
}

static void __exit ops_exit(void)
{
	remove_proc_entry("era", NULL);
}

module_init(ops_init);
module_exit(ops_exit);
MODULE_LICENSE("GPL");

// mm32-args: --kernel-version 5.6 --run-missing zero
// mm32-expect: log ^sum 60, large is contiguous$
