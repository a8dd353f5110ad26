// Flags of mappings.
#ifndef _LINUX_MMAN_H
#define _LINUX_MMAN_H

#include <linux/mm.h>
#include <linux/percpu_counter.h>
#include <uapi/linux/mman.h>

unsigned long vm_memory_committed(void);

extern int sysctl_overcommit_memory;
extern int sysctl_overcommit_ratio;

#endif
