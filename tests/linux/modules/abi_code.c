/* Code that the 6.1 headers make: retpolines, static keys and calls, alternatives, lock prefixes.
 */
#include <asm/cpufeature.h>
#include <asm/processor.h>
#include <linux/atomic.h>
#include <linux/bitops.h>
#include <linux/jump_label.h>
#include <linux/kernel.h>
#include <linux/module.h>
#include <linux/sched.h>
#include <linux/string.h>

static DEFINE_STATIC_KEY_FALSE(off_key);
static DEFINE_STATIC_KEY_TRUE(on_key);

static noinline int add_one(int x) { return x + 1; }
static noinline int twice(int x) { return 2 * x; }
static int (*volatile operations[])(int) = {add_one, twice, add_one};

static noinline int paths(void) {
  int taken = 0;
  if (static_branch_unlikely(&off_key)) taken |= 1;
  if (static_branch_likely(&off_key)) taken |= 2;
  if (static_branch_unlikely(&on_key)) taken |= 4;
  if (static_branch_likely(&on_key)) taken |= 8;
  return taken;
}

static noinline long long wide_switch(int x) {
  switch (x) {
    case 0:
      return 10;
    case 1:
      return 1LL << 40;
    case 2:
      return -3;
    case 3:
      return 77;
    case 4:
      return 5;
    case 5:
      return -1LL << 33;
  }
  return 0;
}

static int __init abi_code_init(void) {
  static atomic_t counter = ATOMIC_INIT(5);
  static atomic64_t wide = ATOMIC64_INIT(1LL << 33);
  unsigned long bits[2] = {0, 0};
  char buffer[40];
  int i, value = 3;
  for (i = 0; i < (int)ARRAY_SIZE(operations); i++) value = operations[i](value);
  pr_info("indirect %d\n", value);
  pr_info("paths %x", paths());
  static_branch_enable(&off_key);
  pr_cont(" %x", paths());
  static_branch_disable(&on_key);
  pr_cont(" %x", paths());
  static_branch_disable(&off_key);
  static_branch_enable(&on_key);
  pr_cont(" %x\n", paths());
  for (i = 0; i < 6; i++) pr_cont("%s%lld", i ? " " : "switch ", wide_switch(i));
  pr_cont("\n");
  pr_info("features %d%d%d%d %d%d%d\n", !!boot_cpu_has(X86_FEATURE_FPU),
          !!static_cpu_has(X86_FEATURE_TSC), !!static_cpu_has(X86_FEATURE_CX8),
          !!cpu_feature_enabled(X86_FEATURE_PGE), !!static_cpu_has(X86_FEATURE_PSE),
          !!boot_cpu_has(X86_FEATURE_AVX), !!static_cpu_has(X86_FEATURE_PCID));
  pr_info("family %d, cpus %u, vendor %s\n", boot_cpu_data.x86, num_online_cpus(),
          boot_cpu_data.x86_vendor_id);
  atomic_add(3, &counter);
  pr_info("atomic %d %d %d %d\n", atomic_inc_return(&counter), atomic_xchg(&counter, 20),
          atomic_cmpxchg(&counter, 20, 30), atomic_read(&counter));
  atomic64_add(5, &wide);
  pr_info("wide %lld %lld\n", atomic64_inc_return(&wide), (long long)atomic64_read(&wide));
  set_bit(3, bits);
  pr_info("bits %d %d %lx, %d %d %d\n", test_and_set_bit(40, bits), test_and_set_bit(40, bits),
          bits[1], fls(0x8000), ffs(0x30), (int)__ffs(0x100));
  might_sleep();
  cond_resched();
  memset(buffer, 0, sizeof buffer);
  pr_info("copied %s\n", strcpy(buffer, "a string"));
  return 0;
}

static void __exit abi_code_exit(void) { pr_info("paths at the end %x\n", paths()); }

module_init(abi_code_init);
module_exit(abi_code_exit);
MODULE_LICENSE("GPL");
