// Buffers in pieces: struct iov_iter of every kind.
#include <linux/bvec.h>
#include <linux/mm.h>
#include <linux/mman.h>
#include <linux/module.h>
#include <linux/slab.h>
#include <linux/uaccess.h>
#include <linux/uio.h>
#include <linux/xarray.h>

static char first[8], second[16], third[1];
static struct kvec kvecs[4] = { { first, 8 }, { second, 0 }, { second, 16 }, { third, 1 } };

static void state(const char *what, struct iov_iter *i, size_t n)
{
	pr_info("%s: %zu, count %zu offset %zu segments %lu\n", what, n, iov_iter_count(i), i->iov_offset,
		iov_iter_is_xarray(i) || iov_iter_is_discard(i) || iter_is_ubuf(i) ? 0 : i->nr_segs);
}

static void kernel_pieces(void)
{
	static const char text[64] = "abcdefghijklmnopqrstuvwxyz";
	char back[32] = "";
	struct iov_iter i, copy;
	const void *kept;

	iov_iter_kvec(&i, READ, kvecs, 4, 25);
	pr_info("type %d rw %d, segment %zu, alignment %lu\n", iov_iter_type(&i), iov_iter_rw(&i),
		iov_iter_single_seg_count(&i), iov_iter_alignment(&i) & 3);
	state("to", &i, copy_to_iter(text, 5, &i));
	state("to", &i, copy_to_iter(text + 5, 3, &i));
	state("to", &i, copy_to_iter(text + 8, 10, &i));
	pr_info("segment %zu\n", iov_iter_single_seg_count(&i));
	state("to", &i, copy_to_iter(text + 18, 20, &i));
	pr_info("%.8s %.16s %c\n", first, second, third[0]);
	iov_iter_revert(&i, 9);
	state("revert", &i, 0);
	iov_iter_revert(&i, 16);
	state("revert", &i, 0);
	state("zero", &i, iov_iter_zero(6, &i));
	pr_info("%*pE %.16s\n", 8, first, second);
	iov_iter_kvec(&i, WRITE, kvecs, 4, 25);
	iov_iter_advance(&i, 6);
	state("advance", &i, 0);
	kept = dup_iter(&copy, &i, GFP_KERNEL);
	state("from", &i, copy_from_iter(back, 12, &i));
	pr_info("%s\n", back);
	state("full", &i, copy_from_iter_full(back, 12, &i));
	state("full", &i, copy_from_iter_full(back, 7, &i));
	pr_info("%.7s\n", back);
	state("copy", &copy, copy_from_iter(back, 3, &copy));
	kfree(kept);
	iov_iter_truncate(&copy, 4);
	state("truncate", &copy, 0);
	iov_iter_reexpand(&copy, 16);
	state("reexpand", &copy, 0);
	iov_iter_advance(&copy, 100);
	state("advance", &copy, 0);
	pr_info("pages %d, at most %d\n", iov_iter_npages(&copy, 10), iov_iter_npages(&copy, 0));
	iov_iter_discard(&i, READ, 100);
	state("discard", &i, copy_to_iter(text, 20, &i));
	state("discard", &i, iov_iter_zero(200, &i));
	iov_iter_revert(&i, 30);
	state("revert", &i, 0);
}

static void pages(void)
{
	struct page *page = alloc_pages(GFP_KERNEL | __GFP_COMP | __GFP_ZERO, 1);
	struct page *other = alloc_page(GFP_HIGHUSER | __GFP_ZERO);
	struct bio_vec bvecs[2] = { { page, 6000, 1000 }, { other, 100, 50 } };
	struct page *got[4] = {}, **made;
	char *text = kzalloc(8000, GFP_KERNEL);
	struct iov_iter i;
	size_t start = 0;
	ssize_t n;

	memset(text, 'x', 8000);
	iov_iter_bvec(&i, READ, bvecs, 2, 6100);
	pr_info("pages %d, alignment %lu, aligned %d %d\n", iov_iter_npages(&i, 10), iov_iter_alignment(&i),
		iov_iter_is_aligned(&i, 1, 1), iov_iter_is_aligned(&i, 63, 0));
	state("to", &i, copy_to_iter(text, 5000, &i));
	state("to", &i, copy_to_iter(text, 5000, &i));
	pr_info("bytes %c %c %d\n", *((char *)page_address(page) + 6999), *((char *)page_address(page) + 1000),
		*((char *)page_address(page) + 7000));
	iov_iter_bvec(&i, WRITE, bvecs, 2, 6100);
	memset(text, 0, 8000);
	state("from", &i, copy_from_iter(text, 6050, &i));
	pr_info("%c %d\n", text[6049], text[6050]);
	iov_iter_bvec(&i, READ, bvecs, 2, 6100);
	n = iov_iter_get_pages2(&i, got, 10000, 4, &start);
	pr_info("got %zd from %zu, %d %d\n", n, start, got[0] == page, got[1] == page + 1);
	state("got", &i, 0);
	put_page(got[0]);
	put_page(got[1]);
	n = iov_iter_get_pages_alloc2(&i, &made, 10000, &start);
	pr_info("got %zd from %zu, %d\n", n, start, made[0] == other);
	put_page(made[0]);
	kvfree(made);
	iov_iter_kvec(&i, READ, kvecs, 4, 25);
	state("page to", &i, copy_page_to_iter(page, 4090, 20, &i));
	pr_info("%.8s\n", first);
	iov_iter_kvec(&i, WRITE, kvecs, 4, 25);
	state("page from", &i, copy_page_from_iter(page, 8180, 12, &i));
	state("too much", &i, copy_page_from_iter(other, 0, 4096, &i));
	kfree(text);
	__free_page(other);
	__free_pages(page, 1);
}

