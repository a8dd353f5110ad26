// The calls of <linux/wait.h>.
#ifndef _LINUX_WAIT_API_H
#define _LINUX_WAIT_API_H

#include <linux/wait.h>

#endif
