// A pointer to an option's value, in user or kernel memory.
#ifndef _LINUX_SOCKPTR_H
#define _LINUX_SOCKPTR_H

#include <linux/slab.h>
#include <linux/types.h>
#include <linux/uaccess.h>

typedef struct {
  union {
    void* kernel;
    void* user;
  };
  bool is_kernel : 1;
} sockptr_t;

#endif
