// The calls of <linux/sched.h> and the data it declares, as 6.1 declares them.
#include <linux/sched.h>
#ifndef _LINUX_SCHED_API_MM32_H
#define _LINUX_SCHED_API_MM32_H

#include <linux/pid.h>
#include <linux/sched_structs_mm32.h>

struct cpumask;
struct ksignal;
struct mutex;
struct pid;
struct pid_namespace;
struct pt_regs;
struct root_domain;
struct sched_attr;
struct sched_param;
struct task_struct;

int __cond_resched(void);
void scheduler_tick(void);
long schedule_timeout_killable(long timeout);
long schedule_timeout_idle(long timeout);
void schedule_preempt_disabled(void);
void preempt_schedule_irq(void);
int io_schedule_prepare(void);
void io_schedule_finish(int token);
long io_schedule_timeout(long timeout);
void io_schedule(void);
extern struct root_domain def_root_domain;
extern struct mutex sched_domains_mutex;
pid_t __task_pid_nr_ns(struct task_struct* task, enum pid_type type, struct pid_namespace* ns);
extern struct pid* cad_pid;
int cpuset_cpumask_can_shrink(const struct cpumask* cur, const struct cpumask* trial);
int task_can_attach(struct task_struct* p);
int dl_bw_alloc(int cpu, u64 dl_bw);
void dl_bw_free(int cpu, u64 dl_bw);
void do_set_cpus_allowed(struct task_struct* p, const struct cpumask* new_mask);
int set_cpus_allowed_ptr(struct task_struct* p, const struct cpumask* new_mask);
int dup_user_cpus_ptr(struct task_struct* dst, struct task_struct* src, int node);
void release_user_cpus_ptr(struct task_struct* p);
int dl_task_check_affinity(struct task_struct* p, const struct cpumask* mask);
void force_compatible_cpus_allowed_ptr(struct task_struct* p);
void relax_compatible_cpus_allowed_ptr(struct task_struct* p);
int yield_to(struct task_struct* p, bool preempt);
int task_prio(const struct task_struct* p);
int can_nice(const struct task_struct* p, const int nice);
int task_curr(const struct task_struct* p);
int idle_cpu(int cpu);
int available_idle_cpu(int cpu);
int sched_setscheduler(struct task_struct*, int, const struct sched_param*);
int sched_setscheduler_nocheck(struct task_struct*, int, const struct sched_param*);
void sched_set_fifo(struct task_struct* p);
void sched_set_fifo_low(struct task_struct* p);
void sched_set_normal(struct task_struct* p, int nice);
int sched_setattr(struct task_struct*, const struct sched_attr*);
int sched_setattr_nocheck(struct task_struct*, const struct sched_attr*);
struct task_struct* idle_task(int cpu);
struct task_struct* curr_task(int cpu);
void ia64_set_curr_task(int cpu, struct task_struct* p);
extern unsigned long init_stack[2048];
struct task_struct* find_task_by_vpid(pid_t nr);
struct task_struct* find_task_by_pid_ns(pid_t nr, struct pid_namespace* ns);
struct task_struct* find_get_task_by_vpid(pid_t nr);
int wake_up_state(struct task_struct* tsk, unsigned int state);
void wake_up_new_task(struct task_struct* tsk);
void kick_process(struct task_struct* tsk);
void __set_task_comm(struct task_struct* tsk, const char* from, bool exec);
char* __get_task_comm(char* to, size_t len, struct task_struct* tsk);
unsigned long wait_task_inactive(struct task_struct*, unsigned int match_state);
int __cond_resched_lock(spinlock_t* lock);
int __cond_resched_rwlock_read(rwlock_t* lock);
int __cond_resched_rwlock_write(rwlock_t* lock);
bool preempt_model_none(void);
bool preempt_model_voluntary(void);
bool preempt_model_full(void);
void set_task_cpu(struct task_struct* p, unsigned int cpu);
bool sched_task_on_rq(struct task_struct* p);
unsigned long get_wchan(struct task_struct* p);
struct task_struct* cpu_curr_snapshot(int cpu);
long sched_setaffinity(pid_t pid, const struct cpumask* new_mask);
long sched_getaffinity(pid_t pid, struct cpumask* mask);
unsigned long sched_cpu_util(int cpu);
void __rseq_handle_notify_resume(struct ksignal* sig, struct pt_regs* regs);
void sched_set_stop_task(int cpu, struct task_struct* stop);

#endif
