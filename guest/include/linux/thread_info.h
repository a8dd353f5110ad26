// The lowest words of a task.
#ifndef _LINUX_THREAD_INFO_H
#define _LINUX_THREAD_INFO_H

#include <asm/thread_info.h>
#include <linux/bitops.h>
#include <linux/bug.h>

#define test_ti_thread_flag(ti, flag) test_bit(flag, &(ti)->flags)
#define test_thread_flag(flag) test_ti_thread_flag(current_thread_info(), flag)

#endif
