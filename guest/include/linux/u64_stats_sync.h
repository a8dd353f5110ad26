// Consistent reads of 64-bit counters on 32-bit machines.
#ifndef _LINUX_U64_STATS_SYNC_H
#define _LINUX_U64_STATS_SYNC_H

#include <asm/local64.h>
#include <linux/seqlock.h>
#include <linux/types.h>

struct u64_stats_sync;

struct u64_stats_sync {
  seqcount_t seq;
};
typedef struct {
  u64 v;
} u64_stats_t;

#endif
