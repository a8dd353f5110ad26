// From a member to the structure around it.
#ifndef _LINUX_CONTAINER_OF_H
#define _LINUX_CONTAINER_OF_H

#include <linux/build_bug.h>
#include <linux/stddef.h>

#define typeof_member(T, m) typeof(((T*)0)->m)
#define container_of(ptr, type, member)                                                  \
  ({                                                                                     \
    void* __mptr = (void*)(ptr);                                                         \
    _Static_assert(__same_type(*(ptr), ((type*)0)->member) || __same_type(*(ptr), void), \
                   "pointer type mismatch in container_of()");                           \
    ((type*)(__mptr - offsetof(type, member)));                                          \
  })
#define container_of_const(ptr, type, member) container_of(ptr, type, member)
#define container_of_safe(ptr, type, member)                              \
  ({                                                                      \
    void* __safe_ptr = (void*)(ptr);                                      \
    (unsigned long)__safe_ptr >= (unsigned long)-4095 ? (type*)__safe_ptr \
    : !__safe_ptr                                     ? (type*)NULL       \
                  : ((type*)(__safe_ptr - offsetof(type, member)));       \
  })

#endif
