// Limits of processes.
#ifndef _LINUX_RESOURCE_H
#define _LINUX_RESOURCE_H

#include <linux/types.h>

#define RLIMIT_CPU 0
#define RLIMIT_FSIZE 1
#define RLIMIT_DATA 2
#define RLIMIT_STACK 3
#define RLIMIT_CORE 4
#define RLIMIT_RSS 5
#define RLIMIT_NPROC 6
#define RLIMIT_NOFILE 7
#define RLIMIT_MEMLOCK 8
#define RLIMIT_AS 9
#define RLIM_NLIMITS 16
#define RLIM_INFINITY (~0UL)

struct rlimit {
  __kernel_ulong_t rlim_cur;
  __kernel_ulong_t rlim_max;
};
_Static_assert(sizeof(struct rlimit) == 8, "struct rlimit of 6.1 i386");
struct rlimit64 {
  __u64 rlim_cur;
  __u64 rlim_max;
};
_Static_assert(sizeof(struct rlimit64) == 16, "struct rlimit64 of 6.1 i386");

#endif
