// Library calls that warn: counters, wrong arguments, sleeping where nobody may.
#include <linux/delay.h>
#include <linux/err.h>
#include <linux/hrtimer.h>
#include <linux/idr.h>
#include <linux/interrupt.h>
#include <linux/kernel.h>
#include <linux/klist.h>
#include <linux/kobject.h>
#include <linux/kref.h>
#include <linux/kthread.h>
#include <linux/mempool.h>
#include <linux/module.h>
#include <linux/percpu-refcount.h>
#include <linux/rbtree.h>
#include <linux/rcupdate.h>
#include <linux/reciprocal_div.h>
#include <linux/refcount.h>
#include <linux/sched.h>
#include <linux/sched/task.h>
#include <linux/slab.h>
#include <linux/spinlock.h>
#include <linux/static_key.h>
#include <linux/string.h>
#include <linux/sysfs.h>
#include <linux/timer.h>
#include <linux/timerqueue.h>
#include <linux/workqueue.h>
#include <linux/xarray.h>
MODULE_LICENSE("GPL");
#define P(f, ...) pr_info("%d: " f "\n", __LINE__, ##__VA_ARGS__)
static void nop_rel(struct kref* k) { P("released"); }
static DEFINE_SPINLOCK(sl);
static void wfn(struct work_struct* w) { P("work"); }
static int thr(void* d) {
  P("thread");
  return 3;
}
static struct rcu_head rh;
static void rcb(struct rcu_head* h) { P("rcu cb"); }
static int __init corners_init(void) {
  refcount_t r = REFCOUNT_INIT(0);
  struct kref k;
  static DEFINE_XARRAY(xa);
  static struct kobject ko;
  static char big[64];
  static struct workqueue_struct* wq;
  struct task_struct* t;
  static struct work_struct w1;
  int i;
  char* page;
  refcount_inc(&r);
  P("%x", refcount_read(&r));
  refcount_set(&r, 1);
  refcount_dec(&r);
  P("%x", refcount_read(&r));
  refcount_set(&r, 0);
  P("%d", refcount_dec_and_test(&r));
  P("%x", refcount_read(&r));
  refcount_set(&r, INT_MAX);
  refcount_inc(&r);
  P("%x", refcount_read(&r));
  refcount_set(&r, INT_MAX);
  P("%d", refcount_inc_not_zero(&r));
  P("%x", refcount_read(&r));
  refcount_set(&r, 0);
  P("%d %d", refcount_inc_not_zero(&r), refcount_add_not_zero(2, &r));
  refcount_set(&r, 0);
  refcount_inc(&r);
  P("again quiet");
  kref_init(&k);
  kref_get(&k);
  P("%d %d", kref_put(&k, nop_rel), kref_put(&k, nop_rel));
  P("%d", kref_get_unless_zero(&k));
  P("%px", xa_cmpxchg(&xa, 1, NULL, (void*)6, GFP_KERNEL));
  P("%d", xa_insert(&xa, 1, (void*)6, GFP_KERNEL));
  kobject_get(&ko);
  kobject_put(&ko);
  i = snprintf(big, 0x80000000u, "x");
  P("%d", i);
  page = (char*)__get_free_page(GFP_KERNEL);
  P("%d %d", sysfs_emit(page + 1, "x"), sysfs_emit_at(page, 4096, "x"));
  P("%d", sysfs_emit_at(page, 4095, "abc"));
  free_page((unsigned long)page);
  {
    mempool_t* m = mempool_create_kmalloc_pool(2, 32);
    void* p = mempool_alloc(m, GFP_KERNEL | __GFP_ZERO);
    P("%d", !!p);
    mempool_free(p, m);
    mempool_destroy(m);
  }
  wq = alloc_workqueue("x", 0, 0);
  INIT_WORK(&w1, wfn);
  queue_work(wq, &w1);
  destroy_workqueue(wq);
  t = kthread_run(thr, NULL, "thr");
  get_task_struct(t);
  msleep(20);
  P("%d", kthread_stop(t));
  put_task_struct(t);
  spin_lock(&sl);
  msleep(1);
  spin_unlock(&sl);
  P("%x", preempt_count());
  preempt_disable();
  schedule();
  preempt_enable();
  P("%x", preempt_count());
  rcu_read_lock();
  call_rcu(&rh, rcb);
  P("in reader");
  rcu_read_unlock();
  P("out");
  rcu_barrier();
  P("barrier");
  local_irq_disable();
  P("%d %d", irqs_disabled(), in_atomic());
  local_irq_enable();
  P("%d %d %d", irqs_disabled(), !!in_interrupt(), in_task());
  {
    static struct timer_list tm;
    P("%d", del_timer(&tm));
  }
  {
    struct timerqueue_head h;
    struct timerqueue_node n;
    timerqueue_init_head(&h);
    timerqueue_init(&n);
    n.expires = 5;
    P("%d", timerqueue_add(&h, &n));
    P("%d", timerqueue_add(&h, &n));
    P("%d", timerqueue_del(&h, &n));
  }
  {
    struct reciprocal_value_adv a = reciprocal_value_adv(0x80000001, 32);
    P("%u", a.m);
  }
  {
    struct idr idr;
    memset(&idr, 0, sizeof idr);
    P("%d", idr_alloc(&idr, &idr, 0, 5, GFP_KERNEL));
    idr_destroy(&idr);
  }
  {
    char* e = kstrdup(NULL, GFP_KERNEL);
    P("%px", e);
    P("%px", kmemdup("", 0, GFP_KERNEL));
    P("%zu", ksize(ZERO_SIZE_PTR));
    kfree(ZERO_SIZE_PTR);
    P("%d", IS_ERR(krealloc(NULL, 0, GFP_KERNEL)));
  }
  P("%lu", schedule_timeout(-1));
  return 0;
}
static void __exit corners_exit(void) {}
module_init(corners_init);
module_exit(corners_exit);
