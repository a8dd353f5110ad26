/* Sections of a module: init, exit, read-only after init, per-CPU, a large bss, weak symbols. */
#include <linux/cache.h>
#include <linux/init.h>
#include <linux/kernel.h>
#include <linux/module.h>
#include <linux/percpu.h>
#include <linux/sched.h>

struct counts {
  int events;
  long long total;
};

static DEFINE_PER_CPU(struct counts, counts) = {.events = 7};
static DEFINE_PER_CPU(int, plain);
static int start __initdata = 41;
static const char text[] __initconst = "constant of init";
static int end_value __exitdata = 9;
static int fixed __ro_after_init;
static char large[2 << 20];
static char pages[3 * PAGE_SIZE] __aligned(PAGE_SIZE);
extern int nobody_has_this(void) __attribute__((weak));
int weak_here(void);
int __weak weak_here(void) { return 12; }

static int __init sum_up(const int* values, int n) {
  int sum = 0;
  while (n--) sum += values[n];
  return sum;
}

static int __init abi_sections_init(void) {
  static const int values[] __initconst = {1, 2, 3, 4};
  struct counts* here;
  int __percpu* dynamic = alloc_percpu(int);
  fixed = start + 1;
  pr_info("%s: fixed %d, sum %d\n", text, fixed, sum_up(values, ARRAY_SIZE(values)));
  large[sizeof(large) - 1] = 5;
  pr_info("large %d %d, aligned %lu\n", large[0], large[sizeof(large) - 1],
          (unsigned long)pages & (PAGE_SIZE - 1));
  pr_info("weak %d %s\n", weak_here(), nobody_has_this ? "there" : "absent");
  here = get_cpu_ptr(&counts);
  here->events++;
  put_cpu_ptr(&counts);
  raw_cpu_ptr(&counts)->total += 1LL << 35;
  this_cpu_inc(plain);
  __this_cpu_sub(plain, 5);
  pr_info("per-CPU %d %lld %d, cmpxchg %d, now %d\n", this_cpu_read(counts.events),
          per_cpu(counts, 0).total, __this_cpu_read(plain), this_cpu_cmpxchg(plain, -4, 8),
          this_cpu_xchg(plain, 1));
  if (!dynamic) return -ENOMEM;
  *this_cpu_ptr(dynamic) = 3;
  pr_info("dynamic %d\n", *per_cpu_ptr(dynamic, 0));
  free_percpu(dynamic);
  pr_info("module %s, state %d, references %d\n", THIS_MODULE->name, THIS_MODULE->state,
          module_refcount(THIS_MODULE));
  pr_info("sizes of core: text %u, read-only %u, %s\n", THIS_MODULE->core_layout.text_size,
          THIS_MODULE->core_layout.ro_size - THIS_MODULE->core_layout.text_size,
          within_module_core((unsigned long)&fixed, THIS_MODULE) ? "has data" : "has no data");
  pr_info("init inside %d, version %s\n",
          within_module_init((unsigned long)abi_sections_init, THIS_MODULE), THIS_MODULE->version);
  pr_info("same task %d\n", current == this_cpu_read(current_task));
  return 0;
}

static void __exit abi_sections_exit(void) {
  pr_info("exit %d, fixed %d, state %d, init layout %px %u\n", end_value, fixed, THIS_MODULE->state,
          THIS_MODULE->init_layout.base, THIS_MODULE->init_layout.size);
}

module_init(abi_sections_init);
module_exit(abi_sections_exit);
MODULE_LICENSE("GPL");
MODULE_VERSION("1.2.3");
