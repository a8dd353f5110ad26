// Copies of user memory in memory of their own. Linux: 6.1 mm/util.c.
#include <linux/err.h>
#include <linux/export.h>
#include <linux/instruction_pointer.h>
#include <linux/mm.h>
#include <linux/slab.h>
#include <linux/string.h>
#include <linux/uaccess.h>

static void* copy_of(const void __user* src, size_t len, size_t room, gfp_t gfp,
                     unsigned long caller) {
  void* p = __kmalloc_node_track_caller(room, gfp, NUMA_NO_NODE, caller);
  if (!p) return ERR_PTR(-ENOMEM);
  if (copy_from_user(p, src, len)) {
    kfree(p);
    return ERR_PTR(-EFAULT);
  }
  return p;
}

void* memdup_user(const void __user* src, size_t len) {
  return copy_of(src, len, len, GFP_USER | __GFP_NOWARN, _RET_IP_);
}
EXPORT_SYMBOL(memdup_user);

void* memdup_user_nul(const void __user* src, size_t len) {
  char* p = copy_of(src, len, len + 1, GFP_KERNEL, _RET_IP_);
  if (!IS_ERR(p)) p[len] = '\0';
  return p;
}
EXPORT_SYMBOL(memdup_user_nul);

void* vmemdup_user(const void __user* src, size_t len) {
  void* p = kvmalloc(len, GFP_USER);
  if (!p) return ERR_PTR(-ENOMEM);
  if (copy_from_user(p, src, len)) {
    kvfree(p);
    return ERR_PTR(-EFAULT);
  }
  return p;
}
EXPORT_SYMBOL(vmemdup_user);

// Bytes of the string with its end; 0 when it cannot be read, n + 1 when it is longer.
static long user_string_length(const char __user* s, long n) {
  long length;
  char c;
  for (length = 0; length < n; length++) {
    if (copy_from_user(&c, s + length, 1)) return 0;
    if (!c) return length + 1;
  }
  return n + 1;
}

char* strndup_user(const char __user* s, long n) {
  const long length = user_string_length(s, n);
  char* p;
  if (!length) return ERR_PTR(-EFAULT);
  if (length > n) return ERR_PTR(-EINVAL);
  p = memdup_user(s, length);
  if (!IS_ERR(p)) p[length - 1] = '\0';
  return p;
}
EXPORT_SYMBOL(strndup_user);
