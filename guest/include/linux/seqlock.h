// Sequence counters and the locks built from them: readers look twice, writers count.
#ifndef _LINUX_SEQLOCK_H
#define _LINUX_SEQLOCK_H

#include <asm/processor.h>
#include <linux/compiler.h>
#include <linux/mutex.h>
#include <linux/preempt.h>
#include <linux/spinlock.h>

struct seqcount {
  unsigned int sequence;
};
_Static_assert(sizeof(struct seqcount) == 4, "struct seqcount of 6.1 i386");

typedef struct seqcount seqcount_t;
// What protects the writers is not kept without lock checking: all kinds are alike.
typedef struct seqcount_raw_spinlock {
  seqcount_t seqcount;
} seqcount_raw_spinlock_t;
typedef struct seqcount_spinlock {
  seqcount_t seqcount;
} seqcount_spinlock_t;
typedef struct seqcount_rwlock {
  seqcount_t seqcount;
} seqcount_rwlock_t;
typedef struct seqcount_mutex {
  seqcount_t seqcount;
} seqcount_mutex_t;
typedef struct {
  seqcount_spinlock_t seqcount;
  spinlock_t lock;
} seqlock_t;
_Static_assert(sizeof(seqlock_t) == 8, "seqlock_t of 6.1 i386");

#define SEQCNT_ZERO(name) \
  { .sequence = 0 }
#define SEQCNT_SPINLOCK_ZERO(name, lock) \
  { .seqcount = SEQCNT_ZERO(name) }
#define SEQCNT_MUTEX_ZERO(name, lock) SEQCNT_SPINLOCK_ZERO(name, lock)
#define __SEQLOCK_UNLOCKED(lockname) \
  { .seqcount = SEQCNT_SPINLOCK_ZERO(lockname, 0), .lock = __SPIN_LOCK_UNLOCKED(lockname) }
#define SEQLOCK_UNLOCKED __SEQLOCK_UNLOCKED(old_style_seqlock_init)
#define DEFINE_SEQLOCK(sl) seqlock_t sl = __SEQLOCK_UNLOCKED(sl)
#define seqcount_init(s) ((s)->sequence = 0)
#define seqcount_spinlock_init(s, lock) seqcount_init(&(s)->seqcount)
#define seqcount_mutex_init(s, lock) seqcount_init(&(s)->seqcount)
#define seqlock_init(sl)                     \
  do {                                       \
    seqcount_init(&(sl)->seqcount.seqcount); \
    spin_lock_init(&(sl)->lock);             \
  } while (0)

// Every kind of counter begins with the same word.
#define __mm32_seq(s) ((seqcount_t*)(s))
static inline unsigned __read_seqcount_begin_mm32(const seqcount_t* s) {
  unsigned seq;
  while ((seq = READ_ONCE(s->sequence)) & 1) cpu_relax();
  smp_rmb();
  return seq;
}
#define read_seqcount_begin(s) __read_seqcount_begin_mm32(__mm32_seq(s))
#define raw_read_seqcount_begin(s) read_seqcount_begin(s)
#define __read_seqcount_begin(s) read_seqcount_begin(s)
#define raw_read_seqcount(s) READ_ONCE(__mm32_seq(s)->sequence)
#define raw_seqcount_begin(s) (raw_read_seqcount(s) & ~1u)
#define __read_seqcount_retry(s, start) (READ_ONCE(__mm32_seq(s)->sequence) != (start))
#define read_seqcount_retry(s, start) \
  ({                                  \
    smp_rmb();                        \
    __read_seqcount_retry(s, start);  \
  })
#define raw_write_seqcount_begin(s) \
  do {                              \
    __mm32_seq(s)->sequence++;      \
    smp_wmb();                      \
  } while (0)
#define raw_write_seqcount_end(s) \
  do {                            \
    smp_wmb();                    \
    __mm32_seq(s)->sequence++;    \
  } while (0)
#define write_seqcount_begin(s) raw_write_seqcount_begin(s)
#define write_seqcount_end(s) raw_write_seqcount_end(s)
#define write_seqcount_invalidate(s) \
  do {                               \
    smp_wmb();                       \
    __mm32_seq(s)->sequence += 2;    \
  } while (0)

static inline unsigned read_seqbegin(const seqlock_t* sl) {
  return read_seqcount_begin(&sl->seqcount);
}
static inline unsigned read_seqretry(const seqlock_t* sl, unsigned start) {
  return read_seqcount_retry(&sl->seqcount, start);
}
static inline void write_seqlock(seqlock_t* sl) {
  spin_lock(&sl->lock);
  write_seqcount_begin(&sl->seqcount);
}
static inline void write_sequnlock(seqlock_t* sl) {
  write_seqcount_end(&sl->seqcount);
  spin_unlock(&sl->lock);
}
static inline void write_seqlock_bh(seqlock_t* sl) {
  spin_lock_bh(&sl->lock);
  write_seqcount_begin(&sl->seqcount);
}
static inline void write_sequnlock_bh(seqlock_t* sl) {
  write_seqcount_end(&sl->seqcount);
  spin_unlock_bh(&sl->lock);
}
static inline void write_seqlock_irq(seqlock_t* sl) {
  spin_lock_irq(&sl->lock);
  write_seqcount_begin(&sl->seqcount);
}
static inline void write_sequnlock_irq(seqlock_t* sl) {
  write_seqcount_end(&sl->seqcount);
  spin_unlock_irq(&sl->lock);
}
#define write_seqlock_irqsave(sl, flags)   \
  do {                                     \
    spin_lock_irqsave(&(sl)->lock, flags); \
    write_seqcount_begin(&(sl)->seqcount); \
  } while (0)
