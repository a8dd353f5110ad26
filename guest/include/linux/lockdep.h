// Lock checking is not configured.
#ifndef _LINUX_LOCKDEP_H
#define _LINUX_LOCKDEP_H

#include <linux/mutex.h>
#define lockdep_assert_held(l) \
  do {                         \
    (void)(l);                 \
  } while (0)
#define lockdep_assert_held_write(l) lockdep_assert_held(l)
#define lockdep_assert_held_read(l) lockdep_assert_held(l)
#define lockdep_is_held(l) 1
#define lockdep_set_class(lock, key) \
  do {                               \
  } while (0)
#define lockdep_register_key(key)
#define lockdep_unregister_key(key)
#define might_lock(lock) \
  do {                   \
  } while (0)
#define STATIC_LOCKDEP_MAP_INIT(name, key) \
  {}
struct lockdep_map {};

#define SINGLE_DEPTH_NESTING 1
#define lockdep_init_map_type(lock, name, key, sub, inner, outer, type) \
  do {                                                                  \
    (void)(name);                                                       \
    (void)(key);                                                        \
  } while (0)
#define lockdep_init_map_waits(lock, name, key, sub, inner, outer) \
  lockdep_init_map_type(lock, name, key, sub, inner, outer, 0)
#define lockdep_init_map_wait(lock, name, key, sub, inner) \
  lockdep_init_map_type(lock, name, key, sub, inner, 0, 0)
#define lockdep_init_map(lock, name, key, sub) lockdep_init_map_type(lock, name, key, sub, 0, 0, 0)
#define lockdep_set_class_and_name(lock, key, name) \
  do {                                              \
    (void)(key);                                    \
    (void)(name);                                   \
  } while (0)
#define lockdep_set_class_and_subclass(lock, key, sub) \
  do {                                                 \
    (void)(key);                                       \
  } while (0)
#define lockdep_set_subclass(lock, sub) \
  do {                                  \
  } while (0)
#define lockdep_set_novalidate_class(lock) \
  do {                                     \
  } while (0)
#define lockdep_init() \
  do {                 \
  } while (0)
#define lockdep_sys_exit() \
  do {                     \
  } while (0)
#define lockdep_reset() \
  do {                  \
  } while (0)
#define lockdep_free_key_range(start, size) \
  do {                                      \
  } while (0)
#define lock_acquire(l, s, t, r, c, n, i) \
  do {                                    \
  } while (0)
#define lock_release(l, i) \
  do {                     \
  } while (0)
#define lock_downgrade(l, i) \
  do {                       \
  } while (0)
#define lock_set_class(l, n, key, s, i) \
  do {                                  \
    (void)(key);                        \
  } while (0)
#define lock_set_subclass(l, s, i) \
  do {                             \
  } while (0)
#define lock_acquire_exclusive(l, s, t, n, i) lock_acquire(l, s, t, 0, 1, n, i)
#define lock_acquire_shared(l, s, t, n, i) lock_acquire(l, s, t, 1, 1, n, i)
#define lock_acquire_shared_recursive(l, s, t, n, i) lock_acquire(l, s, t, 2, 1, n, i)
#define lock_map_acquire(l) lock_acquire(l, 0, 0, 0, 1, NULL, 0)
#define lock_map_acquire_read(l) lock_acquire(l, 0, 0, 2, 1, NULL, 0)
#define lock_map_acquire_tryread(l) lock_acquire(l, 0, 1, 2, 1, NULL, 0)
#define lock_map_release(l) lock_release(l, 0)
#define spin_acquire(l, s, t, i) lock_acquire(l, s, t, 0, 1, NULL, i)
#define spin_release(l, i) lock_release(l, i)
#define rwlock_acquire(l, s, t, i) lock_acquire(l, s, t, 0, 1, NULL, i)
#define rwlock_acquire_read(l, s, t, i) lock_acquire(l, s, t, 2, 1, NULL, i)
#define rwlock_release(l, i) lock_release(l, i)
#define mutex_acquire(l, s, t, i) lock_acquire(l, s, t, 0, 1, NULL, i)
#define mutex_acquire_nest(l, s, t, n, i) lock_acquire(l, s, t, 0, 1, n, i)
#define mutex_release(l, i) lock_release(l, i)
#define rwsem_acquire(l, s, t, i) lock_acquire(l, s, t, 0, 1, NULL, i)
#define rwsem_acquire_nest(l, s, t, n, i) lock_acquire(l, s, t, 0, 1, n, i)
#define rwsem_acquire_read(l, s, t, i) lock_acquire(l, s, t, 1, 1, NULL, i)
#define rwsem_release(l, i) lock_release(l, i)
#define lock_contended(lockdep_map, ip) \
  do {                                  \
  } while (0)
#define lock_acquired(lockdep_map, ip) \
  do {                                 \
  } while (0)
#define LOCK_CONTENDED(lock, try, take) take(lock)
#define LOCK_CONTENDED_RETURN(lock, try, take) take(lock)
static inline void lockdep_off(void) {}
static inline void lockdep_on(void) {}
int lock_is_held(const void* lock);
int lockdep_is_held_type(const void* lock, int read);
#define lockdep_depth(tsk) 0
#define lockdep_recursing(tsk) 0
#define lockdep_assert(c) \
  do {                    \
  } while (0)
#define lockdep_assert_once(c) lockdep_assert(c)
#define lockdep_assert_not_held(l) lockdep_assert_held(l)
#define lockdep_assert_held_once(l) lockdep_assert_held(l)
#define lockdep_assert_none_held_once() lockdep_assert(0)
#define lockdep_assert_irqs_enabled() lockdep_assert(0)
#define lockdep_assert_irqs_disabled() lockdep_assert(0)
#define lockdep_assert_in_irq() lockdep_assert(0)
#define lockdep_assert_in_softirq() lockdep_assert(0)
#define lockdep_assert_preemption_enabled() lockdep_assert(0)
#define lockdep_assert_preemption_disabled() lockdep_assert(0)
#define lockdep_assert_RT_in_threaded_ctx() lockdep_assert(0)
struct pin_cookie {};
#define NIL_COOKIE ((struct pin_cookie){})
#define lockdep_pin_lock(l) ((struct pin_cookie){})
#define lockdep_repin_lock(l, c) \
  do {                           \
    (void)(l);                   \
    (void)(c);                   \
  } while (0)
#define lockdep_unpin_lock(l, c) lockdep_repin_lock(l, c)
#define might_lock_read(lock) might_lock(lock)
#define might_lock_nested(lock, subclass) might_lock(lock)

#endif
