// What a task has read and written.
#ifndef _LINUX_TASK_IO_ACCOUNTING_H
#define _LINUX_TASK_IO_ACCOUNTING_H

#include <linux/types.h>

struct task_io_accounting;

struct task_io_accounting {
  u64 rchar;
  u64 wchar;
  u64 syscr;
  u64 syscw;
  u64 read_bytes;
  u64 write_bytes;
  u64 cancelled_write_bytes;
};

#endif
