// Static keys. Branches test the key's count: nothing is patched.
#ifndef _LINUX_STATIC_KEY_H
#define _LINUX_STATIC_KEY_H

#include <linux/atomic.h>
#include <linux/types.h>

struct static_key {
  atomic_t enabled;
  unsigned long type_mm32;
};
struct static_key_true {
  struct static_key key;
};
struct static_key_false {
  struct static_key key;
};
#define STATIC_KEY_INIT_TRUE \
  { .enabled = {1}, .type_mm32 = 1 }
#define STATIC_KEY_INIT_FALSE \
  {                           \
    .enabled = { 0 }          \
  }
#define STATIC_KEY_INIT STATIC_KEY_INIT_FALSE
#define STATIC_KEY_TRUE_INIT ((struct static_key_true){.key = STATIC_KEY_INIT_TRUE})
#define STATIC_KEY_FALSE_INIT ((struct static_key_false){.key = STATIC_KEY_INIT_FALSE})
#define DEFINE_STATIC_KEY_TRUE(name) struct static_key_true name = STATIC_KEY_TRUE_INIT
#define DEFINE_STATIC_KEY_FALSE(name) struct static_key_false name = STATIC_KEY_FALSE_INIT
#define DECLARE_STATIC_KEY_TRUE(name) extern struct static_key_true name
#define DECLARE_STATIC_KEY_FALSE(name) extern struct static_key_false name
int static_key_count(struct static_key* key);
void static_key_enable(struct static_key* key);
void static_key_enable_cpuslocked(struct static_key* key);
void static_key_disable_cpuslocked(struct static_key* key);
void static_key_disable(struct static_key* key);
void static_key_slow_inc(struct static_key* key);
void static_key_slow_dec(struct static_key* key);
static inline bool static_key_enabled_mm32(struct static_key* key) {
  return atomic_read(&key->enabled) > 0;
}
#define __MM32_KEY(x) ((struct static_key*)(x))
#define static_key_enabled(x) static_key_enabled_mm32(__MM32_KEY(x))
#define static_branch_likely(x) likely(static_key_enabled_mm32(&(x)->key))
#define static_branch_unlikely(x) unlikely(static_key_enabled_mm32(&(x)->key))
#define static_branch_maybe(config, x) static_key_enabled_mm32(&(x)->key)
#define static_branch_enable(x) static_key_enable(&(x)->key)
#define static_branch_disable(x) static_key_disable(&(x)->key)
#define static_branch_inc(x) static_key_slow_inc(&(x)->key)
#define static_branch_dec(x) static_key_slow_dec(&(x)->key)
#define static_key_false(key) unlikely(static_key_enabled_mm32(key))
#define static_key_true(key) likely(static_key_enabled_mm32(key))

#endif
