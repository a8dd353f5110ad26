// The first task.
#ifndef _LINUX_INIT_TASK_H
#define _LINUX_INIT_TASK_H

#include <asm/thread_info.h>
#include <linux/ftrace.h>
#include <linux/ipc.h>
#include <linux/irqflags.h>
#include <linux/livepatch.h>
#include <linux/lockdep.h>
#include <linux/mm_types.h>
#include <linux/pid_namespace.h>
#include <linux/rbtree.h>
#include <linux/rcupdate.h>
#include <linux/refcount.h>
#include <linux/sched/autogroup.h>
#include <linux/sched/rt.h>
#include <linux/seqlock.h>
#include <linux/types.h>
#include <linux/user_namespace.h>
#include <linux/utsname.h>
#include <net/net_namespace.h>

struct files_struct;
struct fs_struct;

#define INIT_TASK_COMM "swapper"
#define __init_thread_info __section(".data..init_thread_info")
extern struct files_struct init_files;
extern struct fs_struct init_fs;

#endif
