// Completions: one side waits until the other has said that something is done.
#ifndef _LINUX_COMPLETION_H
#define _LINUX_COMPLETION_H

#include <linux/swait.h>

struct completion;

struct completion {
  unsigned int done;
  struct swait_queue_head wait;
};
_Static_assert(sizeof(struct completion) == 16, "struct completion of 6.1 i386");

void wait_for_completion(struct completion*);
void wait_for_completion_io(struct completion*);
int wait_for_completion_interruptible(struct completion*);
int wait_for_completion_killable(struct completion*);
int wait_for_completion_state(struct completion*, unsigned int);
unsigned long wait_for_completion_timeout(struct completion*, unsigned long);
unsigned long wait_for_completion_io_timeout(struct completion*, unsigned long);
long wait_for_completion_interruptible_timeout(struct completion*, unsigned long);
long wait_for_completion_killable_timeout(struct completion*, unsigned long);
bool try_wait_for_completion(struct completion*);
bool completion_done(struct completion*);
void complete(struct completion*);
void complete_all(struct completion*);

#define COMPLETION_INITIALIZER(work) \
  { .done = 0, .wait = __SWAIT_QUEUE_HEAD_INITIALIZER((work).wait) }
#define COMPLETION_INITIALIZER_ONSTACK(work) \
  (*({                                       \
    init_completion(&work);                  \
    &work;                                   \
  }))
#define DECLARE_COMPLETION(work) struct completion work = COMPLETION_INITIALIZER(work)
#define DECLARE_COMPLETION_ONSTACK(work) DECLARE_COMPLETION(work)
static inline void init_completion(struct completion* x) {
  x->done = 0;
  init_swait_queue_head(&x->wait);
}
static inline void reinit_completion(struct completion* x) { x->done = 0; }
#define INIT_COMPLETION(x) ((x).done = 0)

#define init_completion_map(x, m) init_completion(x)
#define COMPLETION_INITIALIZER_ONSTACK_MAP(work, map) COMPLETION_INITIALIZER_ONSTACK(work)
#define DECLARE_COMPLETION_ONSTACK_MAP(work, map) DECLARE_COMPLETION_ONSTACK(work)
static inline void complete_acquire(struct completion* x) { (void)x; }
static inline void complete_release(struct completion* x) { (void)x; }

#endif
