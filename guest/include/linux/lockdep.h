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

#endif
