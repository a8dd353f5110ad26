// What a copy to or from user space may touch of a kernel object: for <linux/thread_info.h>, which
// declares it on Linux, and for <asm/uaccess.h>.
#ifndef _LINUX_COPY_SIZE_MM32_H
#define _LINUX_COPY_SIZE_MM32_H

#include <linux/bug.h>
#include <linux/compiler.h>
#include <linux/limits.h>
#include <linux/types.h>

// Stops a copy that leaves the kernel object at ptr.
void __check_object_size(const void* ptr, unsigned long n, bool to_user);
static __always_inline void check_object_size(const void* ptr, unsigned long n, bool to_user) {
  if (__builtin_constant_p(n)) return;
  __asm__("" : "+r"(ptr));  // the object need not be initialised
  __check_object_size(ptr, n, to_user);
}
void __bad_copy_from(void) __attribute__((error("copy source size is too small")));
void __bad_copy_to(void) __attribute__((error("copy destination size is too small")));
void __copy_overflow(int size, unsigned long count);
static inline void copy_overflow(int size, unsigned long count) { __copy_overflow(size, count); }

// False: the compiler knows the object, and the copy is longer than it; or it is of 2 GB and more.
static __always_inline __must_check bool check_copy_size(const void* addr, size_t bytes,
                                                         bool is_source) {
  int known = __builtin_object_size(addr, 0);
  if (unlikely(known >= 0 && known < bytes)) {
    if (!__builtin_constant_p(bytes))
      copy_overflow(known, bytes);
    else if (is_source)
      __bad_copy_from();
    else
      __bad_copy_to();
    return false;
  }
  if (WARN_ON_ONCE(bytes > INT_MAX)) return false;
  check_object_size(addr, bytes, is_source);
  return true;
}

#endif
