// Files in /proc/sys.
#ifndef _LINUX_SYSCTL_H
#define _LINUX_SYSCTL_H

#include <linux/list.h>
#include <linux/rbtree.h>
#include <linux/rcupdate.h>
#include <linux/types.h>
#include <linux/uidgid.h>
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

#endif
