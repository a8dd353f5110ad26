// Probes in programs.
#ifndef _LINUX_UPROBES_H
#define _LINUX_UPROBES_H

#include <linux/errno.h>
#include <linux/rbtree.h>
#include <linux/types.h>
#include <linux/wait.h>

#endif
