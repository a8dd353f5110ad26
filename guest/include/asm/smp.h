// The CPUs: one.
#ifndef _ASM_SMP_H
#define _ASM_SMP_H

#include <asm/percpu.h>
#include <linux/cpumask.h>
#include <linux/smp.h>

#endif
