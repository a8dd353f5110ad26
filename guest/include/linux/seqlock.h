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
typedef struct {
  seqcount_t seqcount;
} seqcount_spinlock_t;
typedef seqcount_spinlock_t seqcount_raw_spinlock_t, seqcount_rwlock_t, seqcount_mutex_t;
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

struct seqcount_mutex;
struct seqcount_raw_spinlock;
struct seqcount_rwlock;
struct seqcount_spinlock;

#define KCSAN_SEQLOCK_REGION_MAX 1000
#define __SEQ_RT IS_ENABLED(CONFIG_PREEMPT_RT)
struct seqcount_raw_spinlock {
  seqcount_t seqcount;
};
struct seqcount_spinlock {
  seqcount_t seqcount;
};
struct seqcount_rwlock {
  seqcount_t seqcount;
};
struct seqcount_mutex {
  seqcount_t seqcount;
};
typedef struct {
  seqcount_t seqcount;
} seqcount_latch_t;

#endif
