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

#endif
