// Times of processes.
#ifndef _LINUX_TIMES_H
#define _LINUX_TIMES_H

#include <linux/posix_types.h>
#include <linux/types.h>

struct tms;

struct tms {
  __kernel_clock_t tms_utime;
  __kernel_clock_t tms_stime;
  __kernel_clock_t tms_cutime;
  __kernel_clock_t tms_cstime;
};

#endif
