// What <linux/module.h> brings along on 6.1 without being asked: sources use it without including it.
#ifndef _LINUX_MODULE_USUAL_MM32_H
#define _LINUX_MODULE_USUAL_MM32_H

#include <asm/io.h>
#include <asm/pgtable_types.h>
#include <asm/processor.h>
#include <asm/special_insns.h>
#include <linux/bitmap.h>
#include <linux/completion.h>
#include <linux/cpumask.h>
#include <linux/hrtimer.h>
#include <linux/idr.h>
#include <linux/ioctl.h>
#include <linux/kmod.h>
#include <linux/kobject.h>
#include <linux/llist.h>
#include <linux/nodemask.h>
#include <linux/notifier.h>
#include <linux/once.h>
#include <linux/overflow.h>
#include <linux/pid.h>
#include <linux/radix-tree.h>
#include <linux/random.h>
#include <linux/rbtree.h>
#include <linux/rculist.h>
#include <linux/rcupdate.h>
#include <linux/resource.h>
#include <linux/rwsem.h>
#include <linux/sched/mm.h>
#include <linux/seqlock.h>
#include <linux/signal.h>
#include <linux/sysctl.h>
#include <linux/sysfs.h>
#include <linux/thread_info.h>
#include <linux/time.h>
#include <linux/timer.h>
#include <linux/uidgid.h>
#include <linux/wait.h>
#include <linux/workqueue.h>
#include <linux/xarray.h>

#endif
