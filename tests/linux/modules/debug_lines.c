// Lines that dyndbg switches on, of all kinds.
#line 2 "debug_lines.c"
#include <linux/device.h>
#include <linux/module.h>
#include <linux/ratelimit.h>

static void other(void)
{
	pr_debug("other\n");
}

static int __init debug_lines_init(void)
{
	struct device *device = root_device_register("debugged");
	int i;

	if (IS_ERR(device))
		return PTR_ERR(device);
	pr_debug("line %d\n", 1);
	pr_debug("open");
	pr_cont(" continued\n");
	dev_dbg(NULL, "no device\n");
	dev_dbg(device, "device\n");
	dev_dbg(device, "no newline");
	print_hex_dump_debug("dump ", DUMP_PREFIX_OFFSET, 16, 1, "hello world, hello world", 24, true);
	print_hex_dump_bytes("bytes ", DUMP_PREFIX_NONE, "hello world", 11);
	for (i = 0; i < 13; i++) {
		pr_debug_ratelimited("limited %d\n", i);
		dev_dbg_ratelimited(device, "limited %d\n", i);
		dev_dbg_once(device, "once\n");
		pr_debug_once("once\n");
		dev_vdbg(device, "verbose\n");
	}
	other();
	root_device_unregister(device);
	return 0;
}

static void __exit debug_lines_exit(void)
{
	pr_info("end\n");
}

module_init(debug_lines_init);
module_exit(debug_lines_exit);
MODULE_LICENSE("GPL");
