// Audit: none.
#ifndef _LINUX_AUDIT_H
#define _LINUX_AUDIT_H

#include <linux/ptrace.h>
#include <linux/sched.h>

#endif
