/* int instructions with the vectors of interrupts: nobody waits for them, and the kernel goes on. */
#include <linux/module.h>

MODULE_LICENSE("GPL");

#define RAISE(vector)                         \
	do {                                  \
		pr_info("vector " #vector "\n"); \
		asm volatile("int $" #vector : : : "memory"); \
	} while (0)

static int __init interrupt_vectors_init(void)
{
	RAISE(0x0f);
	RAISE(0x31);
	RAISE(0x3f);
	RAISE(0x40);
	RAISE(0x77);
	RAISE(0xeb);
	RAISE(0xed);
	RAISE(0xee);
	RAISE(0xf3);
	RAISE(0xf5);
	RAISE(0xf7);
	RAISE(0xfd);
	RAISE(0xff);
	pr_info("goes on\n");
	return 0;
}

static void __exit interrupt_vectors_exit(void)
{
}

module_init(interrupt_vectors_init);
module_exit(interrupt_vectors_exit);
