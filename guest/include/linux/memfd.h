// Files in memory.
#ifndef _LINUX_MEMFD_H
#define _LINUX_MEMFD_H

#include <linux/file.h>

struct file;

long memfd_fcntl(struct file* file, unsigned int cmd, unsigned long arg);
unsigned int* memfd_file_seals_ptr(struct file* file);

// Inline in Linux.
unsigned int memfd_file_seals(struct file* file);

#endif