static inline void write_sequnlock_irqrestore(seqlock_t* sl, unsigned long flags) {
  write_seqcount_end(&sl->seqcount);
  spin_unlock_irqrestore(&sl->lock, flags);
}
static inline void read_seqlock_excl(seqlock_t* sl) { spin_lock(&sl->lock); }
static inline void read_sequnlock_excl(seqlock_t* sl) { spin_unlock(&sl->lock); }

#define KCSAN_SEQLOCK_REGION_MAX 1000
#define __SEQ_RT IS_ENABLED(CONFIG_PREEMPT_RT)
typedef struct {
  seqcount_t seqcount;
} seqcount_latch_t;

#define SEQCNT_RAW_SPINLOCK_ZERO(name, lock) SEQCNT_SPINLOCK_ZERO(name, lock)
#define SEQCNT_RWLOCK_ZERO(name, lock) SEQCNT_SPINLOCK_ZERO(name, lock)
#define SEQCNT_WW_MUTEX_ZERO(name, lock) SEQCNT_SPINLOCK_ZERO(name, lock)
#define SEQCNT_LATCH_ZERO(name) \
  { .seqcount = SEQCNT_ZERO(name) }
#define seqcount_raw_spinlock_init(s, lock) seqcount_init(&(s)->seqcount)
#define seqcount_rwlock_init(s, lock) seqcount_init(&(s)->seqcount)
#define seqcount_latch_init(s) seqcount_init(&(s)->seqcount)
#define write_seqcount_begin_nested(s, subclass) write_seqcount_begin(s)
#define raw_write_seqcount_barrier(s) \
  do {                                \
    __mm32_seq(s)->sequence++;        \
    smp_wmb();                        \
    __mm32_seq(s)->sequence++;        \
  } while (0)

// Latched data: two copies, the writer changes the one that readers are not sent to.
static __always_inline unsigned raw_read_seqcount_latch(const seqcount_latch_t* s) {
  return READ_ONCE(s->seqcount.sequence);
}
static __always_inline int raw_read_seqcount_latch_retry(const seqcount_latch_t* s,
                                                         unsigned start) {
  smp_rmb();
  return unlikely(READ_ONCE(s->seqcount.sequence) != start);
}
static __always_inline unsigned read_seqcount_latch(const seqcount_latch_t* s) {
  return raw_read_seqcount_latch(s);
}
static __always_inline int read_seqcount_latch_retry(const seqcount_latch_t* s, unsigned start) {
  return raw_read_seqcount_latch_retry(s, start);
}
static __always_inline void raw_write_seqcount_latch(seqcount_latch_t* s) {
  smp_wmb();
  s->seqcount.sequence++;
  smp_wmb();
}
static __always_inline void write_seqcount_latch_begin(seqcount_latch_t* s) {
  raw_write_seqcount_latch(s);
}
static __always_inline void write_seqcount_latch(seqcount_latch_t* s) {
  raw_write_seqcount_latch(s);
}
static __always_inline void write_seqcount_latch_end(seqcount_latch_t* s) { (void)s; }

// Readers that exclude writers, and readers that begin without the lock (an even *seq) and take it
// on their second round (an odd one).
static inline void read_seqlock_excl_bh(seqlock_t* sl) { spin_lock_bh(&sl->lock); }
static inline void read_sequnlock_excl_bh(seqlock_t* sl) { spin_unlock_bh(&sl->lock); }
static inline void read_seqlock_excl_irq(seqlock_t* sl) { spin_lock_irq(&sl->lock); }
static inline void read_sequnlock_excl_irq(seqlock_t* sl) { spin_unlock_irq(&sl->lock); }
#define read_seqlock_excl_irqsave(sl, flags) spin_lock_irqsave(&(sl)->lock, flags)
static inline void read_sequnlock_excl_irqrestore(seqlock_t* sl, unsigned long flags) {
  spin_unlock_irqrestore(&sl->lock, flags);
}
static inline void read_seqbegin_or_lock(seqlock_t* lock, int* seq) {
  if (*seq & 1)
    read_seqlock_excl(lock);
  else
    *seq = read_seqbegin(lock);
}
static inline int need_seqretry(seqlock_t* lock, int seq) {
  return (seq & 1) == 0 && read_seqretry(lock, seq);
}
static inline void done_seqretry(seqlock_t* lock, int seq) {
  if (seq & 1) read_sequnlock_excl(lock);
}
static inline unsigned long read_seqbegin_or_lock_irqsave(seqlock_t* lock, int* seq) {
  unsigned long flags = 0;
  if (*seq & 1)
    read_seqlock_excl_irqsave(lock, flags);
  else
    *seq = read_seqbegin(lock);
  return flags;
}
static inline void done_seqretry_irqrestore(seqlock_t* lock, int seq, unsigned long flags) {
  if (seq & 1) read_sequnlock_excl_irqrestore(lock, flags);
}

#endif
