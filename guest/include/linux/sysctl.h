// Files in /proc/sys.
#ifndef _LINUX_SYSCTL_H
#define _LINUX_SYSCTL_H

#include <linux/list.h>
#include <linux/rbtree.h>
#include <linux/rcupdate.h>
#include <linux/types.h>
#include <linux/uidgid.h>
#include <linux/version.h>
#include <linux/wait.h>

struct ctl_table;
typedef int proc_handler(struct ctl_table* ctl, int write, void* buffer, size_t* lenp,
                         loff_t* ppos);

struct ctl_path;
struct ctl_table;
struct ctl_table_header;
struct ctl_table_poll;

typedef int proc_handler(struct ctl_table*, int, void*, size_t*, loff_t*);
struct ctl_table {
  const char* procname;
  void* data;
  int maxlen;
  umode_t mode;
  struct ctl_table* child;
  proc_handler* proc_handler;
  struct ctl_table_poll* poll;
  void* extra1;
  void* extra2;
};
_Static_assert(sizeof(struct ctl_table) == 36, "struct ctl_table of 6.1 i386");

int proc_dostring(struct ctl_table*, int, void*, size_t*, loff_t*);
int proc_dobool(struct ctl_table*, int, void*, size_t*, loff_t*);
int proc_dointvec(struct ctl_table*, int, void*, size_t*, loff_t*);
int proc_douintvec(struct ctl_table*, int, void*, size_t*, loff_t*);
int proc_dointvec_minmax(struct ctl_table*, int, void*, size_t*, loff_t*);
int proc_douintvec_minmax(struct ctl_table*, int, void*, size_t*, loff_t*);
int proc_dou8vec_minmax(struct ctl_table*, int, void*, size_t*, loff_t*);
int proc_dointvec_jiffies(struct ctl_table*, int, void*, size_t*, loff_t*);
int proc_dointvec_userhz_jiffies(struct ctl_table*, int, void*, size_t*, loff_t*);
int proc_dointvec_ms_jiffies(struct ctl_table*, int, void*, size_t*, loff_t*);
int proc_doulongvec_minmax(struct ctl_table*, int, void*, size_t*, loff_t*);
int proc_doulongvec_ms_jiffies_minmax(struct ctl_table*, int, void*, size_t*, loff_t*);
int proc_do_large_bitmap(struct ctl_table*, int, void*, size_t*, loff_t*);
struct ctl_table_header* register_sysctl(const char*, struct ctl_table*);
struct ctl_table_header* register_sysctl_table(struct ctl_table*);
struct ctl_table_header* register_sysctl_paths(const struct ctl_path*, struct ctl_table*);
void unregister_sysctl_table(struct ctl_table_header*);
struct ctl_table_header* register_sysctl_mount_point(const char*);

#define SYSCTL_ZERO ((void*)&sysctl_vals[0])
#define SYSCTL_ONE ((void*)&sysctl_vals[1])
extern const int sysctl_vals[];

struct __sysctl_args;
struct callback_head;
struct completion;
struct ctl_dir;
struct ctl_node;
struct ctl_path;
struct ctl_table_header;
struct ctl_table_poll;
struct ctl_table_root;
struct ctl_table_set;
struct hlist_head;
struct rb_node;
struct rb_root;

