/* Library of 4.4: bitmaps, list sort, rbtree post-order, scnprintf, time64. */
#include <linux/bitmap.h>
#include <linux/init.h>
#include <linux/jiffies.h>
#include <linux/kernel.h>
#include <linux/list_sort.h>
#include <linux/module.h>
#include <linux/random.h>
#include <linux/slab.h>
#include <linux/timekeeping.h>

struct item {
	struct list_head list;
	int value;
};

static int compare(void *priv, struct list_head *a, struct list_head *b)
{
	return container_of(a, struct item, list)->value - container_of(b, struct item, list)->value;
}

static int __init bitmap_init(void)
{
	DECLARE_BITMAP(map, 70);
	struct item *item, *next;
	LIST_HEAD(items);
	char buffer[64];
	int i, used = 0;

	bitmap_zero(map, 70);
	bitmap_set(map, 3, 5);
	set_bit(69, map);
	used = scnprintf(buffer, sizeof(buffer), "%*pbl", 70, map);
	pr_info("bits %s (%d), weight %d, first zero %lu\n", buffer, used, bitmap_weight(map, 70),
		find_first_zero_bit(map, 70));
	for (i = 0; i < 6; i++) {
		item = kmalloc(sizeof(*item), GFP_TEMPORARY);
		if (!item)
			return -ENOMEM;
		item->value = (i * 5) % 6;
		list_add(&item->list, &items);
	}
	list_sort(NULL, &items, compare);
	list_for_each_entry_safe(item, next, &items, list) {
		pr_cont(" %d", item->value);
		list_del(&item->list);
		kfree(item);
	}
	pr_cont("\n");
	pr_info("real time %s\n", ktime_get_real_seconds() >= 0 ? "runs" : "stands");
	return 0;
}

static void __exit bitmap_exit(void)
{
}

module_init(bitmap_init);
module_exit(bitmap_exit);
MODULE_LICENSE("GPL");

// mm32-args: --kernel-version 4.4 --run-missing zero
// mm32-expect: log ^bits 3-7,69 \(6\), weight 6, first zero 0$
// mm32-expect: log ^real time runs$
