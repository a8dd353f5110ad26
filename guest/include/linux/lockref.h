// A lock and a count in eight bytes. Linux: 6.1 lib/lockref.c.
#ifndef __LINUX_LOCKREF_H
#define __LINUX_LOCKREF_H

#include <linux/spinlock.h>

struct lockref {
  union {
    aligned_u64 lock_count;
    struct {
      spinlock_t lock;
      int count;
    };
  };
};
void lockref_get(struct lockref* lockref);
int lockref_put_return(struct lockref* lockref);
int lockref_get_not_zero(struct lockref* lockref);
int lockref_put_not_zero(struct lockref* lockref);
int lockref_put_or_lock(struct lockref* lockref);
void lockref_mark_dead(struct lockref* lockref);
int lockref_get_not_dead(struct lockref* lockref);
static inline bool __lockref_is_dead(const struct lockref* l) { return l->count < 0; }

#endif
