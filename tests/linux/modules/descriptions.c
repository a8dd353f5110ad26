// Nodes that describe devices, with properties; files that are not there.
#include <linux/file.h>
#include <linux/fs.h>
#include <linux/module.h>
#include <linux/namei.h>
#include <linux/nmi.h>
#include <linux/property.h>
#include <linux/slab.h>

static const u32 numbers[] = { 1, 2, 3 };
static const char *const names[] = { "red", "green" };
static const struct property_entry properties[] = {
	PROPERTY_ENTRY_U32("one", 77),
	PROPERTY_ENTRY_U32_ARRAY("numbers", numbers),
	PROPERTY_ENTRY_U16("short", 0x1234),
	PROPERTY_ENTRY_U64("long", 0x123456789abcdefULL),
	PROPERTY_ENTRY_STRING("name", "value"),
	PROPERTY_ENTRY_STRING_ARRAY("names", names),
	PROPERTY_ENTRY_BOOL("flag"),
	{}
};
static const struct software_node nodes[] = {
	{ "mm32-root", NULL, properties },
	{ "child", &nodes[0] },
	{ "grandchild", &nodes[1], properties },
	{}
};

static void tree(void)
{
	struct fwnode_handle *n;

	pr_info("register %d\n", software_node_register_nodes(nodes));
	pr_info("again %d\n", software_node_register(&nodes[1]));
	n = software_node_fwnode(&nodes[2]);
	pr_info("node %d, %d, name %s\n", !!n, is_software_node(n), fwnode_get_name(n));
	pr_info("path %pfw, own %pfwP\n", n, n);
	pr_info("back %d\n", to_software_node(n) == &nodes[2]);
	pr_info("not found %d\n", !software_node_find_by_name(&nodes[0], "none"));
}

static void values(void)
{
	struct fwnode_handle *n = software_node_fwnode(&nodes[0]);
	const char *texts[3] = {}, *text = NULL;
	u32 words[4] = {};
	u16 half = 0;
	u64 whole = 0;
	int ret;

	ret = fwnode_property_read_u32(n, "one", words);
	pr_info("one %d: %u\n", ret, words[0]);
	pr_info("count %d\n", fwnode_property_read_u32_array(n, "numbers", NULL, 0));
	ret = fwnode_property_read_u32_array(n, "numbers", words, 3);
	pr_info("numbers %d: %u %u %u\n", ret, words[0], words[1], words[2]);
	pr_info("too many %d\n", fwnode_property_read_u32_array(n, "numbers", words, 4));
	pr_info("none %d\n", fwnode_property_read_u32_array(n, "none", words, 1));
	ret = fwnode_property_read_u16_array(n, "short", &half, 1);
	pr_info("short %d: %x\n", ret, half);
	ret = fwnode_property_read_u64_array(n, "long", &whole, 1);
	pr_info("long %d: %llx\n", ret, whole);
	ret = fwnode_property_read_string(n, "name", &text);
	pr_info("name %d: %s\n", ret, text);
	pr_info("names %d\n", fwnode_property_read_string_array(n, "names", NULL, 0));
	ret = fwnode_property_read_string_array(n, "names", texts, 3);
	pr_info("names %d: %s %s\n", ret, texts[0], texts[1]);
	pr_info("flags %d %d\n", fwnode_property_present(n, "flag"), fwnode_property_present(n, "flags"));
	software_node_unregister_nodes(nodes);
	pr_info("gone %d\n", !software_node_fwnode(&nodes[0]));
}

static void files(void)
{
	struct file *f = filp_open("/no/such/file", O_RDONLY, 0);
	struct path path;

	pr_info("open %ld\n", PTR_ERR(f));
	pr_info("path %d\n", kern_path("/no/such/file", LOOKUP_FOLLOW, &path));
	pr_info("no descriptor %d\n", !fget(1000));
	touch_nmi_watchdog();
}

static int __init descriptions_init(void)
{
	tree();
	values();
	files();
	return 0;
}
static void __exit descriptions_exit(void) {}
module_init(descriptions_init);
module_exit(descriptions_exit);
MODULE_LICENSE("GPL");