static void array(void)
{
	DEFINE_XARRAY(xa);
	struct page *p[3];
	struct iov_iter i;
	char text[16] = "";
	int n;

	for (n = 0; n < 3; n++) {
		p[n] = alloc_page(GFP_KERNEL | __GFP_ZERO);
		xa_store(&xa, 5 + n, p[n], GFP_KERNEL);
	}
	iov_iter_xarray(&i, READ, &xa, 5 * PAGE_SIZE + 4000, 5000);
	pr_info("pages %d\n", iov_iter_npages(&i, 10));
	state("zero", &i, iov_iter_zero(90, &i));
	state("to", &i, copy_to_iter("over the edge", 14, &i));
	pr_info("%.6s|%s\n", (char *)page_address(p[0]) + 4090, (char *)page_address(p[1]));
	iov_iter_revert(&i, 14);
	i.data_source = true;
	state("from", &i, copy_from_iter(text, 14, &i));
	pr_info("%s\n", text);
	for (n = 0; n < 3; n++)
		__free_page(p[n]);
	xa_destroy(&xa);
}

static void users(void)
{
	unsigned long a = vm_mmap(NULL, 0, 2 * PAGE_SIZE, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, 0);
	struct iovec iov[2] = { { (void __user *)a + 10, 20 }, { (void __user *)a + 2 * PAGE_SIZE - 30, 60 } };
	struct iovec single, *many = NULL, fast[2];
	char text[64] = "";
	struct iov_iter i;
	struct page *got[2];
	size_t start;
	ssize_t n;

	iov_iter_init(&i, READ, iov, 2, 80);
	pr_info("user %d, pages %d, gap %lx\n", user_backed_iter(&i), iov_iter_npages(&i, 9), iov_iter_gap_alignment(&i) & 15);
	memset(text, 'u', 64);
	state("to", &i, copy_to_iter(text, 30, &i));
	state("over the end", &i, copy_to_iter(text, 34, &i));
	state("fault in", &i, fault_in_iov_iter_writeable(&i, 10));
	pr_info("single %d\n", import_single_range(WRITE, (void __user *)a, 40, &single, &i));
	state("from", &i, copy_from_iter(text, 12, &i));
	pr_info("%*pE\n", 12, text);
	pr_info("kernel's %d\n", import_single_range(WRITE, text, 40, &single, &i));
	iov_iter_ubuf(&i, READ, (void __user *)a, 5000);
	state("zero", &i, iov_iter_zero(100, &i));
	n = iov_iter_get_pages2(&i, got, 8000, 2, &start);
	pr_info("got %zd from %zu\n", n, start);
	put_page(got[0]);
	put_page(got[1]);
	state("got", &i, 0);
	n = copy_to_user((void __user *)a, iov, sizeof(iov));
	many = fast;
	n = import_iovec(READ, (void __user *)a, 2, 2, &many, &i);
	pr_info("import %zd, allocated %d\n", n, !!many);
	many = NULL;
	n = import_iovec(READ, (void __user *)a, 2, 0, &many, &i);
	pr_info("import %zd, allocated %d\n", n, !!many);
	kfree(many);
	n = import_iovec(READ, (void __user *)a, 2000, 0, &many, &i);
	pr_info("import %zd\n", n);
	vm_munmap(a, 2 * PAGE_SIZE);
}

static int __init scattered_buffers_init(void)
{
	kernel_pieces();
	pages();
	array();
	users();
	return 0;
}
static void __exit scattered_buffers_exit(void) {}
module_init(scattered_buffers_init);
module_exit(scattered_buffers_exit);
MODULE_LICENSE("GPL");
