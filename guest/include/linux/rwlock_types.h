#ifndef _LINUX_RWLOCK_TYPES_H
#define _LINUX_RWLOCK_TYPES_H

#include <linux/spinlock_types.h>

#define RWLOCK_MAGIC 0xdeaf1eed

#endif
