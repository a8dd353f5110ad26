// Anonymous memory of the loading task: areas, copies, pages that are looked up and pinned, notifiers.
#include <linux/interval_tree.h>
#include <linux/mm.h>
#include <linux/mman.h>
#include <linux/mmu_notifier.h>
#include <linux/module.h>
#include <linux/pagemap.h>
#include <linux/sched/mm.h>
#include <linux/slab.h>
#include <linux/uaccess.h>

static void show(const char *what, unsigned long addr)
{
	struct vm_area_struct *vma;

	mmap_read_lock(current->mm);
	vma = find_vma(current->mm, addr);
	if (vma && vma->vm_start <= addr)
		pr_info("%s: area of %lu pages, %ld pages in, r%dw%dx%ds%d\n", what, vma_pages(vma),
			(long)(addr - vma->vm_start) >> PAGE_SHIFT, !!(vma->vm_flags & VM_READ),
			!!(vma->vm_flags & VM_WRITE), !!(vma->vm_flags & VM_EXEC), !!(vma->vm_flags & VM_SHARED));
	else
		pr_info("%s: no area\n", what);
	mmap_read_unlock(current->mm);
}

static void bad(void)
{
	pr_info("no length %ld\n", (long)vm_mmap(NULL, 0, 0, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS, 0));
	pr_info("too long %ld\n", (long)vm_mmap(NULL, 0, -PAGE_SIZE, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS, 0));
	pr_info("wraps %ld\n", (long)vm_mmap(NULL, 0, -1UL, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS, 0));
	pr_info("offset %ld\n", (long)vm_mmap(NULL, 0, PAGE_SIZE, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS, 5));
	pr_info("no kind %ld\n", (long)vm_mmap(NULL, 0, PAGE_SIZE, PROT_READ, MAP_ANONYMOUS, 0));
	pr_info("fixed %ld\n", (long)vm_mmap(NULL, 0x10000123, PAGE_SIZE, PROT_READ, MAP_PRIVATE | MAP_FIXED | MAP_ANONYMOUS, 0));
	pr_info("kernel's %ld\n", (long)vm_mmap(NULL, 0xc0000000, PAGE_SIZE, PROT_READ, MAP_PRIVATE | MAP_FIXED | MAP_ANONYMOUS, 0));
	pr_info("unmap %d %d %d\n", vm_munmap(0x1001, PAGE_SIZE), vm_munmap(0xd0000000, PAGE_SIZE), vm_munmap(0x1000, 0));
	pr_info("unmap nothing %d\n", vm_munmap(0x10000000, PAGE_SIZE));
}

static void puts(unsigned long at)
{
	int error = put_user(0x1234, (int __user *)at);

	pr_info("put %d\n", error);
}

static void gets_word(unsigned long at)
{
	int value = 77;
	int error = get_user(value, (const int __user *)at);

	pr_info("get %d value %x\n", error, value);
}

static void areas(void)
{
	unsigned long a = vm_mmap(NULL, 0, 8 * PAGE_SIZE + 1, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, 0);
	unsigned long f;
	char text[16];

	pr_info("aligned %d, user %d\n", PAGE_ALIGNED(a), a < TASK_SIZE);
	show("new", a + 3 * PAGE_SIZE);
	pr_info("copy to %lu\n", copy_to_user((void __user *)a + 100, "user text", 10));
	pr_info("copy from %lu: %s\n", copy_from_user(text, (void __user *)a + 100, 10), text);
	pr_info("string %ld: %s\n", strncpy_from_user(text, (char __user *)a + 105, 16), text);
	puts(a + PAGE_SIZE);
	gets_word(a + PAGE_SIZE);
	pr_info("clear %lu\n", clear_user((void __user *)a, 9 * PAGE_SIZE));
	gets_word(a + PAGE_SIZE);
	pr_info("over the end %lu\n", clear_user((void __user *)a + 8 * PAGE_SIZE, 2 * PAGE_SIZE));
	pr_info("unmap %d\n", vm_munmap(a + 2 * PAGE_SIZE, 2 * PAGE_SIZE));
	show("before", a + PAGE_SIZE);
	show("hole", a + 2 * PAGE_SIZE);
	show("behind", a + 4 * PAGE_SIZE);
	puts(a + 2 * PAGE_SIZE);
	gets_word(a + 3 * PAGE_SIZE);
	f = vm_mmap(NULL, a + PAGE_SIZE, 2 * PAGE_SIZE, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED, 0);
	pr_info("fixed %d\n", f == a + PAGE_SIZE);
	show("fixed", f);
	show("first", a);
	puts(f);
	gets_word(f);
	pr_info("unmap %d\n", vm_munmap(a, 9 * PAGE_SIZE));
	show("gone", a);
}

