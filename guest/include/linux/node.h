// NUMA nodes: one.
#ifndef _LINUX_NODE_H
#define _LINUX_NODE_H

#include <linux/cpumask.h>
#include <linux/device.h>
#include <linux/list.h>
#include <linux/workqueue.h>

#endif