#define SYSCTL_TWO ((void*)&sysctl_vals[2])
#define SYSCTL_THREE ((void*)&sysctl_vals[3])
#define SYSCTL_FOUR ((void*)&sysctl_vals[4])
#define SYSCTL_ONE_HUNDRED ((void*)&sysctl_vals[5])
#define SYSCTL_TWO_HUNDRED ((void*)&sysctl_vals[6])
#define SYSCTL_ONE_THOUSAND ((void*)&sysctl_vals[7])
#define SYSCTL_THREE_THOUSAND ((void*)&sysctl_vals[8])
#define SYSCTL_INT_MAX ((void*)&sysctl_vals[9])
#define SYSCTL_MAXOLDUID ((void*)&sysctl_vals[10])
#define SYSCTL_NEG_ONE ((void*)&sysctl_vals[11])
#define SYSCTL_LONG_ZERO ((void*)&sysctl_long_vals[0])
#define SYSCTL_LONG_ONE ((void*)&sysctl_long_vals[1])
#define SYSCTL_LONG_MAX ((void*)&sysctl_long_vals[2])
struct __sysctl_args {
  int* name;
  int nlen;
  void* oldval;
  size_t* oldlenp;
  void* newval;
  size_t newlen;
  unsigned long __unused[4];
};
extern const unsigned long sysctl_long_vals[];
int proc_dointvec_ms_jiffies_minmax(struct ctl_table* table, int write, void* buffer, size_t* lenp,
                                    loff_t* ppos);
int proc_do_static_key(struct ctl_table* table, int write, void* buffer, size_t* lenp,
                       loff_t* ppos);
struct ctl_table_poll {
  atomic_t event;
  wait_queue_head_t wait;
};
struct ctl_node {
  struct rb_node node;
  struct ctl_table_header* header;
};
struct ctl_table_header {
  union {
    struct {
      struct ctl_table* ctl_table;
      int used;
      int count;
      int nreg;
    };
    struct callback_head rcu;
  };
  struct completion* unregistering;
  struct ctl_table* ctl_table_arg;
  struct ctl_table_root* root;
  struct ctl_table_set* set;
  struct ctl_dir* parent;
  struct ctl_node* node;
  struct hlist_head inodes;
};
struct ctl_dir {
  struct ctl_table_header header;
  struct rb_root root;
};
struct ctl_table_set {
  int (*is_seen)(struct ctl_table_set*);
  struct ctl_dir dir;
};
struct ctl_table_root {
  struct ctl_table_set default_set;
  struct ctl_table_set* (*lookup)(struct ctl_table_root*);
  void (*set_ownership)(struct ctl_table_header*, kuid_t*, kgid_t*);
  int (*permissions)(struct ctl_table_header*, struct ctl_table*);
};
struct ctl_path {
  const char* procname;
};
int __register_sysctl_base(struct ctl_table* base_table);
void proc_sys_poll_notify(struct ctl_table_poll* poll);
void setup_sysctl_set(struct ctl_table_set* p, struct ctl_table_root* root,
                      int (*is_seen)(struct ctl_table_set*));
void retire_sysctl_set(struct ctl_table_set* set);
struct ctl_table_header* __register_sysctl_table(struct ctl_table_set* set, const char* path,
                                                 struct ctl_table* table);
struct ctl_table_header* __register_sysctl_paths(struct ctl_table_set* set,
                                                 const struct ctl_path* path,
                                                 struct ctl_table* table);
int sysctl_init_bases(void);
void __register_sysctl_init(const char* path, struct ctl_table* table, const char* table_name);
void do_sysctl_args(void);
bool sysctl_is_alias(char* param);
int do_proc_douintvec(struct ctl_table* table, int write, void* buffer, size_t* lenp, loff_t* ppos,
                      int (*conv)(unsigned long*, unsigned int*, int, void*), void* data);
extern int pwrsw_enabled;
extern int unaligned_enabled;
extern int unaligned_dump_stack;
extern int no_unaligned_warning;
extern struct ctl_table sysctl_mount_point[];
int sysctl_max_threads(struct ctl_table* table, int write, void* buffer, size_t* lenp,
                       loff_t* ppos);

#if LINUX_VERSION_CODE < KERNEL_VERSION(3, 17, 0)
typedef struct ctl_table ctl_table;
#endif

// Since 6.6 tables need no last empty entry: it is added to a copy.
#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 6, 0)
#define register_sysctl(path, table)                                            \
  ({                                                                            \
    static struct ctl_table __table_mm32[sizeof(table) / sizeof(*(table)) + 1]; \
    memcpy(__table_mm32, table, sizeof(table));                                 \
    (register_sysctl)(path, __table_mm32);                                      \
  })
#endif

#endif
