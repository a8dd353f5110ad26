/*
 * What the library and the core say about calls that they must not get, and where: one a run, since
 * several of them end the task.
 */
#include <linux/delay.h>
#include <linux/errseq.h>
#include <linux/genalloc.h>
#include <linux/hrtimer.h>
#include <linux/interrupt.h>
#include <linux/jump_label.h>
#include <linux/kthread.h>
#include <linux/list.h>
#include <linux/maple_tree.h>
#include <linux/miscdevice.h>
#include <linux/module.h>
#include <linux/percpu-refcount.h>
#include <linux/percpu.h>
#include <linux/proc_fs.h>
#include <linux/slab.h>
#include <linux/stacktrace.h>
#include <linux/sysfs.h>
#include <linux/timer.h>
#include <linux/workqueue.h>
#include <linux/xarray.h>

static char* which = "";
module_param(which, charp, 0);

static struct gen_pool* pool;
static struct list_head head, item;
static struct timer_list timer;
static struct hrtimer high;
static struct delayed_work later;
static struct percpu_ref ref;
static struct miscdevice misc;
static char text[64];
static volatile int large = 40000;
static DEFINE_STATIC_KEY_FALSE(key);
static DEFINE_XARRAY(array);
static struct maple_tree tree = MTREE_INIT(tree, 0);
static struct maple_tree ranges = MTREE_INIT(ranges, MT_FLAGS_ALLOC_RANGE);

static void work_function(struct work_struct* work) {}
static void timer_function(struct timer_list* t) {}
static void release(struct percpu_ref* r) {}
static enum hrtimer_restart high_function(struct hrtimer* t) { return HRTIMER_NORESTART; }

static int body(void* data) {
  while (!kthread_should_stop()) schedule_timeout_interruptible(1);
  return 0;
}

static void add_twice(void) {
  list_add(&item, &head);
  list_add(&item, &head);
}
static void add_to_null(void) { __list_add(&item, NULL, &head); }
static void add_before_null(void) { __list_add(&item, &head, NULL); }
static void add_to_damaged(void) {
  head.next = (struct list_head*)text;
  list_add(&item, &head);
}
static void del_twice(void) {
  list_add(&item, &head);
  list_del(&item);
  list_del(&item);
}
static void del_half_deleted(void) {
  list_add(&item, &head);
  item.prev = LIST_POISON2;
  list_del(&item);
}
static void del_null_next(void) {
  item.next = NULL;
  item.prev = &item;
  list_del(&item);
}
static void del_null_prev(void) {
  item.prev = NULL;
  item.next = &item;
  list_del(&item);
}
static void del_unlinked(void) {
  list_add(&item, &head);
  head.next = &head;
  list_del(&item);
}
static void del_unlinked_back(void) {
  list_add(&item, &head);
  head.prev = &head;
  list_del(&item);
}
static void pool_foreign(void) { gen_pool_free(pool, 0x9000, 16); }
static void pool_twice(void) { gen_pool_free(pool, 0x10000, 16); }
static void pool_beyond(void) { gen_pool_free(pool, gen_pool_alloc(pool, 4096), 5000); }
static void pool_in_use(void) {
  gen_pool_alloc(pool, 16);
  gen_pool_destroy(pool);
}

static void pool_fixed(void) {
  struct genpool_data_fixed fixed = {.offset = 5};

  pr_info("%lx\n", gen_pool_alloc_algo(pool, 16, gen_pool_fixed_alloc, &fixed));
}

static void appended_too_far(void) {
  memset(text, 'x', 63);
  pr_info("%zu\n", strlcat(text, "abc", large - 39990));
}

static void numbers(void) {
  snprintf(text, sizeof(text), "%.*d", large, 5);
  errseq_set((errseq_t*)text, 0);
  errseq_set((errseq_t*)text, -5000);
  stack_trace_print(NULL, 3, 0);
  pr_info("%d\n", stack_trace_snprint(text, sizeof(text), NULL, 3, 0));
}

static void trees(void) {
  unsigned long at = 0;
  u32 id = 0;

  pr_info("%d\n", mtree_insert(&tree, 5, (void*)2, GFP_KERNEL));
  pr_info("%d\n", mtree_store(&tree, 5, (void*)6, GFP_KERNEL));
  pr_info("%d\n", mtree_alloc_range(&ranges, &at, (void*)2, 1, 0, 10, GFP_KERNEL));
  pr_info("%d\n", mtree_alloc_rrange(&ranges, &at, (void*)2, 1, 0, 10, GFP_KERNEL));
  pr_info("%d\n", xa_alloc(&array, &id, (void*)6, xa_limit_32b, GFP_KERNEL));
}

static void keys(void) {
  static_branch_dec(&key);
  static_branch_enable(&key);
  static_branch_inc(&key);
  static_branch_disable(&key);
  static_branch_enable(&key);
  pr_info("%d\n", static_key_count(&key.key));
}

