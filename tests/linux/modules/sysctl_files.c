// Files of /proc/sys: registered, refused, and what their handlers read and write.
#include <linux/bitmap.h>
#include <linux/module.h>
#include <linux/slab.h>
#include <linux/sysctl.h>

static int ints[3] = { 1, -2, 300 };
static unsigned int natural = 77;
static unsigned long longs[2] = { 5, 4000000000UL };
static char string[16] = "first";
static u8 byte = 9;
static int low = 0, high = 1000;
static unsigned long ulow = 2, uhigh = 100000;
static DECLARE_BITMAP(bits, 64);
static unsigned long *bits_at = bits;

static struct ctl_table table[] = {
	{ .procname = "ints", .data = ints, .maxlen = sizeof(ints), .mode = 0644, .proc_handler = proc_dointvec },
	{ .procname = "limited", .data = ints, .maxlen = sizeof(ints), .mode = 0644,
	  .proc_handler = proc_dointvec_minmax, .extra1 = &low, .extra2 = &high },
	{ .procname = "uint", .data = &natural, .maxlen = sizeof(natural), .mode = 0644, .proc_handler = proc_douintvec },
	{ .procname = "ulimited", .data = &natural, .maxlen = sizeof(natural), .mode = 0644,
	  .proc_handler = proc_douintvec_minmax, .extra1 = &low, .extra2 = &high },
	{ .procname = "longs", .data = longs, .maxlen = sizeof(longs), .mode = 0600,
	  .proc_handler = proc_doulongvec_minmax, .extra1 = &ulow, .extra2 = &uhigh },
	{ .procname = "string", .data = string, .maxlen = sizeof(string), .mode = 0444, .proc_handler = proc_dostring },
	{ .procname = "byte", .data = &byte, .maxlen = sizeof(byte), .mode = 0444, .proc_handler = proc_dou8vec_minmax },
	{ .procname = "seconds", .data = ints, .maxlen = sizeof(int), .mode = 0444, .proc_handler = proc_dointvec_jiffies },
	{ .procname = "ms", .data = ints, .maxlen = sizeof(int), .mode = 0444, .proc_handler = proc_dointvec_ms_jiffies },
	{ .procname = "user", .data = ints, .maxlen = sizeof(int), .mode = 0444, .proc_handler = proc_dointvec_userhz_jiffies },
	{ .procname = "bits", .data = &bits_at, .maxlen = 64, .mode = 0444, .proc_handler = proc_do_large_bitmap },
	{}
};

static void reads(const char *name, size_t size, loff_t pos)
{
	struct ctl_table *t;
	char *buffer = kzalloc(PAGE_SIZE, GFP_KERNEL);

	for (t = table; t->procname; t++) {
		size_t length = size;
		int ret;

		if (strcmp(t->procname, name))
			continue;
		ret = t->proc_handler(t, 0, buffer, &length, &pos);
		pr_info("%s: read %d, %zu bytes, at %lld: %*pE\n", name, ret, length, pos, (int)length, buffer);
	}
	kfree(buffer);
}

static void writes_at(const char *name, const char *text, loff_t pos)
{
	struct ctl_table *t;
	char *buffer = kzalloc(PAGE_SIZE, GFP_KERNEL);

	strcpy(buffer, text);
	for (t = table; t->procname; t++) {
		size_t length = strlen(text);
		int ret;

		if (strcmp(t->procname, name))
			continue;
		ret = t->proc_handler(t, 1, buffer, &length, &pos);
		pr_info("%s: wrote '%*pE' %d, %zu bytes, at %lld\n", name, (int)strlen(text), text, ret, length, pos);
	}
	kfree(buffer);
	reads(name, 100, 0);
}

static void values(void)
{
	static const char *const texts[] = { "5", " 6 7\t8 9\n", "", "\n", "x", "-3", "0x1f 010", "2147483648",
		"-2147483648", "99999999999", "12x", "1 y", "123456789012345678901234", "-", "- 4", "1001", "500 2000 3" };
	static const char *const names[] = { "ints", "limited", "uint", "ulimited", "longs", "byte", "seconds",
		"ms", "user" };
	int i, k;

	for (k = 0; k < ARRAY_SIZE(names); k++) {
		reads(names[k], 100, 0);
		reads(names[k], 3, 0);
		reads(names[k], 100, 1);
		for (i = 0; i < ARRAY_SIZE(texts); i++)
			writes_at(names[k], texts[i], 0);
		writes_at(names[k], "4", 2);
	}
}

static void strings(void)
{
	reads("string", 100, 0);
	reads("string", 3, 0);
	reads("string", 100, 3);
	reads("string", 100, 30);
	writes_at("string", "second\nthird", 0);
	writes_at("string", "more than sixteen characters", 0);
	writes_at("string", "abc", 4);
	writes_at("string", "abc", 14);
	writes_at("string", "", 0);
}

static void bitmaps(void)
{
	writes_at("bits", "1-3,5\n", 0);
	writes_at("bits", "63", 0);
	writes_at("bits", "0,7", 1);
	writes_at("bits", "64", 0);
	writes_at("bits", "5-3", 0);
	writes_at("bits", "1,,2", 0);
	writes_at("bits", "a", 0);
	writes_at("bits", "10-12,14,16-\n", 0);
	reads("bits", 4, 0);
	reads("bits", 40, 2);
}

static struct ctl_table bad[] = {
	{ .procname = "nothing", .mode = 0644, .proc_handler = proc_dointvec },
	{ .procname = "handler", .data = ints, .maxlen = 4, .mode = 0644 },
	{ .procname = "mode", .data = ints, .maxlen = 4, .mode = 0755, .proc_handler = proc_dointvec },
	{ .procname = "many", .data = ints, .maxlen = 8, .mode = 0644, .proc_handler = proc_douintvec },
	{ .procname = "bytes", .data = ints, .maxlen = 4, .mode = 0644, .proc_handler = proc_dou8vec_minmax },
	{ .procname = "folder", .mode = 0555, .child = table },
	{}
};
static struct ctl_table folder[] = { { .procname = "nested", .mode = 0555, .child = table }, {} };
static struct ctl_table top[] = { { .procname = "mm32_top", .mode = 0555, .child = folder }, {} };

static int __init sysctl_files_init(void)
{
	struct ctl_table_header *first = register_sysctl("dev/mm32_test", table);
	struct ctl_table_header *other;

	pr_info("registered %d\n", !!first);
	other = register_sysctl("dev/mm32_test", table);
	pr_info("twice %d\n", !!other);
	unregister_sysctl_table(first);
	first = register_sysctl("dev/mm32_test", table);
	pr_info("again %d\n", !!first);
	unregister_sysctl_table(first);
	pr_info("bad %d\n", !!register_sysctl("dev/mm32_test", bad));
	first = register_sysctl_table(top);
	pr_info("nested %d\n", !!first);
	pr_info("twice %d\n", !!register_sysctl("mm32_top/nested", table));
	unregister_sysctl_table(first);
	unregister_sysctl_table(NULL);
	values();
	strings();
	bitmaps();
	return 0;
}
static void __exit sysctl_files_exit(void) {}
module_init(sysctl_files_init);
module_exit(sysctl_files_exit);
MODULE_LICENSE("GPL");
