// What radix_tree_tagged answers is the flag itself; text that does not fit whole marks a seq_buf.
#include <linux/module.h>
#include <linux/radix-tree.h>
#include <linux/seq_buf.h>

static RADIX_TREE(tree, GFP_KERNEL);
static int things[3];

static void pieces(void)
{
	char text[8] = "-------";
	struct seq_buf s;

	seq_buf_init(&s, text, sizeof(text));
	pr_info("fits: %d, used %u, left %u\n", seq_buf_printf(&s, "ab%d", 5), seq_buf_used(&s),
		seq_buf_buffer_left(&s));
	pr_info("fills it: %d, used %u, over %d [%s]\n", seq_buf_printf(&s, "wxyz"), seq_buf_used(&s),
		seq_buf_has_overflowed(&s), text);
	seq_buf_init(&s, text, sizeof(text));
	pr_info("more than fits: %d, used %u, over %d [%s]\n", seq_buf_printf(&s, "%s", "0123456789"),
		seq_buf_used(&s), seq_buf_has_overflowed(&s), text);
	pr_info("once over: %d, used %u\n", seq_buf_printf(&s, "a"), seq_buf_used(&s));
}

static int __init marks_init(void)
{
	int i;

	for (i = 0; i < 3; i++)
		radix_tree_insert(&tree, i * 1000, &things[i]);
	pr_info("none: %x %x\n", radix_tree_tagged(&tree, 0), radix_tree_tagged(&tree, 1));
	radix_tree_tag_set(&tree, 1000, 0);
	radix_tree_tag_set(&tree, 2000, 1);
	pr_info("both: %x %x\n", radix_tree_tagged(&tree, 0), radix_tree_tagged(&tree, 1));
	radix_tree_tag_clear(&tree, 1000, 0);
	pr_info("one: %x %x\n", radix_tree_tagged(&tree, 0), radix_tree_tagged(&tree, 1));
	for (i = 0; i < 3; i++)
		radix_tree_delete(&tree, i * 1000);
	pr_info("empty: %x %x\n", radix_tree_tagged(&tree, 0), radix_tree_tagged(&tree, 1));
	pieces();
	return 0;
}

static void __exit marks_exit(void)
{
}

module_init(marks_init);
module_exit(marks_exit);
MODULE_LICENSE("GPL");
