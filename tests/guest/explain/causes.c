/* What is no page fault, and pointers that tell by their value; kind=N chooses. */
#include <linux/highmem.h>
#include <linux/kernel.h>
#include <linux/list.h>
#include <linux/module.h>
#include <linux/slab.h>

MODULE_LICENSE("GPL");

static int kind;
module_param(kind, int, 0);

struct item {
	struct list_head link;
	int value[20];
};

static volatile int zero, minus_one = -1;
static LIST_HEAD(items);

static noinline int divide(int a, int b) { return a / b; }
static noinline int read_value(volatile struct item *item) { return item->value[3]; }

static noinline int deep(volatile int n)
{
	return n + deep(n + 1) + n;
}

static noinline int large(void)
{
	volatile char local[12000];

	local[0] = 1;
	local[11999] = 2;
	return local[0] + local[11999];
}

static void lists(int which)
{
	struct item *a = kmalloc(sizeof(*a), GFP_KERNEL);
	struct item *b = kmalloc(sizeof(*b), GFP_KERNEL);

	list_add(&a->link, &items);
	list_add(&b->link, &items);
	switch (which) {
	case 0:
		list_del(&a->link);
		list_del(&a->link);
		break;
	case 1:
		list_add(&b->link, &items);
		break;
	case 2:
		memset(b, 0, sizeof(*b));
		list_del(&b->link);
		break;
	case 3:
		kfree(a);
		memset(a, 0x11, sizeof(*a));
		list_del(&b->link);
		break;
	}
}

static void objects(int which)
{
	char *p = kmalloc(100, GFP_KERNEL);

	switch (which) {
	case 0:
		p[104] = 1;
		kfree(p);
		break;
	case 1:
		kfree(p);
		p[17] = 3;
		p = kmalloc(100, GFP_KERNEL);
		break;
	case 2:
		kfree(p);
		kfree(p);
		break;
	case 3:
		p[-1] = 9;
		kfree(p);
		break;
	}
}

static int pages(int which)
{
	struct page *page = alloc_page(GFP_HIGHUSER);
	void *window = kmap(page);

	kunmap(page);
	if (which == 0)
		kunmap(page);
	if (which == 1)
		for (;;)
			window = kmap_local_page(page);
	return window != NULL;
}

static noinline void smash(int bytes)
{
	char local[16];

	memset(local, 0, bytes);
	asm volatile("" : : "r"(local) : "memory");
}

static int __init once(void) { return 7; }
int (*later)(void);

static int __init start(void)
{
	later = once;
	switch (kind) {
	case 0: BUG_ON(zero == 0); break;
	case 1: return divide(5, zero);
	case 2: return divide((int)0x80000000, minus_one);
	case 3: __builtin_trap(); break;
	case 4: asm volatile(".byte 0x0f, 0x04"); break;
	case 5: asm volatile("mov %0, %%gs" : : "r"(0x1234)); break;
	case 6: asm volatile("rdmsr" : : "c"(0x12345) : "eax", "edx"); break;
	case 7: return deep(0);
	case 8: return large();
	case 9: asm volatile("int3"); break;
	case 10: case 11: case 12: case 13: lists(kind - 10); break;
	case 14: case 15: case 16: case 17: objects(kind - 14); break;
	case 18: case 19: return pages(kind - 18);
	case 20: return read_value((struct item *)0x64636261);
	case 21: return read_value((struct item *)0xdeadbeef);
	case 22: panic("nothing goes any more");
	case 24: asm volatile("int $0x77"); break;
	case 25: asm volatile("int $0x80" : : "a"(20)); break;
	case 26: asm volatile("int $0xd"); break;
	case 27: smash(64); break;
	}
	return 0;
}

static void __exit stop(void)
{
	if (kind == 23)
		pr_info("%d\n", later());
}

module_init(start);
module_exit(stop);

// mm32-args: kind=22
// mm32-expect: status 1
// mm32-expect: log ^Kernel panic - not syncing: nothing goes any more$
// mm32-expect: message ^why: panic
