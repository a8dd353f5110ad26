// Sets of CPUs and memory nodes.
#ifndef _LINUX_CPUSET_H
#define _LINUX_CPUSET_H

#include <linux/cpumask.h>
#include <linux/jump_label.h>
#include <linux/mm.h>
#include <linux/mmu_context.h>
#include <linux/nodemask.h>
#include <linux/sched.h>
#include <linux/sched/task.h>
#include <linux/sched/topology.h>
#include <linux/types.h>

struct cpumask;
struct pid;
struct pid_namespace;
struct seq_file;
struct static_key_false;
struct task_struct;

#define cpuset_current_mems_allowed (current->mems_allowed)
extern struct static_key_false cpusets_pre_enable_key;
extern struct static_key_false cpusets_enabled_key;
extern struct static_key_false cpusets_insane_config_key;
int cpuset_init(void);
void cpuset_init_smp(void);
void cpuset_force_rebuild(void);
void cpuset_update_active_cpus(void);
void cpuset_wait_for_hotplug(void);
void inc_dl_tasks_cs(struct task_struct* task);
void dec_dl_tasks_cs(struct task_struct* task);
void cpuset_lock(void);
void cpuset_unlock(void);
void cpuset_cpus_allowed(struct task_struct* p, struct cpumask* mask);
bool cpuset_cpus_allowed_fallback(struct task_struct* p);
nodemask_t cpuset_mems_allowed(struct task_struct* p);
void cpuset_init_current_mems_allowed(void);
int cpuset_nodemask_valid_mems_allowed(nodemask_t* nodemask);
bool __cpuset_node_allowed(int node, gfp_t gfp_mask);
int cpuset_mems_allowed_intersects(const struct task_struct* tsk1, const struct task_struct* tsk2);
extern int cpuset_memory_pressure_enabled;
void __cpuset_memory_pressure_bump(void);
void cpuset_task_status_allowed(struct seq_file* m, struct task_struct* task);
int proc_cpuset_show(struct seq_file* m, struct pid_namespace* ns, struct pid* pid,
                     struct task_struct* tsk);
int cpuset_mem_spread_node(void);
int cpuset_slab_spread_node(void);
bool current_cpuset_is_being_rebound(void);
void rebuild_sched_domains(void);
void cpuset_print_current_mems_allowed(void);

// Inline in Linux.
struct zone;
bool cpusets_enabled(void);
void cpuset_inc(void);
void cpuset_dec(void);
bool cpusets_insane_config(void);
bool cpuset_node_allowed(int node, gfp_t gfp_mask);
bool cpuset_zone_allowed(struct zone* z, gfp_t gfp_mask);
int cpuset_do_page_mem_spread(void);
int cpuset_do_slab_mem_spread(void);
unsigned int read_mems_allowed_begin(void);
bool read_mems_allowed_retry(unsigned int seq);
void set_mems_allowed(nodemask_t nodemask);

// Inline in Linux.
bool cpusets_enabled(void);
void cpuset_inc(void);
void cpuset_dec(void);
bool cpusets_insane_config(void);
bool cpuset_node_allowed(int node, gfp_t gfp_mask);
bool cpuset_zone_allowed(struct zone* z, gfp_t gfp_mask);
int cpuset_do_page_mem_spread(void);
int cpuset_do_slab_mem_spread(void);
unsigned int read_mems_allowed_begin(void);
bool read_mems_allowed_retry(unsigned int seq);
void set_mems_allowed(nodemask_t nodemask);

#endif
