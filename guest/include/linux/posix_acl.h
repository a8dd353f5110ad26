// Access lists.
#ifndef _LINUX_POSIX_ACL_H
#define _LINUX_POSIX_ACL_H

#include <linux/bug.h>
#include <linux/slab.h>

#endif
