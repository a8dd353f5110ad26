// Pages between files.
#ifndef _LINUX_SPLICE_H
#define _LINUX_SPLICE_H

#include <linux/pipe_fs_i.h>

#endif
