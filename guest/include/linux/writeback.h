// Writing the page cache back.
#ifndef _LINUX_WRITEBACK_H
#define _LINUX_WRITEBACK_H

#include <linux/backing-dev-defs.h>
#include <linux/fs.h>

#endif
