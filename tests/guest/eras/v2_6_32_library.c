/* Library calls of 2.6.32: five-parameter hash lists, idr_pre_get, strict_strtoul, radix tree. */
#include <linux/bitops.h>
#include <linux/fs.h>
#include <linux/hash.h>
#include <linux/idr.h>
#include <linux/init.h>
#include <linux/kernel.h>
#include <linux/list.h>
#include <linux/module.h>
#include <linux/radix-tree.h>
#include <linux/rbtree.h>
#include <linux/slab.h>
#include <linux/string.h>
#include <linux/types.h>

struct word {
	struct hlist_node node;
	struct rb_node rb;
	u32 key;
};

static struct hlist_head buckets[16];
static struct rb_root tree = RB_ROOT;
static DEFINE_IDR(numbers);
static RADIX_TREE(pointers, GFP_KERNEL);

static void tree_insert(struct word *w)
{
	struct rb_node **link = &tree.rb_node, *parent = NULL;

	while (*link) {
		struct word *other = rb_entry(*link, struct word, rb);

		parent = *link;
		link = w->key < other->key ? &parent->rb_left : &parent->rb_right;
	}
	rb_link_node(&w->rb, parent, link);
	rb_insert_color(&w->rb, &tree);
}

static int __init library_init(void)
{
	struct hlist_node *pos, *next;
	struct rb_node *at;
	struct word *w;
	unsigned long value = 0;
	u32 sum = 0;
	int i, id, error;

	for (i = 0; i < 40; i++) {
		w = kzalloc(sizeof(*w), GFP_KERNEL);
		if (!w)
			return -ENOMEM;
		w->key = (i * 17) % 40;
		hlist_add_head(&w->node, &buckets[hash_long(w->key, 4)]);
		tree_insert(w);
		radix_tree_insert(&pointers, w->key, w);
		do {
			if (!idr_pre_get(&numbers, GFP_KERNEL))
				return -ENOMEM;
			error = idr_get_new_above(&numbers, w, 5, &id);
		} while (error == -EAGAIN);
	}
	for (at = rb_first(&tree), i = 0; at; at = rb_next(at), i++)
		if (rb_entry(at, struct word, rb)->key != i)
			printk(KERN_ERR "out of order at %d\n", i);
	printk(KERN_INFO "last id %d, radix %s\n", id,
	       ((struct word *) radix_tree_lookup(&pointers, 9))->key == 9 ? "good" : "bad");
	for (i = 0; i < 16; i++)
		hlist_for_each_entry_safe(w, pos, next, &buckets[i], node) {
			sum += w->key;
			hlist_del(&w->node);
			radix_tree_delete(&pointers, w->key);
			kfree(w);
		}
	for (i = 0; i < 16; i++)
		hlist_for_each_entry(w, pos, &buckets[i], node)
			printk(KERN_ERR "left over\n");
	idr_remove_all(&numbers);
	idr_destroy(&numbers);
	error = strict_strtoul("0x1f", 0, &value);
	printk(KERN_INFO "sum %u, value %lu (%d), %lu\n", sum, value, error,
	       simple_strtoul("077", NULL, 8));
	return 0;
}

static void __exit library_exit(void)
{
	printk(KERN_INFO NIPQUAD_FMT "\n", 10, 0, 0, 1);
}

module_init(library_init);
module_exit(library_exit);
MODULE_LICENSE("GPL");

// mm32-args: --kernel-version 2.6.32 --run-missing zero
// mm32-expect: log ^last id 44, radix good$
// mm32-expect: log ^10\.0\.0\.1$
