// Process numbers as objects.
#ifndef _LINUX_PID_H
#define _LINUX_PID_H

#include <linux/refcount.h>
#include <linux/types.h>

enum pid_type { PIDTYPE_PID, PIDTYPE_TGID, PIDTYPE_PGID, PIDTYPE_SID, PIDTYPE_MAX };
struct pid;
struct pid_namespace;
struct task_struct;
extern struct pid_namespace init_pid_ns;

void put_pid(struct pid* pid);
struct task_struct* pid_task(struct pid* pid, enum pid_type type);
struct task_struct* get_pid_task(struct pid* pid, enum pid_type type);
struct pid* get_task_pid(struct task_struct* task, enum pid_type type);
struct pid* find_pid_ns(int nr, struct pid_namespace* ns);
struct pid* find_vpid(int nr);
struct pid* find_get_pid(int nr);
pid_t pid_nr_ns(struct pid* pid, struct pid_namespace* ns);
pid_t pid_vnr(struct pid* pid);

#endif
