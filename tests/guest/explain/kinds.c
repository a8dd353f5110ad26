/* One fault of each kind that a programmer makes; kind=N chooses. */
#include <linux/err.h>
#include <linux/gfp.h>
#include <linux/highmem.h>
#include <linux/list.h>
#include <linux/module.h>
#include <linux/slab.h>
#include <linux/vmalloc.h>

MODULE_LICENSE("GPL");

static int kind;
module_param(kind, int, 0);

struct item {
	struct list_head link;
	struct item *next;
	int (*work)(void);
	int value[20];
};

static const int table[4] = { 1, 2, 3, 4 };
static noinline int value_of(volatile struct item *item) { return item->value[3]; }
static noinline void set_value(volatile struct item *item) { item->value[3] = 1; }

static void after_kunmap(void)
{
	struct page *page = alloc_page(GFP_HIGHUSER);
	volatile char *window = kmap_atomic(page);

	kunmap_atomic((void *)window);
	window[9] = 1;
}

static void wild_jump(unsigned long at)
{
	int (*work)(void) = (int (*)(void))at;

	work();
}

static int __init start(void)
{
	struct item *item;
	volatile char *area;
	unsigned long at;

	switch (kind) {
	case 0: return value_of(NULL);
	case 1: set_value((struct item *)0x08048000); break;
	case 2: return value_of(ERR_PTR(-EINVAL));
	case 3: return value_of((struct item *)0x6b6b6b6b);
	case 4:
		item = kmalloc(sizeof(*item), GFP_KERNEL);
		INIT_LIST_HEAD(&item->link);
		__list_del_entry(&item->link);
		item->link.next = LIST_POISON1;
		item->link.prev = LIST_POISON2;
		__list_del(item->link.prev, item->link.next);
		break;
	case 5:
		area = vmalloc(5000);
		return area[8192];
	case 6:
		area = vmalloc(5000);
		return area[-1];
	case 7: after_kunmap(); break;
	case 8: *(volatile int *)&table[2] = 5; break;
	case 9: *(volatile char *)start = 0; break;
	case 10: wild_jump(0x20); break;
	case 11:
		item = kzalloc(sizeof(*item), GFP_KERNEL);
		item->work();
		break;
	case 12:
		item = kmalloc(sizeof(*item), GFP_KERNEL);
		wild_jump((unsigned long)item);
		break;
	case 13: memcpy((void *)0x1000, table, 16); break;
	case 14: kfree((void *)0x5a5a5a5a); break;
	case 15:
		at = (unsigned long)high_memory;
		return *(volatile int *)(at + 64);
	case 16: memset(NULL, 0, 64); break;
	case 17:
		item = kmalloc(sizeof(*item), GFP_KERNEL);
		kfree(item);
		return value_of(item->next);
	case 18: vfree((void *)0x12345678); break;
	case 19: return *(volatile int *)0xfffff004;
	case 20: return strlen((char *)0xdeadbeef);
	case 21:
		area = kmalloc(100, GFP_KERNEL);
		return *(volatile int *)(area + 0x20000000);
	case 22: return value_of((struct item *)-4096);
	}
	return 0;
}

module_init(start);

// mm32-expect: status 1
// mm32-expect: message ^why: .*a pointer is NULL
