// What an interrupted system call needs to go on.
#ifndef _LINUX_RESTART_BLOCK_H
#define _LINUX_RESTART_BLOCK_H

#include <linux/thread_info.h>

#endif
