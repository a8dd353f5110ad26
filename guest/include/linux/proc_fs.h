// Files in /proc: proc_create with proc_ops (5.6 and later) or file_operations (2.6.26 to 5.5), and
// create_proc_entry (until 3.9), whose entries sources of those versions fill in themselves.
#ifndef _LINUX_PROC_FS_H
#define _LINUX_PROC_FS_H

#include <linux/compiler.h>
#include <linux/fs.h>
#include <linux/types.h>
#include <linux/version.h>

struct poll_table_struct;
struct seq_operations;
struct proc_ops {
  unsigned int proc_flags;
  int (*proc_open)(struct inode*, struct file*);
  ssize_t (*proc_read)(struct file*, char __user*, size_t, loff_t*);
  ssize_t (*proc_read_iter)(struct kiocb*, struct iov_iter*);
  ssize_t (*proc_write)(struct file*, const char __user*, size_t, loff_t*);
  loff_t (*proc_lseek)(struct file*, loff_t, int);
  int (*proc_release)(struct inode*, struct file*);
  __poll_t (*proc_poll)(struct file*, struct poll_table_struct*);
  long (*proc_ioctl)(struct file*, unsigned int, unsigned long);
  int (*proc_mmap)(struct file*, struct vm_area_struct*);
  unsigned long (*proc_get_unmapped_area)(struct file*, unsigned long, unsigned long, unsigned long,
                                          unsigned long);
};
_Static_assert(sizeof(struct proc_ops) == 44, "struct proc_ops of 6.1 i386");

struct proc_dir_entry;
struct proc_dir_entry* proc_mkdir(const char* name, struct proc_dir_entry* parent);
struct proc_dir_entry* proc_mkdir_mode(const char* name, umode_t mode,
                                       struct proc_dir_entry* parent);
struct proc_dir_entry* proc_symlink(const char* name, struct proc_dir_entry* parent,
                                    const char* dest);
struct proc_dir_entry*(proc_create)(const char* name, umode_t mode, struct proc_dir_entry* parent,
                                    const struct proc_ops* ops);
struct proc_dir_entry*(proc_create_data)(const char* name, umode_t mode,
                                         struct proc_dir_entry* parent, const struct proc_ops* ops,
                                         void* data);
struct proc_dir_entry* proc_create_single_data(const char* name, umode_t mode,
                                               struct proc_dir_entry* parent,
                                               int (*show)(struct seq_file*, void*), void* data);
struct proc_dir_entry* proc_create_seq_private(const char* name, umode_t mode,
                                               struct proc_dir_entry* parent,
                                               const struct seq_operations* ops,
                                               unsigned int state_size, void* data);
#define proc_create_single(name, mode, parent, show) \
  proc_create_single_data(name, mode, parent, show, NULL)
#define proc_create_seq(name, mode, parent, ops) \
  proc_create_seq_private(name, mode, parent, ops, 0, NULL)
#define proc_create_seq_data(name, mode, parent, ops, data) \
  proc_create_seq_private(name, mode, parent, ops, 0, data)
void proc_remove(struct proc_dir_entry* entry);
void remove_proc_entry(const char* name, struct proc_dir_entry* parent);
int remove_proc_subtree(const char* name, struct proc_dir_entry* parent);
void proc_set_size(struct proc_dir_entry* entry, loff_t size);
void* pde_data(const struct inode* inode);
#define PDE_DATA(inode) pde_data(inode)

// With file_operations: the same members in another structure.
static inline struct proc_dir_entry* __mm32_proc_create(const char* name, umode_t mode,
                                                        struct proc_dir_entry* parent,
                                                        const struct file_operations* f,
                                                        struct proc_ops* ops, void* data) {
  *ops = (struct proc_ops){.proc_open = f->open,
                           .proc_read = f->read,
                           .proc_read_iter = f->read_iter,
                           .proc_write = f->write,
                           .proc_lseek = f->llseek,
                           .proc_release = f->release,
                           .proc_poll = f->poll,
                           .proc_ioctl = f->unlocked_ioctl,
                           .proc_mmap = f->mmap,
                           .proc_get_unmapped_area = f->get_unmapped_area};
  return (proc_create_data)(name, mode, parent, ops, data);
}
#define proc_create_data(name, mode, parent, ops, data)                                           \
  ({                                                                                              \
    static struct proc_ops __proc_ops_mm32;                                                       \
    _Generic((ops),                                                                             \
        const struct file_operations*: __mm32_proc_create(                                      \
                 name, mode, parent, (const struct file_operations*)(const void*)(ops),         \
                 &__proc_ops_mm32, data),                                                       \
        struct file_operations*: __mm32_proc_create(                                            \
                 name, mode, parent, (const struct file_operations*)(const void*)(ops),         \
                 &__proc_ops_mm32, data),                                                       \
        default: (proc_create_data)(name, mode, parent, (const struct proc_ops*)(const void*)(ops), \
                                    data)); \
  })
#define proc_create(name, mode, parent, ops) proc_create_data(name, mode, parent, ops, NULL)

