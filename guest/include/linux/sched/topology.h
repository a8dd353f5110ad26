#ifndef _LINUX_SCHED_TOPOLOGY_H
#define _LINUX_SCHED_TOPOLOGY_H

#include <linux/atomic.h>
#include <linux/cpumask.h>
#include <linux/topology.h>

struct callback_head;
struct cpumask;
struct sched_domain;
struct sched_domain_attr;
struct sched_domain_shared;
struct sched_domain_topology_level;
struct sched_group;
struct sched_group_capacity;
struct sd_data;
struct sd_flag_debug;

#define SDTL_OVERLAP 0x01
enum {
  __SD_BALANCE_NEWIDLE,
  __SD_BALANCE_EXEC,
  __SD_BALANCE_FORK,
  __SD_BALANCE_WAKE,
  __SD_WAKE_AFFINE,
  __SD_ASYM_CPUCAPACITY,
  __SD_ASYM_CPUCAPACITY_FULL,
  __SD_SHARE_CPUCAPACITY,
  __SD_SHARE_PKG_RESOURCES,
  __SD_SERIALIZE,
  __SD_ASYM_PACKING,
  __SD_PREFER_SIBLING,
  __SD_OVERLAP,
  __SD_NUMA,
  __SD_FLAG_CNT
};
enum {
  SD_BALANCE_NEWIDLE = 1,
  SD_BALANCE_EXEC,
  SD_BALANCE_FORK = 4,
  SD_BALANCE_WAKE = 8,
  SD_WAKE_AFFINE = 0x10,
  SD_ASYM_CPUCAPACITY = 0x20,
  SD_ASYM_CPUCAPACITY_FULL = 0x40,
  SD_SHARE_CPUCAPACITY = 0x80,
  SD_SHARE_PKG_RESOURCES = 0x100,
  SD_SERIALIZE = 0x200,
  SD_ASYM_PACKING = 0x400,
  SD_PREFER_SIBLING = 0x800,
  SD_OVERLAP = 0x1000,
  SD_NUMA = 0x2000
};
struct sd_flag_debug {
  unsigned int meta_flags;
  char* name;
};
extern const struct sd_flag_debug sd_flag_debug[];
int arch_asym_cpu_priority(int cpu);
struct sched_domain_attr {
  int relax_domain_level;
};
extern int sched_domain_level_max;
struct sched_domain_shared {
  atomic_t ref;
  atomic_t nr_busy_cpus;
  int has_idle_cores;
  int nr_idle_scan;
};
struct sched_domain {
  struct sched_domain* parent;
  struct sched_domain* child;
  struct sched_group* groups;
  unsigned long min_interval;
  unsigned long max_interval;
  unsigned int busy_factor;
  unsigned int imbalance_pct;
  unsigned int cache_nice_tries;
  unsigned int imb_numa_nr;
  int nohz_idle;
  int flags;
  int level;
  unsigned long last_balance;
  unsigned int balance_interval;
  unsigned int nr_balance_failed;
  unsigned int newidle_call;
  unsigned int newidle_success;
  unsigned int newidle_ratio;
  u64 max_newidle_lb_cost;
  unsigned long last_decay_max_lb_cost;
  u64 avg_scan_cost;
  unsigned int lb_count[3];
  unsigned int lb_failed[3];
  unsigned int lb_balanced[3];
  unsigned int lb_imbalance[3];
  unsigned int lb_gained[3];
  unsigned int lb_hot_gained[3];
  unsigned int lb_nobusyg[3];
  unsigned int lb_nobusyq[3];
  unsigned int alb_count;
  unsigned int alb_failed;
  unsigned int alb_pushed;
  unsigned int sbe_count;
  unsigned int sbe_balanced;
  unsigned int sbe_pushed;
  unsigned int sbf_count;
  unsigned int sbf_balanced;
  unsigned int sbf_pushed;
  unsigned int ttwu_wake_remote;
  unsigned int ttwu_move_affine;
  unsigned int ttwu_move_balance;
  char* name;
  union {
    void* private;
    struct callback_head rcu;
  };
  struct sched_domain_shared* shared;
  unsigned int span_weight;
  unsigned long span[];
};
void partition_sched_domains_locked(int ndoms_new, cpumask_var_t doms_new[],
                                    struct sched_domain_attr* dattr_new);
void partition_sched_domains(int ndoms_new, cpumask_var_t doms_new[],
                             struct sched_domain_attr* dattr_new);
cpumask_var_t* alloc_sched_domains(unsigned int ndoms);
void free_sched_domains(cpumask_var_t doms[], unsigned int ndoms);
bool cpus_share_cache(int this_cpu, int that_cpu);
typedef const struct cpumask* (*sched_domain_mask_f)(int);
typedef int (*sched_domain_flags_f)(void);
struct sd_data {
  struct sched_domain** sd;
  struct sched_domain_shared** sds;
  struct sched_group** sg;
  struct sched_group_capacity** sgc;
};
struct sched_domain_topology_level {
  sched_domain_mask_f mask;
  sched_domain_flags_f sd_flags;
  int flags;
  int numa_level;
  struct sd_data data;
  char* name;
};
void set_sched_topology(struct sched_domain_topology_level* tl);
void rebuild_sched_domains_energy(void);

// Inline in Linux.
struct task_struct;
int cpu_smt_flags(void);
int cpu_cluster_flags(void);
int cpu_core_flags(void);
struct cpumask* sched_domain_span(struct sched_domain* sd);
unsigned long arch_scale_cpu_capacity(int cpu);
unsigned long arch_scale_thermal_pressure(int cpu);
void arch_update_thermal_pressure(const struct cpumask* cpus, unsigned long capped_frequency);
int task_node(const struct task_struct* p);

#endif
