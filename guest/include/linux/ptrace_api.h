// The calls of <linux/ptrace.h>.
#ifndef _LINUX_PTRACE_API_H
#define _LINUX_PTRACE_API_H

#include <linux/ptrace.h>

#endif
