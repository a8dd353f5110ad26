/* Many instructions, and a function at the end of them. */
#include <linux/module.h>

MODULE_LICENSE("GPL");

static int rounds = 1000;
module_param(rounds, int, 0);
static volatile int sum;
static volatile int marks[2];

static noinline int last(int x)
{
	marks[1] = sum;
	return sum + x;
}

static int __init start(void)
{
	int i;

	marks[0] = 7;
	for (i = 0; i < rounds; i++)
		sum += i & 3;
	pr_info("sum %d\n", last(3));
	return 0;
}

static void __exit stop(void) { pr_info("gone\n"); }

module_init(start);
module_exit(stop);

// mm32-expect: log ^sum 1503$
