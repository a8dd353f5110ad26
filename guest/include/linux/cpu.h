#ifndef _LINUX_CPU_H
#define _LINUX_CPU_H

#include <linux/cpuhotplug.h>
#include <linux/device.h>
#include <linux/node.h>
#include <linux/smp.h>
#include <linux/version.h>

struct attribute_group;
struct bus_type;
struct cpu;
struct device;
struct device_attribute;
struct device_node;

#define __cpuidle __section(".cpuidle.text")
#define CPU_ONLINE 0x0002
#define CPU_UP_PREPARE 0x0003
#define CPU_DEAD 0x0007
#define CPU_DEAD_FROZEN 0x0008
#define CPU_POST_DEAD 0x0009
#define CPU_BROKEN 0x000B
void cpu_init(void);
struct cpu {
  int node_id;
  int hotpluggable;
  struct device dev;
};
void boot_cpu_init(void);
void boot_cpu_hotplug_init(void);
void trap_init(void);
int register_cpu(struct cpu* cpu, int num);
struct device* get_cpu_device(unsigned int cpu);
bool cpu_is_hotpluggable(unsigned int cpu);
bool arch_match_cpu_phys_id(int cpu, u64 phys_id);
bool arch_find_n_match_cpu_physical_id(struct device_node* cpun, int cpu, unsigned int* thread);
int cpu_add_dev_attr(struct device_attribute* attr);
void cpu_remove_dev_attr(struct device_attribute* attr);
int cpu_add_dev_attr_group(struct attribute_group* attrs);
void cpu_remove_dev_attr_group(struct attribute_group* attrs);
ssize_t cpu_show_meltdown(struct device* dev, struct device_attribute* attr, char* buf);
ssize_t cpu_show_spectre_v1(struct device* dev, struct device_attribute* attr, char* buf);
ssize_t cpu_show_spectre_v2(struct device* dev, struct device_attribute* attr, char* buf);
ssize_t cpu_show_spec_store_bypass(struct device* dev, struct device_attribute* attr, char* buf);
ssize_t cpu_show_l1tf(struct device* dev, struct device_attribute* attr, char* buf);
ssize_t cpu_show_mds(struct device* dev, struct device_attribute* attr, char* buf);
ssize_t cpu_show_tsx_async_abort(struct device* dev, struct device_attribute* attr, char* buf);
ssize_t cpu_show_itlb_multihit(struct device* dev, struct device_attribute* attr, char* buf);
ssize_t cpu_show_srbds(struct device* dev, struct device_attribute* attr, char* buf);
ssize_t cpu_show_mmio_stale_data(struct device* dev, struct device_attribute* attr, char* buf);
ssize_t cpu_show_retbleed(struct device* dev, struct device_attribute* attr, char* buf);
ssize_t cpu_show_spec_rstack_overflow(struct device* dev, struct device_attribute* attr, char* buf);
ssize_t cpu_show_gds(struct device* dev, struct device_attribute* attr, char* buf);
ssize_t cpu_show_reg_file_data_sampling(struct device* dev, struct device_attribute* attr,
                                        char* buf);
ssize_t cpu_show_indirect_target_selection(struct device* dev, struct device_attribute* attr,
                                           char* buf);
ssize_t cpu_show_tsa(struct device* dev, struct device_attribute* attr, char* buf);
ssize_t cpu_show_vmscape(struct device* dev, struct device_attribute* attr, char* buf);
struct device* cpu_device_create(struct device* parent, void* drvdata,
                                 const struct attribute_group** groups, const char* fmt, ...)
    __printf(4, 5);
void unregister_cpu(struct cpu* cpu);
ssize_t arch_cpu_probe(const char*, size_t);
ssize_t arch_cpu_release(const char*, size_t);
extern bool cpuhp_tasks_frozen;
int add_cpu(unsigned int cpu);
int cpu_device_up(struct device* dev);
void notify_cpu_starting(unsigned int cpu);
void cpu_maps_update_begin(void);
void cpu_maps_update_done(void);
int bringup_hibernate_cpu(unsigned int sleep_cpu);
void bringup_nonboot_cpus(unsigned int setup_max_cpus);
extern struct bus_type cpu_subsys;
int lockdep_is_cpus_held(void);
void cpus_write_lock(void);
void cpus_write_unlock(void);
void cpus_read_lock(void);
void cpus_read_unlock(void);
int cpus_read_trylock(void);
void lockdep_assert_cpus_held(void);
void cpu_hotplug_disable(void);
void cpu_hotplug_enable(void);
void clear_tasks_mm_cpumask(int cpu);
int remove_cpu(unsigned int cpu);
int cpu_device_down(struct device* dev);
void smp_shutdown_nonboot_cpus(unsigned int primary_cpu);
int freeze_secondary_cpus(int primary);
void thaw_secondary_cpus(void);
void cpu_startup_entry(enum cpuhp_state state);
void cpu_idle_poll_ctrl(bool enable);
bool cpu_in_idle(unsigned long pc);
void arch_cpu_idle(void);
void arch_cpu_idle_prepare(void);
void arch_cpu_idle_enter(void);
void arch_cpu_idle_exit(void);
void arch_cpu_idle_dead(void);
void arch_cpu_finalize_init(void);
int cpu_report_state(int cpu);
int cpu_check_up_prepare(int cpu);
void cpu_set_state_online(int cpu);
void play_idle_precise(u64 duration_ns, u64 latency_ns);
bool cpu_wait_death(unsigned int cpu, int seconds);
bool cpu_report_death(void);
void cpuhp_report_idle_dead(void);
enum cpuhp_smt_control {
  CPU_SMT_ENABLED,
  CPU_SMT_DISABLED,
  CPU_SMT_FORCE_DISABLED,
  CPU_SMT_NOT_SUPPORTED,
  CPU_SMT_NOT_IMPLEMENTED
};
extern enum cpuhp_smt_control cpu_smt_control;
void cpu_smt_disable(bool force);
void cpu_smt_check_topology(void);
bool cpu_smt_possible(void);
int cpuhp_smt_enable(void);
int cpuhp_smt_disable(enum cpuhp_smt_control ctrlval);
bool cpu_mitigations_off(void);
bool cpu_mitigations_auto_nosmt(void);

// Inline in Linux.
int suspend_disable_secondary_cpus(void);
void suspend_enable_secondary_cpus(void);
void play_idle(unsigned long duration_us);

#if LINUX_VERSION_CODE < KERNEL_VERSION(4, 10, 0)
// No CPU comes or goes, so that nobody is called.
#define register_cpu_notifier(nb) \
  ({                              \
    (void)(nb);                   \
    0;                            \
  })
#define unregister_cpu_notifier(nb) ((void)(nb))
#define register_hotcpu_notifier(nb) \
  ({                                 \
    (void)(nb);                      \
    0;                               \
  })
#define unregister_hotcpu_notifier(nb) ((void)(nb))
#endif

#if LINUX_VERSION_CODE < KERNEL_VERSION(5, 15, 0)
#define get_online_cpus() cpus_read_lock()
#define put_online_cpus() cpus_read_unlock()
#endif

#endif
