#ifndef _LINUX_SCHED_DEBUG_H
#define _LINUX_SCHED_DEBUG_H

#include <linux/sched.h>

struct pid_namespace;
struct pt_regs;
struct seq_file;
struct task_struct;

#define __sched __section(".sched.text")
void dump_cpu_task(int cpu);
void show_state_filter(unsigned int state_filter);
void show_regs(struct pt_regs*);
void show_stack(struct task_struct* task, unsigned long* sp, const char* loglvl);
void sched_show_task(struct task_struct* p);
void proc_sched_show_task(struct task_struct* p, struct pid_namespace* ns, struct seq_file* m);
void proc_sched_set_task(struct task_struct* p);
extern char __sched_text_start[];
extern char __sched_text_end[];
int in_sched_functions(unsigned long addr);

static inline void show_state(void) { show_state_filter(0); }

#endif
