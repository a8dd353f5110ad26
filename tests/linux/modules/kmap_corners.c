// kmap with every slot in use and threads that wait for one, temporary mappings of every kind.
#include <asm/pgtable.h>
#include <linux/completion.h>
#include <linux/delay.h>
#include <linux/highmem.h>
#include <linux/interrupt.h>
#include <linux/io-mapping.h>
#include <linux/io.h>
#include <linux/kthread.h>
#include <linux/mm.h>
#include <linux/module.h>
#include <linux/sched.h>
#include <linux/slab.h>
#include <linux/vmalloc.h>

#define N 1100
static struct page* pages[N];
static unsigned long first;
static u64 entry(const void* p) {
  unsigned int level;
  pte_t* pte = lookup_address((unsigned long)p, &level);
  return pte ? (pte_val(*pte) & ~((u64)0xfffffffff << 12)) | (u64)level << 52 : 0;
}
static DECLARE_COMPLETION(done);
static int waker(void* arg) {
  msleep(50);
  pr_info("the waker frees one\n");
  kunmap(pages[7]);
  return 0;
}
static int sleeper(void* arg) {
  char* p;
  pr_info("sleeper maps\n");
  p = kmap(pages[N - 1]);
  pr_info("sleeper got slot %ld\n", (long)(((unsigned long)p - PKMAP_ADDR(0)) >> PAGE_SHIFT));
  kunmap(pages[N - 1]);
  complete(&done);
  return 0;
}
static int __init start(void) {
  int i, n = 0;
  char *p, *q, *v[20];
  for (i = 0; i < N; i++) pages[i] = alloc_page(GFP_HIGHUSER);
  p = kmap(pages[0]);
  first = ((unsigned long)p - PKMAP_ADDR(0)) >> PAGE_SHIFT;
  pr_info("entry %llx nr %d\n", entry(p), PKMAP_NR((unsigned long)p) == first);
  pr_info("same %d\n", kmap(pages[0]) == p);
  q = kmap(pages[1]);
  pr_info("next %d\n", (int)((q - p) / 4096));
  kunmap(pages[1]);
  pr_info("still %d\n", page_address(pages[1]) == q);
  pr_info("reuse %d\n", kmap(pages[1]) == q);
  kunmap(pages[1]);
  kunmap(pages[0]);
  kunmap(pages[0]);
  /* fill */
  for (i = 0; i < LAST_PKMAP; i++) {
    if (!kmap(pages[i])) break;
    n++;
  }
  pr_info("filled %d of %d\n", n, LAST_PKMAP);
  {
    kthread_run(waker, NULL, "waker");
    p = kmap(pages[LAST_PKMAP]);
    pr_info("got slot %d\n", (int)PKMAP_NR((unsigned long)p));
    kthread_run(sleeper, NULL, "sleeper");
    msleep(100);
    pr_info("it sleeps\n");
    kunmap(pages[LAST_PKMAP]);
    wait_for_completion(&done);
  }
  for (i = 0; i < LAST_PKMAP; i++)
    if (i != 7) kunmap(pages[i]);
  /* kmap_local nesting */
  for (i = 0; i < 12; i++) {
    v[i] = kmap_local_page(pages[i]);
    if (i) pr_info("delta %ld %llx\n", (long)(v[i - 1] - v[i]), entry(v[i]));
  }
  for (i = 11; i >= 0; i--) kunmap_local(v[i] + i * 7);
  p = kmap_atomic(pages[3]);
  pr_info("atomic count %x pf %d\n", preempt_count(), current->pagefault_disabled);
  q = kmap_atomic(virt_to_page((void*)0xc2000000));
  pr_info("low %d count %x pf %d\n", q == (void*)0xc2000000, preempt_count(), pagefault_disabled());
  kunmap_atomic(q);
  kunmap_atomic(p);
  pr_info("count %x\n", preempt_count());
  p = kmap_local_pfn(0xf0000);
  pr_info("pfn %llx\n", entry(p));
  kunmap_local(p);
  p = kmap_atomic_pfn(0x5);
  pr_info("pfn %llx count %x\n", entry(p), preempt_count());
  kunmap_atomic(p);
  p = kmap_local_page_prot(pages[2], PAGE_KERNEL_RO);
  pr_info("ro %llx\n", entry(p));
  kunmap_local(p);
  p = kmap_atomic_prot(pages[2], PAGE_KERNEL_NOCACHE);
  pr_info("nc %llx\n", entry(p));
  kunmap_atomic(p);
  p = kmap_local_folio(page_folio(pages[2]), 100);
  pr_info("folio off %lx\n", (unsigned long)p & 4095);
  kunmap_local(p);

  p = kmap(pages[5]);
  memset(p, 'x', 4096);
  copy_highpage(pages[6], pages[5]);
  q = kmap_local_page(pages[6]);
  pr_info("copied %c%c\n", q[0], q[4095]);
  kunmap_local(q);
  clear_highpage(pages[6]);
  q = kmap_local_page(pages[6]);
  pr_info("cleared %d%d\n", q[0], q[4095]);
  kunmap_local(q);
  memcpy_page(pages[6], 10, pages[5], 0, 3);
  memset_page(pages[6], 13, 'y', 2);
  q = kmap_local_page(pages[6]);
  pr_info("'%s'\n", q + 10);
  kunmap_local(q);
  zero_user(pages[6], 11, 1);
  {
    char b[8];
    memcpy_from_page(b, pages[6], 8, 8);
    pr_info("%*ph\n", 8, b);
    memcpy_to_page(pages[6], 4090, "ABCDE", 5);
    memcpy_from_page(b, pages[6], 4088, 8);
    pr_info("%*ph\n", 8, b);
    memzero_page(pages[6], 4091, 2);
    memcpy_from_page(b, pages[6], 4088, 8);
    pr_info("%*ph\n", 8, b);
  }
  kunmap(pages[5]);
  for (i = 0; i < N; i++) __free_page(pages[i]);
  return 0;
}
static void __exit stop(void) {}
module_init(start);
module_exit(stop);
MODULE_LICENSE("GPL");
