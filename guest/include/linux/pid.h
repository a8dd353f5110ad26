// Process numbers as objects.
#ifndef _LINUX_PID_H
#define _LINUX_PID_H

#include <linux/refcount.h>
#include <linux/spinlock_types.h>
#include <linux/types.h>
#include <linux/wait_types_mm32.h>

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

struct callback_head;
struct file;
struct file_operations;
struct hlist_head;
struct pid;
struct upid;

struct upid {
  int nr;
  struct pid_namespace* ns;
};
struct pid {
  refcount_t count;
  unsigned int level;
  spinlock_t lock;
  struct hlist_head tasks[4];
  struct hlist_head inodes;
  wait_queue_head_t wait_pidfd;
  struct callback_head rcu;
  struct upid numbers[];
};
extern struct pid init_struct_pid;
extern const struct file_operations pidfd_fops;
struct pid* pidfd_pid(const struct file* file);
struct pid* pidfd_get_pid(unsigned int fd, unsigned int* flags);
struct task_struct* pidfd_get_task(int pidfd, unsigned int* flags);
int pidfd_create(struct pid* pid, unsigned int flags);
int pidfd_prepare(struct pid* pid, unsigned int flags, struct file** ret);
void attach_pid(struct task_struct* task, enum pid_type);
void detach_pid(struct task_struct* task, enum pid_type);
void change_pid(struct task_struct* task, enum pid_type, struct pid* pid);
void exchange_tids(struct task_struct* task, struct task_struct* old);
void transfer_pid(struct task_struct* old, struct task_struct* new, enum pid_type);
extern int pid_max;
extern int pid_max_min;
extern int pid_max_max;
struct pid* find_ge_pid(int nr, struct pid_namespace*);
struct pid* alloc_pid(struct pid_namespace* ns, pid_t* set_tid, size_t set_tid_size);
void free_pid(struct pid* pid);
void disable_pid_allocation(struct pid_namespace* ns);

static inline struct pid* get_pid(struct pid* pid) {
  if (pid) refcount_inc(&pid->count);
  return pid;
}
static inline bool pid_has_task(struct pid* pid, enum pid_type type) {
  return !hlist_empty(&pid->tasks[type]);
}
static inline struct pid_namespace* ns_of_pid(struct pid* pid) {
  return pid ? pid->numbers[pid->level].ns : NULL;
}
static inline pid_t pid_nr(struct pid* pid) { return pid ? pid->numbers[0].nr : 0; }
#define do_each_pid_task(pid, type, task) \
  do {                                    \
    if ((pid) != NULL) hlist_for_each_entry_rcu((task), &(pid)->tasks[type], pid_links[type]) {
#define while_each_pid_task(pid, type, task) \
  if (type == PIDTYPE_PID) break;            \
  }                                          \
  }                                          \
  while (0)

// Inline in Linux.
bool is_child_reaper(struct pid* pid);

#define do_each_pid_thread(pid, type, task) \
  do_each_pid_task(pid, type, task) {       \
    struct task_struct* tg___ = task;       \
    for_each_thread(tg___, task) {
#define while_each_pid_thread(pid, type, task) \
  }                                            \
  task = tg___;                                \
  }                                            \
  while_each_pid_task(pid, type, task)

#endif
