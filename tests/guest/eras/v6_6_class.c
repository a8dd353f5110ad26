/* After 6.4: class_create without an owner, a parameter that is checked, guards of size. */
#include <linux/device/class.h>
#include <linux/minmax.h>
#include <linux/module.h>
#include <linux/overflow.h>
#include <linux/slab.h>
#include <linux/string.h>

struct table {
	size_t count;
	int cells[];
};

static unsigned int cells = 6;
module_param(cells, uint, 0444);
MODULE_PARM_DESC(cells, "size of the table");

static int __init class_init_example(void)
{
	struct class *made = class_create("era_table");
	struct table *t = kzalloc(struct_size(t, cells, cells), GFP_KERNEL);

	if (!t)
		return -ENOMEM;
	t->count = clamp(cells, 1u, 100u);
	memset_after(t, 0, count);
	pr_info("%zu cells, %zu bytes\n", t->count, struct_size(t, cells, cells));
	kfree(t);
	if (!IS_ERR_OR_NULL(made))
		class_destroy(made);
	return 0;
}

static void __exit class_exit_example(void)
{
}

module_init(class_init_example);
module_exit(class_exit_example);
MODULE_LICENSE("GPL");

// mm32-args: --kernel-version 6.6 --run-missing zero
// mm32-expect: log ^6 cells, 28 bytes$
