// Limits of users.
#ifndef _LINUX_QUOTA_H
#define _LINUX_QUOTA_H

#include <linux/types.h>

#endif
