// Loading modules from within the kernel.
#ifndef _LINUX_KMOD_H
#define _LINUX_KMOD_H

#include <linux/compiler.h>
#include <linux/errno.h>
#include <linux/gfp.h>
#include <linux/module.h>
#include <linux/stddef.h>
#include <linux/sysctl.h>
#include <linux/umh.h>
#include <linux/workqueue.h>

#define KMOD_PATH_LEN 256
extern char modprobe_path[];
int __request_module(bool wait, const char* name, ...);

#define try_then_request_module(x, mod...) ((x) ?: (__request_module(true, mod), (x)))

#endif
