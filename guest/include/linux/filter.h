// BPF.
#ifndef _LINUX_FILTER_H
#define _LINUX_FILTER_H

#include <linux/types.h>

#endif