#if LINUX_VERSION_CODE < KERNEL_VERSION(3, 10, 0)
typedef int(read_proc_t)(char* page, char** start, off_t off, int count, int* eof, void* data);
typedef int(write_proc_t)(struct file* file, const char __user* buffer, unsigned long count,
                          void* data);
struct proc_dir_entry {
  const char* name;
  mode_t mode;
  nlink_t nlink;
  uid_t uid;
  gid_t gid;
  loff_t size;
  const void* proc_iops;
  const struct file_operations* proc_fops;
  struct module* owner;
  struct proc_dir_entry *next, *parent, *subdir;
  void* data;
  read_proc_t* read_proc;
  write_proc_t* write_proc;
};
struct proc_dir_entry* create_proc_entry(const char* name, mode_t mode,
                                         struct proc_dir_entry* parent);
static inline struct proc_dir_entry* create_proc_read_entry(const char* name, mode_t mode,
                                                            struct proc_dir_entry* base,
                                                            read_proc_t* read_proc, void* data) {
  struct proc_dir_entry* entry = create_proc_entry(name, mode, base);
  if (entry) {
    entry->read_proc = read_proc;
    entry->data = data;
  }
  return entry;
}
#define PDE(inode) ((struct proc_dir_entry*)(inode)->i_private)
#if LINUX_VERSION_CODE < KERNEL_VERSION(2, 6, 26)
#define proc_root (*(struct proc_dir_entry*)NULL)
#endif
#define create_proc_info_entry(name, mode, base, get_info) \
  create_proc_read_entry(name, mode, base, (read_proc_t*)(get_info), NULL)
#endif

struct bpf_iter_aux_info;
struct dentry;
struct file;
struct inode;
struct ns_common;
struct pid;
struct pid_namespace;
struct proc_fs_info;
struct seq_file;
struct task_struct;

enum {
  PROC_ENTRY_PERMANENT,
  PROC_ENTRY_proc_read_iter = 2,
  PROC_ENTRY_proc_compat_ioctl = 4,
  PROC_ENTRY_proc_lseek = 8
};
enum proc_hidepid { HIDEPID_OFF, HIDEPID_NO_ACCESS, HIDEPID_INVISIBLE, HIDEPID_NOT_PTRACEABLE = 4 };
enum proc_pidonly { PROC_PIDONLY_OFF, PROC_PIDONLY_ON };
struct proc_fs_info {
  struct pid_namespace* pid_ns;
  struct dentry* proc_self;
  struct dentry* proc_thread_self;
  kgid_t pid_gid;
  enum proc_hidepid hide_pid;
  enum proc_pidonly pidonly;
};
typedef int (*proc_write_t)(struct file*, char*, size_t);
void proc_root_init(void);
void proc_flush_pid(struct pid*);
struct proc_dir_entry* _proc_mkdir(const char*, umode_t, struct proc_dir_entry*, void*, bool);
struct proc_dir_entry* proc_mkdir_data(const char*, umode_t, struct proc_dir_entry*, void*);
struct proc_dir_entry* proc_create_mount_point(const char* name);
void proc_set_user(struct proc_dir_entry*, kuid_t, kgid_t);
void* proc_get_parent_data(const struct inode*);
struct proc_dir_entry* proc_create_net_data(const char* name, umode_t mode,
                                            struct proc_dir_entry* parent,
                                            const struct seq_operations* ops,
                                            unsigned int state_size, void* data);
struct proc_dir_entry* proc_create_net_single(const char* name, umode_t mode,
                                              struct proc_dir_entry* parent,
                                              int (*show)(struct seq_file*, void*), void* data);
struct proc_dir_entry* proc_create_net_data_write(const char* name, umode_t mode,
                                                  struct proc_dir_entry* parent,
                                                  const struct seq_operations* ops,
                                                  proc_write_t write, unsigned int state_size,
                                                  void* data);
struct proc_dir_entry* proc_create_net_single_write(const char* name, umode_t mode,
                                                    struct proc_dir_entry* parent,
                                                    int (*show)(struct seq_file*, void*),
                                                    proc_write_t write, void* data);
struct pid* tgid_pidfd_to_pid(const struct file* file);
int bpf_iter_init_seq_net(void* priv_data, struct bpf_iter_aux_info* aux);
void bpf_iter_fini_seq_net(void* priv_data);
int proc_pid_arch_status(struct seq_file* m, struct pid_namespace* ns, struct pid* pid,
                         struct task_struct* task);
int open_related_ns(struct ns_common* ns, struct ns_common* (*get_ns)(struct ns_common*));
bool proc_ns_file(const struct file* file);

// Inline in Linux.
struct net;
struct super_block;
struct proc_fs_info* proc_sb_info(struct super_block* sb);
struct proc_dir_entry* proc_net_mkdir(struct net* net, const char* name,
                                      struct proc_dir_entry* parent);
struct pid_namespace* proc_pid_ns(struct super_block* sb);

#endif
