// What tests/bench/guest_bench.cpp measures: each function repeats one thing `count` times.
#include <linux/gfp.h>
#include <linux/kernel.h>
#include <linux/mm.h>
#include <linux/module.h>
#include <linux/slab.h>
#include <linux/vmalloc.h>

#define PASSES 16384 /* pages of the TLB walk: more than the CPU engine keeps translations of */

static volatile char *area;

static void empty_export(unsigned int count)
{
	while (count--)
		kfree(NULL);
}

static void kmalloc_pair(unsigned int count)
{
	while (count--)
		kfree(kmalloc(64, GFP_KERNEL));
}

static void page_pair(unsigned int count)
{
	while (count--)
		__free_pages(alloc_pages(GFP_KERNEL, 0), 0);
}

static void vmalloc_pair(unsigned int count)
{
	while (count--)
		vfree(vmalloc(65536));
}

static void tlb_fill(unsigned int count)
{
	unsigned int page = 0;

	while (count--) {
		(void)area[page * PAGE_SIZE];
		page = (page + 1) % PASSES;
	}
}

static unsigned int compute(unsigned int count)
{
	unsigned int result;

	asm volatile(".globl compute_begin, compute_end\n"
		     "compute_begin:\n"
		     "	movl $0x12345678, %%eax\n"
		     "1:	imull $1664525, %%eax, %%eax\n"
		     "	addl $1013904223, %%eax\n"
		     "	movl %%eax, %%edx\n"
		     "	shrl $16, %%edx\n"
		     "	xorl %%edx, %%eax\n"
		     "	testl $3, %%eax\n"
		     "	jz 2f\n"
		     "	subl $77, %%eax\n"
		     "2:	decl %%ecx\n"
		     "	jnz 1b\n"
		     "compute_end:\n"
		     : "=&a"(result), "+c"(count)
		     :
		     : "edx", "cc");
	return result;
}

/* Found by name; the table keeps them from being thrown away. */
void *mm32_bench_functions[] = { empty_export, kmalloc_pair, page_pair,
				 vmalloc_pair, tlb_fill,     compute };

static int __init loops_init(void)
{
	area = vmalloc(PASSES * PAGE_SIZE);
	return area ? 0 : -ENOMEM;
}

static void __exit loops_exit(void)
{
	vfree((void *)area);
}

module_init(loops_init);
module_exit(loops_exit);
MODULE_LICENSE("GPL");
