/* /proc before 3.10: create_proc_entry, create_proc_read_entry, read_proc. */
#include <linux/init.h>
#include <linux/module.h>
#include <linux/proc_fs.h>
#include <linux/seq_file.h>
#include <asm/uaccess.h>

static struct proc_dir_entry *entry;

static int read_it(char *page, char **start, off_t offset, int count, int *eof, void *data)
{
	*eof = 1;
	return sprintf(page, "value %d\n", 5);
}

static int show(struct seq_file *m, void *v)
{
	seq_printf(m, "line %d\n", 1);
	seq_puts(m, "end\n");
	return 0;
}

static int open_it(struct inode *inode, struct file *file)
{
	return single_open(file, show, NULL);
}

static const struct file_operations operations = {
	.owner = THIS_MODULE,
	.open = open_it,
	.read = seq_read,
	.llseek = seq_lseek,
	.release = single_release,
};

static int __init proc_init(void)
{
	entry = create_proc_entry("era", 0644, NULL);
	if (entry) {
		entry->read_proc = read_it;
		entry->proc_fops = &operations;
	}
	create_proc_read_entry("era_read", 0, NULL, read_it, NULL);
	printk(KERN_INFO "entries asked for\n");
	return 0;
}

static void __exit proc_exit(void)
{
	remove_proc_entry("era", NULL);
	remove_proc_entry("era_read", NULL);
}

module_init(proc_init);
module_exit(proc_exit);
MODULE_LICENSE("GPL");

// mm32-args: --kernel-version 2.6.39 --run-missing zero
// mm32-expect: log ^entries asked for$
