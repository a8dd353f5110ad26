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

static inline u64 u64_stats_read(const u64_stats_t* p) { return p->v; }
static inline void u64_stats_set(u64_stats_t* p, u64 val) { p->v = val; }
static inline void u64_stats_add(u64_stats_t* p, unsigned long val) { p->v += val; }
static inline void u64_stats_sub(u64_stats_t* p, s64 val) { p->v -= val; }
static inline void u64_stats_inc(u64_stats_t* p) { p->v++; }
// 64-bit numbers take two stores here: a sequence counter tells readers of a half-written one.
#define u64_stats_init(syncp) seqcount_init(&(syncp)->seq)
static inline void __u64_stats_update_begin(struct u64_stats_sync* syncp) {
  write_seqcount_begin(&syncp->seq);
}
static inline void __u64_stats_update_end(struct u64_stats_sync* syncp) {
  write_seqcount_end(&syncp->seq);
}
static inline unsigned long __u64_stats_irqsave(void) {
  unsigned long flags;
  local_irq_save(flags);
  return flags;
}
static inline void __u64_stats_irqrestore(unsigned long flags) { local_irq_restore(flags); }
static inline unsigned int __u64_stats_fetch_begin(const struct u64_stats_sync* syncp) {
  return read_seqcount_begin(&syncp->seq);
}
static inline bool __u64_stats_fetch_retry(const struct u64_stats_sync* syncp, unsigned int start) {
  return read_seqcount_retry(&syncp->seq, start);
}
static inline void u64_stats_update_begin(struct u64_stats_sync* syncp) {
  __u64_stats_update_begin(syncp);
}
static inline void u64_stats_update_end(struct u64_stats_sync* syncp) {
  __u64_stats_update_end(syncp);
}
static inline unsigned long u64_stats_update_begin_irqsave(struct u64_stats_sync* syncp) {
  unsigned long flags = __u64_stats_irqsave();
  __u64_stats_update_begin(syncp);
  return flags;
}
static inline void u64_stats_update_end_irqrestore(struct u64_stats_sync* syncp,
                                                   unsigned long flags) {
  __u64_stats_update_end(syncp);
  __u64_stats_irqrestore(flags);
}
static inline unsigned int u64_stats_fetch_begin(const struct u64_stats_sync* syncp) {
  return __u64_stats_fetch_begin(syncp);
}
static inline bool u64_stats_fetch_retry(const struct u64_stats_sync* syncp, unsigned int start) {
  return __u64_stats_fetch_retry(syncp, start);
}
static inline unsigned int u64_stats_fetch_begin_irq(const struct u64_stats_sync* syncp) {
  return __u64_stats_fetch_begin(syncp);
}
static inline bool u64_stats_fetch_retry_irq(const struct u64_stats_sync* syncp,
                                             unsigned int start) {
  return __u64_stats_fetch_retry(syncp, start);
}

#endif
