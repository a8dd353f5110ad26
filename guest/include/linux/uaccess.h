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

// A structure from user space that may be older (shorter) or newer (longer) than the kernel's; what
// is longer has to be zero.
static __always_inline int __must_check copy_struct_from_user(void* dst, size_t ksize,
                                                              const void __user* src,
                                                              size_t usize) {
  const size_t size = ksize < usize ? ksize : usize;
  if (usize < ksize) memset((char*)dst + size, 0, ksize - size);
  if (usize > ksize) {
    const int zeroed = check_zeroed_user((const char __user*)src + size, usize - ksize);
    if (zeroed <= 0) return zeroed ? zeroed : -E2BIG;
  }
  return _copy_from_user(dst, src, size) ? -EFAULT : 0;
}
static inline unsigned long __must_check copy_mc_to_kernel(void* dst, const void* src,
                                                           size_t count) {
  memcpy(dst, src, count);
  return 0;
}
static inline bool probe_subpage_writeable(char __user* uaddr, size_t size) { return true; }

#endif
