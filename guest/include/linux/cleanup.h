// Things that end with the scope they are declared in: __free(), CLASS(), guard(), scoped_guard().
// New in 6.5, and in Debian's 6.1 as well. The guards themselves are defined at the end of the
// headers of what they lock. The names that the macros make (class_NAME_t, class_NAME_constructor,
// class_NAME_destructor, __free_NAME) and _T, the thing in question, are part of the interface.
#ifndef _LINUX_CLEANUP_H
#define _LINUX_CLEANUP_H

#include <linux/compiler.h>

// type *p __free(name) = …; runs `action` with the last value of p.
#define DEFINE_FREE(name, type, action)                      \
  static inline __maybe_unused void __free_##name(void* p) { \
    type _T = *(type*)p;                                     \
    action;                                                  \
  }
#define __free(name) __cleanup(__free_##name)
// The pointer is somebody else's from here on.
#define no_free_ptr(p)        \
  ({                          \
    __auto_type __kept = (p); \
    (p) = NULL;               \
    __kept;                   \
  })
#define return_ptr(p) return no_free_ptr(p)

#define DEFINE_CLASS(name, type, leave, enter, parameters...)                \
  typedef type class_##name##_t;                                             \
  static inline __maybe_unused void class_##name##_destructor(type* p) {     \
    type _T = *p;                                                            \
    leave;                                                                   \
  }                                                                          \
  static inline __maybe_unused type class_##name##_constructor(parameters) { \
    type made = enter;                                                       \
    return made;                                                             \
  }
// Another way to make one.
#define EXTEND_CLASS(name, suffix, enter, parameters...)                                         \
  typedef class_##name##_t class_##name##suffix##_t;                                             \
  static inline __maybe_unused void class_##name##suffix##_destructor(class_##name##_t* p) {     \
    class_##name##_destructor(p);                                                                \
  }                                                                                              \
  static inline __maybe_unused class_##name##_t class_##name##suffix##_constructor(parameters) { \
    class_##name##_t made = enter;                                                               \
    return made;                                                                                 \
  }
#define CLASS(name, variable) \
  class_##name##_t variable __cleanup(class_##name##_destructor) = class_##name##_constructor

#define DEFINE_GUARD(name, type, enter, leave)                                       \
  DEFINE_CLASS(name, type, leave, ({                                                 \
                 enter;                                                              \
                 _T;                                                                 \
               }),                                                                   \
               type _T)                                                              \
  static inline __maybe_unused void* class_##name##_lock_ptr(class_##name##_t* _T) { \
    return (void*)*_T;                                                               \
  }
// A guard that may fail to take its lock and is NULL then.
#define DEFINE_GUARD_COND(name, suffix, condition)                                           \
  typedef class_##name##_t class_##name##suffix##_t;                                         \
  static inline __maybe_unused void class_##name##suffix##_destructor(class_##name##_t* p) { \
    if (*p) class_##name##_destructor(p);                                                    \
  }                                                                                          \
  static inline __maybe_unused class_##name##_t class_##name##suffix##_constructor(          \
      class_##name##_t _T) {                                                                 \
    return (condition) ? _T : NULL;                                                          \
  }                                                                                          \
  static inline __maybe_unused void* class_##name##suffix##_lock_ptr(class_##name##_t* _T) { \
    return (void*)*_T;                                                                       \
  }
#define __guard_ptr(name) class_##name##_lock_ptr
#define guard(name) CLASS(name, __UNIQUE_ID(guard))
#define scoped_guard(name, args...)                                                  \
  for (CLASS(name, scope)(args), *ended = NULL; !ended && __guard_ptr(name)(&scope); \
       ended = (void*)1)
#define scoped_cond_guard(name, fail, args...)                            \
  for (CLASS(name, scope)(args), *ended = NULL; !ended; ended = (void*)1) \
    if (!__guard_ptr(name)(&scope))                                       \
      fail;                                                               \
    else

// Guards that keep something beside the lock, such as flags: `members` of their structure.
#define __DEFINE_UNLOCK_GUARD(name, type, leave, members...)                          \
  typedef struct {                                                                    \
    type* lock;                                                                       \
    members;                                                                          \
  } class_##name##_t;                                                                 \
  static inline __maybe_unused void class_##name##_destructor(class_##name##_t* _T) { \
    if (_T->lock) {                                                                   \
      leave;                                                                          \
    }                                                                                 \
  }                                                                                   \
  static inline __maybe_unused void* class_##name##_lock_ptr(class_##name##_t* _T) {  \
    return (void*)_T->lock;                                                           \
  }
#define __DEFINE_LOCK_GUARD_1(name, type, enter)                                      \
  static inline __maybe_unused class_##name##_t class_##name##_constructor(type* l) { \
    class_##name##_t made = {.lock = l}, *_T = &made;                                 \
    enter;                                                                            \
    return made;                                                                      \
  }
#define __DEFINE_LOCK_GUARD_0(name, enter)                                         \
  static inline __maybe_unused class_##name##_t class_##name##_constructor(void) { \
    class_##name##_t made = {.lock = (void*)1}, *_T __maybe_unused = &made;        \
    enter;                                                                         \
    return made;                                                                   \
  }
#define DEFINE_LOCK_GUARD_1(name, type, enter, leave, members...) \
  __DEFINE_UNLOCK_GUARD(name, type, leave, members)               \
  __DEFINE_LOCK_GUARD_1(name, type, enter)
#define DEFINE_LOCK_GUARD_0(name, enter, leave, members...) \
  __DEFINE_UNLOCK_GUARD(name, void, leave, members)         \
  __DEFINE_LOCK_GUARD_0(name, enter)

#endif
