// Switching page fault handling off and on, and access to user memory.
#ifndef _LINUX_UACCESS_H
#define _LINUX_UACCESS_H

#include <asm/uaccess.h>
#include <linux/instrumented.h>
#include <linux/minmax.h>
#include <linux/sched.h>
#include <linux/string.h>
#include <linux/thread_info.h>
#include <linux/types.h>

static inline void pagefault_disable(void) {
  current->pagefault_disabled++;
  barrier();
}
static inline void pagefault_enable(void) {
  barrier();
  current->pagefault_disabled--;
}
#define pagefault_disabled() (current->pagefault_disabled != 0)
#define faulthandler_disabled() (pagefault_disabled() || in_atomic())

#define user_write_access_begin user_access_begin
#define user_write_access_end user_access_end
#define user_read_access_begin user_access_begin
#define user_read_access_end user_access_end
bool copy_from_kernel_nofault_allowed(const void* unsafe_src, size_t size);
long copy_from_user_nofault(void* dst, const void* src, size_t size);
long copy_to_user_nofault(void* dst, const void* src, size_t size);
long strncpy_from_kernel_nofault(char* dst, const void* unsafe_addr, long count);
long strncpy_from_user_nofault(char* dst, const void* unsafe_addr, long count);
long strnlen_user_nofault(const void* unsafe_addr, long count);
void usercopy_abort(const char* name, const char* detail, bool to_user, unsigned long offset,
                    unsigned long len);

// A structure of `usize` bytes for one of `ksize`: what only the longer one has must be zero.
static inline int copy_struct_from_user(void* dst, size_t ksize, const void __user* src,
                                        size_t usize) {
  const size_t both = min(ksize, usize);
  if (usize < ksize) memset((char*)dst + both, 0, ksize - both);
  if (usize > ksize) {
    const int zeros = check_zeroed_user((const char __user*)src + both, usize - both);
    if (zeros <= 0) return zeros ?: -E2BIG;
  }
  return _copy_from_user(dst, src, both) ? -EFAULT : 0;
}

#endif
