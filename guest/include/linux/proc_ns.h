// Namespaces as files of /proc.
#ifndef _LINUX_PROC_NS_H
#define _LINUX_PROC_NS_H

#include <linux/types.h>

struct file;
struct ns_common;
struct nsset;
struct path;
struct proc_ns_operations;
struct task_struct;
struct user_namespace;

struct proc_ns_operations {
  const char* name;
  const char* real_ns_name;
  int type;
  struct ns_common* (*get)(struct task_struct*);
  void (*put)(struct ns_common*);
  int (*install)(struct nsset*, struct ns_common*);
  struct user_namespace* (*owner)(struct ns_common*);
  struct ns_common* (*get_parent)(struct ns_common*);
};
extern const struct proc_ns_operations netns_operations;
extern const struct proc_ns_operations utsns_operations;
extern const struct proc_ns_operations ipcns_operations;
extern const struct proc_ns_operations pidns_operations;
extern const struct proc_ns_operations pidns_for_children_operations;
extern const struct proc_ns_operations userns_operations;
extern const struct proc_ns_operations mntns_operations;
extern const struct proc_ns_operations cgroupns_operations;
extern const struct proc_ns_operations timens_operations;
extern const struct proc_ns_operations timens_for_children_operations;
enum {
  PROC_ROOT_INO = 1,
  PROC_IPC_INIT_INO = 0xefffffff,
  PROC_UTS_INIT_INO = 0xeffffffe,
  PROC_USER_INIT_INO = 0xeffffffd,
  PROC_PID_INIT_INO = 0xeffffffc,
  PROC_CGROUP_INIT_INO = 0xeffffffb,
  PROC_TIME_INIT_INO = 0xeffffffa
};
int proc_alloc_inum(unsigned int* pino);
void proc_free_inum(unsigned int inum);
struct file* proc_ns_fget(int fd);
int ns_get_path(struct path* path, struct task_struct* task,
                const struct proc_ns_operations* ns_ops);
typedef struct ns_common* ns_get_path_helper_t(void*);
int ns_get_path_cb(struct path* path, ns_get_path_helper_t ns_get_cb, void* private_data);
bool ns_match(const struct ns_common* ns, dev_t dev, ino_t ino);
int ns_get_name(char* buf, size_t size, struct task_struct* task,
                const struct proc_ns_operations* ns_ops);
void nsfs_init(void);

// Inline in Linux.
int ns_alloc_inum(struct ns_common* ns);

// Inline in Linux.
int ns_alloc_inum(struct ns_common* ns);

#endif
