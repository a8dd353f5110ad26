/* Code in pages whose entries change, and the ways to flush (run with --check-tlb). */
#include <asm/pgtable.h>
#include <asm/set_memory.h>
#include <linux/module.h>
#include <linux/vmalloc.h>

static noinline void change(pte_t *entry, pte_t value) { set_pte(entry, value); }
static noinline void runner(void *code) { ((void (*)(void))code)(); }
static noinline void writer(volatile char *p) { *p = 3; }

static void reload_cr3(void)
{
	unsigned long value;

	asm volatile("mov %%cr3, %0; mov %0, %%cr3" : "=r"(value) : : "memory");
}

static void toggle_global(void)
{
	unsigned long value;

	asm volatile("mov %%cr4, %0; xor $0x80, %0; mov %0, %%cr4; xor $0x80, %0; mov %0, %%cr4"
		     : "=r"(value) : : "memory");
}

static char *code_page(void)
{
	char *page = vmalloc(PAGE_SIZE);

	set_memory_x((unsigned long)page, 1);
	*page = 0xc3;
	runner(page);
	return page;
}

static int __init fetches_init(void)
{
	char *page = code_page(), *data = vmalloc(PAGE_SIZE), *other = vmalloc(PAGE_SIZE);
	unsigned int level;
	pte_t *entry = lookup_address((unsigned long)data, &level), writable, elsewhere;
	pte_t *code_entry;

	pr_info("code after vfree\n");
	vfree(page);
	runner(page);
	vm_unmap_aliases();
	page = code_page();
	code_entry = lookup_address((unsigned long)page, &level);
	pr_info("not executable\n");
	change(code_entry, __pte(pte_val(*code_entry) | _PAGE_NX));
	runner(page);
	change(code_entry, __pte(pte_val(*code_entry) & ~_PAGE_NX));
	vm_unmap_aliases();

	writer(data);
	writer(other);
	writable = *entry;
	elsewhere = *lookup_address((unsigned long)other, &level);
	pr_info("reloaded CR3\n");
	change(entry, elsewhere);
	reload_cr3();
	writer(data);
	change(entry, writable);
	vm_unmap_aliases();
	writer(data);
	pr_info("toggled CR4.PGE\n");
	change(entry, elsewhere);
	toggle_global();
	writer(data);
	change(entry, writable);
	vm_unmap_aliases();
	writer(data);
	pr_info("executed INVLPG\n");
	change(entry, elsewhere);
	asm volatile("invlpg 5(%0)" : : "r"(data) : "memory");
	writer(data);
	change(entry, writable);
	vm_unmap_aliases();
	pr_info("done\n");
	vfree(page);
	vfree(data);
	vfree(other);
	return 0;
}

static void __exit fetches_exit(void) {}

module_init(fetches_init);
module_exit(fetches_exit);
MODULE_LICENSE("GPL");

// mm32-args: --check-tlb --pae
// mm32-expect: status 1
// mm32-expect: log ^BUG: stale TLB entry: execution of
