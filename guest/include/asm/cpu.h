// CPUs.
#ifndef _ASM_CPU_H
#define _ASM_CPU_H

#include <linux/nodemask.h>
#include <linux/percpu.h>
#include <linux/topology.h>

#endif
