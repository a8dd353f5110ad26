// Waiting for a bit of a word, and for a variable. Linux: 6.1 include/linux/wait_bit.h.
#ifndef _LINUX_WAIT_BIT_H
#define _LINUX_WAIT_BIT_H

#include <linux/bitops.h>
#include <linux/wait.h>

struct wait_bit_key {
  void* flags;
  int bit_nr;
  unsigned long timeout;
};
struct wait_bit_queue_entry {
  struct wait_bit_key key;
  struct wait_queue_entry wq_entry;
};
#define __WAIT_BIT_KEY_INITIALIZER(word, bit) \
  { .flags = word, .bit_nr = bit }

typedef int wait_bit_action_f(struct wait_bit_key* key, int mode);
void __wake_up_bit(struct wait_queue_head* wq_head, void* word, int bit);
int __wait_on_bit(struct wait_queue_head* wq_head, struct wait_bit_queue_entry* wbq_entry,
                  wait_bit_action_f* action, unsigned int mode);
int __wait_on_bit_lock(struct wait_queue_head* wq_head, struct wait_bit_queue_entry* wbq_entry,
                       wait_bit_action_f* action, unsigned int mode);
void wake_up_bit(void* word, int bit);
int out_of_line_wait_on_bit(void* word, int bit, wait_bit_action_f* action, unsigned int mode);
int out_of_line_wait_on_bit_timeout(void* word, int bit, wait_bit_action_f* action,
                                    unsigned int mode, unsigned long timeout);
int out_of_line_wait_on_bit_lock(void* word, int bit, wait_bit_action_f* action, unsigned int mode);
struct wait_queue_head* bit_waitqueue(void* word, int bit);
int wake_bit_function(struct wait_queue_entry* wq_entry, unsigned mode, int sync, void* key);
int bit_wait(struct wait_bit_key* key, int mode);
int bit_wait_io(struct wait_bit_key* key, int mode);
int bit_wait_timeout(struct wait_bit_key* key, int mode);
int bit_wait_io_timeout(struct wait_bit_key* key, int mode);
void init_wait_var_entry(struct wait_bit_queue_entry* wbq_entry, void* var, int flags);
void wake_up_var(void* var);
wait_queue_head_t* __var_waitqueue(void* p);

#define DEFINE_WAIT_BIT(name, word, bit)                      \
  struct wait_bit_queue_entry name = {                        \
      .key = __WAIT_BIT_KEY_INITIALIZER(word, bit),           \
      .wq_entry =                                             \
          {                                                   \
              .private = current,                             \
              .func = wake_bit_function,                      \
              .entry = LIST_HEAD_INIT((name).wq_entry.entry), \
          },                                                  \
  }

// Sleep until the bit is clear: 0, or what the action says when a signal comes.
static inline int wait_on_bit_action(unsigned long* word, int bit, wait_bit_action_f* action,
                                     unsigned mode) {
  might_sleep();
  if (!test_bit_acquire(bit, word)) return 0;
  return out_of_line_wait_on_bit(word, bit, action, mode);
}
static inline int wait_on_bit(unsigned long* word, int bit, unsigned mode) {
  return wait_on_bit_action(word, bit, bit_wait, mode);
}
static inline int wait_on_bit_io(unsigned long* word, int bit, unsigned mode) {
  return wait_on_bit_action(word, bit, bit_wait_io, mode);
}
static inline int wait_on_bit_timeout(unsigned long* word, int bit, unsigned mode,
                                      unsigned long timeout) {
  might_sleep();
  if (!test_bit_acquire(bit, word)) return 0;
  return out_of_line_wait_on_bit_timeout(word, bit, bit_wait_timeout, mode, timeout);
}
// Sleep until this caller is the one that set the bit.
static inline int wait_on_bit_lock_action(unsigned long* word, int bit, wait_bit_action_f* action,
                                          unsigned mode) {
  might_sleep();
  if (!test_and_set_bit(bit, word)) return 0;
  return out_of_line_wait_on_bit_lock(word, bit, action, mode);
}
static inline int wait_on_bit_lock(unsigned long* word, int bit, unsigned mode) {
  return wait_on_bit_lock_action(word, bit, bit_wait, mode);
}
static inline int wait_on_bit_lock_io(unsigned long* word, int bit, unsigned mode) {
  return wait_on_bit_lock_action(word, bit, bit_wait_io, mode);
}
static inline void clear_and_wake_up_bit(int bit, void* word) {
  clear_bit_unlock(bit, word);
  smp_mb__after_atomic();
  wake_up_bit(word, bit);
}

#define ___wait_var_event(var, condition, state, exclusive, ret, cmd)                  \
  ({                                                                                   \
    __label__ __mm32_var_out;                                                          \
    struct wait_queue_head* __var_head = __var_waitqueue(var);                         \
    struct wait_bit_queue_entry __var_entry;                                           \
    long __ret = ret;                                                                  \
    init_wait_var_entry(&__var_entry, var, exclusive ? WQ_FLAG_EXCLUSIVE : 0);         \
    for (;;) {                                                                         \
      long __signal = prepare_to_wait_event(__var_head, &__var_entry.wq_entry, state); \
      if (condition) break;                                                            \
      if (___wait_is_interruptible(state) && __signal) {                               \
        __ret = __signal;                                                              \
        goto __mm32_var_out;                                                           \
      }                                                                                \
      cmd;                                                                             \
    }                                                                                  \
    finish_wait(__var_head, &__var_entry.wq_entry);                                    \
  __mm32_var_out:                                                                      \
    __ret;                                                                             \
  })
#define __mm32_wait_var(var, condition, state)                                                 \
  ({                                                                                           \
    int __wait_ret = 0;                                                                        \
    might_sleep();                                                                             \
    if (!(condition)) __wait_ret = ___wait_var_event(var, condition, state, 0, 0, schedule()); \
    __wait_ret;                                                                                \
  })
#define wait_var_event(var, condition) ((void)__mm32_wait_var(var, condition, TASK_UNINTERRUPTIBLE))
#define wait_var_event_killable(var, condition) __mm32_wait_var(var, condition, TASK_KILLABLE)
#define wait_var_event_interruptible(var, condition) \
  __mm32_wait_var(var, condition, TASK_INTERRUPTIBLE)
#define wait_var_event_timeout(var, condition, timeout)                                        \
  ({                                                                                           \
    long __ret = timeout;                                                                      \
    might_sleep();                                                                             \
    if (!___wait_cond_timeout(condition))                                                      \
      __ret = ___wait_var_event(var, ___wait_cond_timeout(condition), TASK_UNINTERRUPTIBLE, 0, \
                                timeout, __ret = schedule_timeout(__ret));                     \
    __ret;                                                                                     \
  })

#endif