static void pages(void)
{
	unsigned long a = vm_mmap(NULL, 0, 4 * PAGE_SIZE, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, 0);
	struct page *got[6] = {};
	char *text = kzalloc(64, GFP_KERNEL);
	void *at;
	int n, i, count;

	pr_info("fault in: %zu %zu %zu\n", fault_in_writeable((char __user *)a, 4 * PAGE_SIZE),
		fault_in_readable((char __user *)a + 10, 100), fault_in_safe_writeable((char __user *)a, 1));
	n = get_user_pages_fast(a + 5, 3, FOLL_WRITE, got);
	pr_info("got %d pages\n", n);
	for (i = 0; i < n; i++) {
		pr_info("page %d: used %d mapcount %d\n", i, page_count(got[i]) > 1, page_mapcount(got[i]));
		at = kmap_local_page(got[i]);
		sprintf(at, "page %d", i);
		kunmap_local(at);
		put_page(got[i]);
	}
	pr_info("not copied %lu: %s\n", copy_from_user(text, (void __user *)a + 2 * PAGE_SIZE, 10), text);
	mmap_read_lock(current->mm);
	pr_info("beyond: %ld\n", get_user_pages(a, 4, 0, got, NULL));
	mmap_read_unlock(current->mm);
	for (i = 0; i < 4; i++)
		put_page(got[i]);
	count = page_count(got[0]);
	n = pin_user_pages_fast(a, 2, FOLL_WRITE | FOLL_LONGTERM, got);
	pr_info("pinned %d, maybe %d, count %d\n", n, page_maybe_dma_pinned(got[0]),
		page_count(got[0]) - count);
	unpin_user_pages_dirty_lock(got, n, true);
	pr_info("count %d dirty %d\n", page_count(got[0]) - count, PageDirty(got[0]));
	pr_info("process: %d, %s\n", access_process_vm(current, a + PAGE_SIZE, text, 7, 0), text);
	pr_info("written: %d\n", access_process_vm(current, a, "hello", 6, FOLL_WRITE));
	pr_info("not copied %lu: %s\n", copy_from_user(text, (void __user *)a, 10), text);
	pr_info("kernel address: %d\n", get_user_pages_fast(0xc1000000, 1, 0, got));
	vm_munmap(a, 4 * PAGE_SIZE);
	pr_info("unmapped: %d, process %d\n", get_user_pages_fast(a, 1, 0, got),
		access_process_vm(current, a, text, 7, 0));
	pr_info("fault in: %d\n", fault_in_readable((char __user *)a + 10, 100) == 100);
	kfree(text);
}

static void release(struct mmu_notifier *mn, struct mm_struct *mm)
{
	pr_info("release: %d\n", mm == current->mm);
}
static const struct mmu_notifier_ops ops = { .release = release };
static struct mmu_notifier notifier = { .ops = &ops };
static bool invalidate(struct mmu_interval_notifier *i, const struct mmu_notifier_range *r, unsigned long s)
{
	return true;
}
static const struct mmu_interval_notifier_ops interval_ops = { .invalidate = invalidate };
static struct mmu_interval_notifier interval;

static void notifiers(void)
{
	unsigned long seq;

	pr_info("register %d\n", mmu_notifier_register(&notifier, current->mm));
	pr_info("has %d\n", mm_has_notifiers(current->mm));
	mmu_notifier_unregister(&notifier, current->mm);
	pr_info("empty %d\n", mmu_interval_notifier_insert(&interval, current->mm, 0x1000, 0, &interval_ops));
	pr_info("interval %d\n", mmu_interval_notifier_insert(&interval, current->mm, 0x10000, 0x1000, &interval_ops));
	seq = mmu_interval_read_begin(&interval);
	pr_info("retry %d\n", mmu_interval_read_retry(&interval, seq));
	mmu_interval_notifier_remove(&interval);
	mmu_notifier_synchronize();
}

static int __init user_areas_init(void)
{
	bad();
	areas();
	pages();
	notifiers();
	return 0;
}
static void __exit user_areas_exit(void) {}
module_init(user_areas_init);
module_exit(user_areas_exit);
MODULE_LICENSE("GPL");
