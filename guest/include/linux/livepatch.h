// Replacing functions of the running kernel.
#ifndef _LINUX_LIVEPATCH_H
#define _LINUX_LIVEPATCH_H

#include <linux/completion.h>
#include <linux/ftrace.h>
#include <linux/list.h>
#include <linux/module.h>

#endif
