// A list of free entries.
#ifndef _LINUX_FREELIST_H
#define _LINUX_FREELIST_H

#include <linux/atomic.h>

struct freelist_node {
  atomic_t refs;
  struct freelist_node* next;
};
_Static_assert(sizeof(struct freelist_node) == 8, "struct freelist_node of 6.1 i386");
struct freelist_head {
  struct freelist_node* head;
};

#endif
