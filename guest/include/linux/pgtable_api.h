// The calls of <linux/pgtable.h>.
#ifndef _LINUX_PGTABLE_API_H
#define _LINUX_PGTABLE_API_H

#include <linux/pgtable.h>

#endif
