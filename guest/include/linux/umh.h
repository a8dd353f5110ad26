// Starting programs from within the kernel.
#ifndef _LINUX_UMH_H
#define _LINUX_UMH_H

#include <linux/compiler.h>
#include <linux/errno.h>
#include <linux/gfp.h>
#include <linux/stddef.h>
#include <linux/sysctl.h>
#include <linux/types.h>
#include <linux/workqueue.h>

#define UMH_NO_WAIT 0
#define UMH_WAIT_EXEC 1
#define UMH_WAIT_PROC 2
#define UMH_KILLABLE 4

struct cred;
struct subprocess_info;

int call_usermodehelper(const char*, char**, char**, int);
struct subprocess_info* call_usermodehelper_setup(const char*, char**, char**, gfp_t,
                                                  int (*)(struct subprocess_info*, struct cred*),
                                                  void (*)(struct subprocess_info*), void*);
int call_usermodehelper_exec(struct subprocess_info*, int);
int usermodehelper_read_trylock(void);
long usermodehelper_read_lock_wait(long);
void usermodehelper_read_unlock(void);

struct completion;
struct ctl_table;
struct subprocess_info;
struct work_struct;

#define UMH_FREEZABLE 0x08
struct subprocess_info {
  struct work_struct work;
  struct completion* complete;
  const char* path;
  char** argv;
  char** envp;
  int wait;
  int retval;
  int (*init)(struct subprocess_info*, struct cred*);
  void (*cleanup)(struct subprocess_info*);
  void* data;
};
extern struct ctl_table usermodehelper_table[];
enum umh_disable_depth { UMH_ENABLED, UMH_FREEZING, UMH_DISABLED };
int __usermodehelper_disable(enum umh_disable_depth depth);
void __usermodehelper_set_disable_depth(enum umh_disable_depth depth);

// Inline in Linux.
int usermodehelper_disable(void);
void usermodehelper_enable(void);

#endif
