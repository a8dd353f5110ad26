// The lowest words of a task.
#ifndef _ASM_THREAD_INFO_H
#define _ASM_THREAD_INFO_H

#include <asm/page.h>
#include <asm/percpu.h>
#include <linux/sched.h>
#include <linux/types.h>

#define TOP_OF_KERNEL_STACK_PADDING 16
#define TIF_NOTIFY_RESUME 1
#define TIF_SIGPENDING 2
#define TIF_NEED_RESCHED 3
#define TIF_MEMDIE 20

#define TIF_SINGLESTEP 4
#define TIF_SSBD 5
#define TIF_SPEC_IB 9
#define TIF_SPEC_L1D_FLUSH 10
#define TIF_USER_RETURN_NOTIFY 11
#define TIF_UPROBE 12
#define TIF_PATCH_PENDING 13
#define TIF_NEED_FPU_LOAD 14
#define TIF_NOCPUID 15
#define TIF_NOTSC 16
#define TIF_NOTIFY_SIGNAL 17
#define TIF_POLLING_NRFLAG 21
#define TIF_IO_BITMAP 22
#define TIF_SPEC_FORCE_UPDATE 23
#define TIF_FORCED_TF 24
#define TIF_BLOCKSTEP 25
#define TIF_LAZY_MMU_UPDATES 27
#define TIF_ADDR32 29

#endif
