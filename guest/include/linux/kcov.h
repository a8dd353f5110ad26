// Coverage for fuzzers: none.
#ifndef _LINUX_KCOV_H
#define _LINUX_KCOV_H

#include <linux/types.h>

#endif
