// Pages given back to a hypervisor.
#ifndef _LINUX_BALLOON_COMPACTION_H
#define _LINUX_BALLOON_COMPACTION_H

#include <linux/mm.h>

#endif
