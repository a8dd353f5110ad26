// Loading modules from within the kernel.
#ifndef _LINUX_KMOD_H
#define _LINUX_KMOD_H

#include <linux/errno.h>
#include <linux/gfp.h>
#include <linux/module.h>
#include <linux/umh.h>

#endif
