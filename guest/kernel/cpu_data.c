/*
 * What the kernel knows about its one CPU, and the names of the system: data that code of the 6.1
 * headers reads directly. Linux: arch/x86/kernel/cpu/common.c, kernel/cpu.c, init/version.c.
 *
 * The CPU has the features of the reference machine; its time stamp counter counts nanoseconds.
 */
#include <asm/cpufeature.h>
#include <generated/utsrelease.h>
#include <linux/cpumask.h>
#include <linux/export.h>
#include <linux/highuid.h>
#include <linux/jiffies.h>
#include <linux/jump_label.h>
#include <linux/kernel.h>
#include <linux/sched.h>
#include <linux/smp.h>
#include <linux/utsname.h>

#include "kernel.h"

#define TSC_KHZ 1000000

#ifdef CONFIG_X86_PAE
#define FEATURES_0 0x0782abfd
#define FEATURES_1 0x00100000 /* NX */
#else
#define FEATURES_0 0x0780abfd
#define FEATURES_1 0
#endif

#define THE_CPU                                                                                   \
  {                                                                                               \
    .x86 = 6, .x86_model = 6, .x86_stepping = 3, .x86_virt_bits = 32, .x86_phys_bits = 36,        \
    .cu_id = 0xff, .extended_cpuid_level = 0x80000004, .cpuid_level = 4,                          \
    .x86_capability = {FEATURES_0, FEATURES_1, 0, 0x02240040, 0x80000001},                        \
    .x86_vendor_id = "GenuineIntel", .x86_model_id = "mm32 virtual CPU", .x86_cache_size = 16384, \
    .x86_cache_alignment = 32, .x86_cache_max_rmid = -1, .x86_cache_occ_scale = -1,               \
    .x86_cache_mbm_width_offset = -1, .loops_per_jiffy = TSC_KHZ * 1000UL / HZ,                   \
    .x86_max_cores = 1, .x86_clflush_size = 32, .booted_cores = 1, .microcode = 1,                \
    .x86_cache_bits = 36                                                                          \
  }
struct cpuinfo_x86 boot_cpu_data = THE_CPU;
EXPORT_SYMBOL(boot_cpu_data);
struct cpuinfo_x86 cpu_info = THE_CPU;
EXPORT_SYMBOL(cpu_info);

unsigned int cpu_khz = TSC_KHZ;
EXPORT_SYMBOL(cpu_khz);
unsigned int tsc_khz = TSC_KHZ;
EXPORT_SYMBOL(tsc_khz);
unsigned long loops_per_jiffy = TSC_KHZ * 1000UL / HZ;
EXPORT_SYMBOL(loops_per_jiffy);

#undef nr_cpu_ids
unsigned int nr_cpu_ids = 1;
EXPORT_SYMBOL(nr_cpu_ids);
atomic_t __num_online_cpus = ATOMIC_INIT(1);
EXPORT_SYMBOL(__num_online_cpus);
struct cpumask __cpu_online_mask = {{1}}, __cpu_possible_mask = {{1}}, __cpu_present_mask = {{1}},
               __cpu_active_mask = {{1}};
EXPORT_SYMBOL(__cpu_online_mask);
EXPORT_SYMBOL(__cpu_possible_mask);
EXPORT_SYMBOL(__cpu_present_mask);
EXPORT_SYMBOL(__cpu_active_mask);
const unsigned long cpu_all_bits[1] = {~0UL};
EXPORT_SYMBOL(cpu_all_bits);
u16 x86_cpu_to_apicid;
EXPORT_SYMBOL(x86_cpu_to_apicid);

/* One word for the first bit of each word, as get_cpu_mask() expects. */
#define BIT_ROW(i) [1 + (i)] = {1UL << (i)}
#define BIT_ROWS(i) BIT_ROW(i), BIT_ROW(i + 1), BIT_ROW(i + 2), BIT_ROW(i + 3)
const unsigned long cpu_bit_bitmap[33][1] = {BIT_ROWS(0),  BIT_ROWS(4),  BIT_ROWS(8),
                                             BIT_ROWS(12), BIT_ROWS(16), BIT_ROWS(20),
                                             BIT_ROWS(24), BIT_ROWS(28)};
EXPORT_SYMBOL_GPL(cpu_bit_bitmap);

unsigned long avenrun[3];
EXPORT_SYMBOL(avenrun);
int overflowuid = 65534, overflowgid = 65534;
EXPORT_SYMBOL(overflowuid);
EXPORT_SYMBOL(overflowgid);
bool static_key_initialized = true;
EXPORT_SYMBOL_GPL(static_key_initialized);
int rcu_scheduler_active = 1;
EXPORT_SYMBOL_GPL(rcu_scheduler_active);
void (*pm_power_off)(void);
EXPORT_SYMBOL_GPL(pm_power_off);

/* The host writes the release. */
struct uts_namespace init_uts_ns = {
    .name = {"Linux", "(none)", UTS_RELEASE, "#1 SMP PREEMPT_DYNAMIC", "i686", "(none)"}};
EXPORT_SYMBOL_GPL(init_uts_ns);

struct nsproxy init_nsproxy = {.count = ATOMIC_INIT(1), .uts_ns = &init_uts_ns};
void cpu_data_init(void) { current->nsproxy = &init_nsproxy; }
