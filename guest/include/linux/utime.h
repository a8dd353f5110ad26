// Times for utime.
#ifndef _LINUX_UTIME_H
#define _LINUX_UTIME_H

#include <linux/types.h>

struct utimbuf;

struct utimbuf {
  __kernel_old_time_t actime;
  __kernel_old_time_t modtime;
};

#endif
