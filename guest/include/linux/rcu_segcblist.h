// Lists of RCU callbacks.
#ifndef _LINUX_RCU_SEGCBLIST_H
#define _LINUX_RCU_SEGCBLIST_H

#include <linux/types.h>

#endif
