// What a task is allowed to do.
#ifndef _LINUX_CAPABILITY_H
#define _LINUX_CAPABILITY_H

#include <linux/types.h>

#define CAP_CHOWN 0
#define CAP_DAC_OVERRIDE 1
#define CAP_KILL 5
#define CAP_SETUID 7
#define CAP_NET_ADMIN 12
#define CAP_NET_RAW 13
#define CAP_IPC_LOCK 14
#define CAP_SYS_MODULE 16
#define CAP_SYS_RAWIO 17
#define CAP_SYS_PTRACE 19
#define CAP_SYS_ADMIN 21
#define CAP_SYS_BOOT 22
#define CAP_SYS_NICE 23
#define CAP_SYS_RESOURCE 24
#define CAP_SYS_TIME 25
#define CAP_LAST_CAP 40

struct kernel_cap_struct {
  __u32 cap[2];
};
_Static_assert(sizeof(struct kernel_cap_struct) == 8, "struct kernel_cap_struct of 6.1 i386");

typedef struct kernel_cap_struct kernel_cap_t;
struct task_struct;
struct user_namespace;
bool capable(int cap);
bool ns_capable(struct user_namespace* ns, int cap);

#endif
