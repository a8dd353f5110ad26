/* Changes entries of the page tables with and without a flush (run with --check-tlb). */
#include <asm/pgtable.h>
#include <asm/tlbflush.h>
#include <linux/module.h>
#include <linux/vmalloc.h>

static noinline void change(pte_t *entry, pte_t value) { set_pte(entry, value); }
static noinline int reader(volatile int *p) { return *p; }
static noinline void writer(volatile int *p) { *p = 3; }

static int __init changes_init(void)
{
	volatile int *freed = vmalloc(8192), *kept = vmalloc(8192), *other = vmalloc(4096);
	unsigned int level;
	pte_t *entry = lookup_address((unsigned long)kept, &level);
	pte_t writable = *entry;

	freed[0] = kept[0] = other[0] = 1;
	pr_info("use after vfree\n");
	vfree((void *)freed);
	reader(freed);
	vm_unmap_aliases();
	writer(kept);
	pr_info("write-protected\n");
	change(entry, pte_wrprotect(writable));
	reader(kept);
	writer(kept);
	change(entry, writable);
	pr_info("write-protected and flushed\n");
	change(entry, pte_wrprotect(writable));
	flush_tlb_one_kernel((unsigned long)kept);
	reader(kept);
	change(entry, writable);
	writer(kept);
	reader(other);
	pr_info("remapped\n");
	change(entry, *lookup_address((unsigned long)other, &level));
	reader(kept);
	flush_tlb_all();
	reader(kept);
	change(entry, writable);
	flush_tlb_kernel_range((unsigned long)kept, (unsigned long)kept + PAGE_SIZE);
	writer(kept);
	vfree((void *)kept);
	vfree((void *)other);
	pr_info("done\n");
	return 0;
}

static void __exit changes_exit(void) {}

module_init(changes_init);
module_exit(changes_exit);
MODULE_LICENSE("GPL");

// mm32-args: --check-tlb
// mm32-expect: status 1
// mm32-expect: log ^BUG: stale TLB entry: read of [0-9a-f]{8} by reader
// mm32-expect: log ^changed by vfree, called from changes_init
