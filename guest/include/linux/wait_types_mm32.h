// The layout of a wait queue head, which other structures contain.
#ifndef _LINUX_WAIT_TYPES_MM32_H
#define _LINUX_WAIT_TYPES_MM32_H

#include <linux/list.h>
#include <linux/spinlock_types.h>

struct wait_queue_head {
  spinlock_t lock;
  union {
    struct list_head head;
    struct list_head task_list;  // until 4.13
  };
};
typedef struct wait_queue_head wait_queue_head_t;

#endif
