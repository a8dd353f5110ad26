// Control groups.
#ifndef _LINUX_CGROUP_H
#define _LINUX_CGROUP_H

#include <linux/cpumask.h>
#include <linux/fs.h>
#include <linux/nodemask.h>
#include <linux/nsproxy.h>
#include <linux/rculist.h>
#include <linux/sched.h>
#include <linux/seq_file.h>

#endif
