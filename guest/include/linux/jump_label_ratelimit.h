// Static keys that are switched off after a while.
#ifndef _LINUX_JUMP_LABEL_RATELIMIT_H
#define _LINUX_JUMP_LABEL_RATELIMIT_H

#include <linux/jump_label.h>
#include <linux/workqueue.h>

struct static_key_deferred {
  struct static_key key;
  unsigned long timeout;
  struct delayed_work work;
};
struct static_key_true_deferred {
  struct static_key_true key;
  unsigned long timeout;
  struct delayed_work work;
};
struct static_key_false_deferred {
  struct static_key_false key;
  unsigned long timeout;
  struct delayed_work work;
};
#define static_key_slow_dec_deferred(x) \
  __static_key_slow_dec_deferred(&(x)->key, &(x)->work, (x)->timeout)
#define static_branch_slow_dec_deferred(x) \
  __static_key_slow_dec_deferred(&(x)->key.key, &(x)->work, (x)->timeout)
#define static_key_deferred_flush(x) __static_key_deferred_flush((x), &(x)->work)
#define static_branch_deferred_inc(x) static_branch_inc(&(x)->key)
void __static_key_slow_dec_deferred(struct static_key* key, struct delayed_work* work,
                                    unsigned long timeout);
void __static_key_deferred_flush(void* key, struct delayed_work* work);
void jump_label_rate_limit(struct static_key_deferred* key, unsigned long rl);
void jump_label_update_timeout(struct work_struct* work);
#define DEFINE_STATIC_KEY_DEFERRED_TRUE(name, rl) \
  struct static_key_true_deferred name = {        \
      .key = {STATIC_KEY_INIT_TRUE},              \
      .timeout = (rl),                            \
      .work = __DELAYED_WORK_INITIALIZER((name).work, jump_label_update_timeout, 0)}
#define DEFINE_STATIC_KEY_DEFERRED_FALSE(name, rl) \
  struct static_key_false_deferred name = {        \
      .key = {STATIC_KEY_INIT_FALSE},              \
      .timeout = (rl),                             \
      .work = __DELAYED_WORK_INITIALIZER((name).work, jump_label_update_timeout, 0)}

#endif
