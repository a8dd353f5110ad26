// The calls of <linux/u64_stats_sync.h>.
#ifndef _LINUX_U64_STATS_SYNC_API_H
#define _LINUX_U64_STATS_SYNC_API_H

#include <linux/u64_stats_sync.h>

#endif
