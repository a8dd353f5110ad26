// The calls of <linux/seqlock.h>.
#ifndef _LINUX_SEQLOCK_API_H
#define _LINUX_SEQLOCK_API_H

#include <linux/seqlock.h>

#endif
