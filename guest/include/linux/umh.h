// Starting programs from within the kernel.
#ifndef _LINUX_UMH_H
#define _LINUX_UMH_H

#include <linux/errno.h>
#include <linux/gfp.h>
#include <linux/sysctl.h>
#include <linux/types.h>

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

#endif
