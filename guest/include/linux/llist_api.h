// The calls of <linux/llist.h>.
#ifndef _LINUX_LLIST_API_H
#define _LINUX_LLIST_API_H

#include <linux/llist.h>

#endif
