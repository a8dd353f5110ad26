// A pointer to an option's value, in user or kernel memory.
#ifndef _LINUX_SOCKPTR_H
#define _LINUX_SOCKPTR_H

#include <linux/slab.h>
#include <linux/types.h>
#include <linux/uaccess.h>

typedef struct {
  union {
    void* kernel;
    void* user;
  };
  bool is_kernel : 1;
} sockptr_t;

// Inline in Linux.

// Inline in Linux.

static inline bool sockptr_is_kernel(sockptr_t sockptr) { return sockptr.is_kernel; }
static inline sockptr_t KERNEL_SOCKPTR(void* p) {
  return (sockptr_t){.kernel = p, .is_kernel = true};
}
static inline sockptr_t USER_SOCKPTR(void __user* p) { return (sockptr_t){.user = p}; }
static inline bool sockptr_is_null(sockptr_t sockptr) { return !sockptr.kernel; }
static inline int copy_from_sockptr_offset(void* dst, sockptr_t src, size_t offset, size_t size) {
  if (!sockptr_is_kernel(src)) return copy_from_user(dst, src.user + offset, size);
  memcpy(dst, src.kernel + offset, size);
  return 0;
}
static inline int copy_from_sockptr(void* dst, sockptr_t src, size_t size) {
  return copy_from_sockptr_offset(dst, src, 0, size);
}
static inline int copy_safe_from_sockptr(void* dst, size_t ksize, sockptr_t optval,
                                         unsigned int optlen) {
  if (optlen < ksize) return -EINVAL;
  return copy_from_sockptr(dst, optval, ksize) ? -EFAULT : 0;
}
static inline int copy_to_sockptr_offset(sockptr_t dst, size_t offset, const void* src,
                                         size_t size) {
  if (!sockptr_is_kernel(dst)) return copy_to_user(dst.user + offset, src, size);
  memcpy(dst.kernel + offset, src, size);
  return 0;
}
static inline int copy_to_sockptr(sockptr_t dst, const void* src, size_t size) {
  return copy_to_sockptr_offset(dst, 0, src, size);
}
static inline void* memdup_sockptr(sockptr_t src, size_t len) {
  void* p = kmalloc_track_caller(len, GFP_USER | __GFP_NOWARN);
  if (!p) return ERR_PTR(-ENOMEM);
  if (!copy_from_sockptr(p, src, len)) return p;
  kfree(p);
  return ERR_PTR(-EFAULT);
}
static inline void* memdup_sockptr_nul(sockptr_t src, size_t len) {
  char* p = kmalloc_track_caller(len + 1, GFP_KERNEL);
  if (!p) return ERR_PTR(-ENOMEM);
  if (copy_from_sockptr(p, src, len)) {
    kfree(p);
    return ERR_PTR(-EFAULT);
  }
  p[len] = 0;
  return p;
}
static inline long strncpy_from_sockptr(char* dst, sockptr_t src, size_t count) {
  size_t len;
  if (!sockptr_is_kernel(src)) return strncpy_from_user(dst, src.user, count);
  len = min(strnlen(src.kernel, count - 1) + 1, count);
  memcpy(dst, src.kernel, len);
  return len;
}
static inline int check_zeroed_sockptr(sockptr_t src, size_t offset, size_t size) {
  if (!sockptr_is_kernel(src)) return check_zeroed_user(src.user + offset, size);
  return memchr_inv(src.kernel + offset, 0, size) == NULL;
}

#endif
