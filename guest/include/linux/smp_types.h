// The head of a call to another CPU.
#ifndef _LINUX_SMP_TYPES_H
#define _LINUX_SMP_TYPES_H

#include <linux/llist.h>
#include <linux/types.h>

enum {
  CSD_FLAG_LOCK = 1,
  IRQ_WORK_PENDING = 1,
  IRQ_WORK_BUSY,
  IRQ_WORK_LAZY = 4,
  IRQ_WORK_HARD_IRQ = 8,
  IRQ_WORK_CLAIMED = 3,
  CSD_TYPE_ASYNC = 0,
  CSD_TYPE_SYNC = 0x10,
  CSD_TYPE_IRQ_WORK = 0x20,
  CSD_TYPE_TTWU = 0x30,
  CSD_FLAG_TYPE_MASK = 0xf0
};

struct __call_single_node {
  struct llist_node llist;
  union {
    unsigned int u_flags;
    atomic_t a_flags;
  };
};
_Static_assert(sizeof(struct __call_single_node) == 8, "struct __call_single_node of 6.1 i386");

#endif