static void timers(void) {
  timer.function = NULL;
  pr_info("%d\n", mod_timer(&timer, jiffies + 1));
  timer.function = timer_function;
  timer.expires = jiffies + 100;
  add_timer(&timer);
  add_timer(&timer);
  del_timer_sync(&timer);
  hrtimer_init(&high, CLOCK_MONOTONIC, HRTIMER_MODE_REL);
  high.function = NULL;
  hrtimer_start(&high, 1000, HRTIMER_MODE_REL);
  high.function = high_function;
  hrtimer_start(&high, 1000000000, HRTIMER_MODE_REL);
  pr_info("%llu\n", hrtimer_forward(&high, ktime_add_ns(ktime_get(), 5000000000LL), 1000));
  hrtimer_cancel(&high);
}

static void works(void) {
  struct work_struct none = {};

  pr_info("%d\n", flush_work(&none));
  later.timer.function = timer_function;
  later.timer.expires = jiffies + 100;
  add_timer(&later.timer);
  queue_delayed_work(system_wq, &later, 5);
  cancel_delayed_work_sync(&later);
}

static void threads(void) {
  struct task_struct* running = kthread_run(body, NULL, "running");

  msleep(20);
  kthread_bind(running, 0);
  kthread_stop(running);
  module_put(THIS_MODULE);
  module_put(THIS_MODULE);
  module_put(THIS_MODULE);
  __module_get(THIS_MODULE);
  __module_get(THIS_MODULE);
}

static void references(void) {
  pr_info("%d\n", percpu_ref_init(&ref, release, 0, GFP_KERNEL));
  percpu_ref_reinit(&ref);
  percpu_ref_kill(&ref);
  percpu_ref_kill(&ref);
}

static void names(void) {
  struct kobject none = {};
  struct attribute_group empty = {.name = "empty"};

  pr_info("%d\n", sysfs_create_file(&none, NULL));
  pr_info("%d\n", sysfs_create_bin_file(&none, NULL));
  pr_info("%d\n", sysfs_create_group(&none, &empty));
  pr_info("%d\n", sysfs_create_group(kernel_kobj, &empty));
  pr_info("%d\n", !proc_mkdir(".", NULL));
  pr_info("%d\n", !proc_create_data("folder", S_IFDIR, NULL, NULL, NULL));
  INIT_LIST_HEAD(&misc.list);
  misc_deregister(&misc);
}

static void same_name(void) {
  struct kobject* first = kobject_create_and_add("misused", NULL);

  pr_info("%d\n", !kobject_create_and_add("misused", NULL));
  kobject_put(first);
}

static void memory(void) {
  struct kmem_cache* cache = kmem_cache_create_usercopy("m1", 64, 0, 0, 8, 0, NULL);

  kmem_cache_destroy(cache);
  cache = kmem_cache_create_usercopy("m2", 64, 0, 0, 60, 8, NULL);
  kmem_cache_destroy(cache);
  pr_info("%d\n", !__alloc_percpu(0, 4));
  pr_info("%d\n", !__alloc_percpu(40000, 4));
  pr_info("%d\n", !__alloc_percpu(8, 8192));
  free_percpu(__alloc_percpu(7, 3));
  free_percpu(__alloc_percpu(7, 0));
  free_pages_exact(NULL, 5);
  pr_info("%d\n", !alloc_pages_exact(large - 40000, GFP_KERNEL));
}

#define CASE(name) \
  { #name, name }
static const struct {
  const char* name;
  void (*run)(void);
} cases[] = {
    CASE(add_twice),
    CASE(add_to_null),
    CASE(add_before_null),
    CASE(add_to_damaged),
    CASE(del_twice),
    CASE(del_half_deleted),
    CASE(del_null_next),
    CASE(del_null_prev),
    CASE(del_unlinked),
    CASE(del_unlinked_back),
    CASE(pool_foreign),
    CASE(pool_twice),
    CASE(pool_beyond),
    CASE(pool_in_use),
    CASE(pool_fixed),
    CASE(appended_too_far),
    CASE(numbers),
    CASE(trees),
    CASE(keys),
    CASE(timers),
    CASE(works),
    CASE(threads),
    CASE(references),
    CASE(names),
    CASE(same_name),
    CASE(memory),
};

static int __init misused_init(void) {
  int i;

  pool = gen_pool_create(4, -1);
  if (!pool || gen_pool_add(pool, 0x10000, 4096, -1)) return -ENOMEM;
  INIT_LIST_HEAD(&head);
  INIT_DELAYED_WORK(&later, work_function);
  timer_setup(&timer, timer_function, 0);
  for (i = 0; i < ARRAY_SIZE(cases); i++)
    if (!strcmp(cases[i].name, which)) cases[i].run();
  pr_info("over\n");
  return 0;
}

static void __exit misused_exit(void) {}

module_init(misused_init);
module_exit(misused_exit);
MODULE_LICENSE("GPL");
