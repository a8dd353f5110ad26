// Access to user memory. access_ok takes (address, size), or with the type first as before 5.0.
#ifndef _ASM_UACCESS_H
#define _ASM_UACCESS_H

#include <asm/page.h>
#include <linux/compiler.h>
#include <linux/copy_size_mm32.h>
#include <linux/errno.h>
#include <linux/types.h>
#include <linux/version.h>

#define VERIFY_READ 0
#define VERIFY_WRITE 1
#define TASK_SIZE PAGE_OFFSET
#define TASK_SIZE_MAX TASK_SIZE
#define __MM32_PICK3(a, b, c, name, ...) name
#if LINUX_VERSION_CODE < KERNEL_VERSION(5, 18, 0)
#define __MM32_ANY_ADDRESS uaccess_kernel()
#else
#define __MM32_ANY_ADDRESS 0
#endif
#define __access_ok(addr, size)                                     \
  (__MM32_ANY_ADDRESS || ((unsigned long)(size) <= TASK_SIZE_MAX && \
                          (unsigned long)(addr) <= TASK_SIZE_MAX - (unsigned long)(size)))
#define __MM32_ACCESS2(addr, size) likely(__access_ok(addr, size))
#define __MM32_ACCESS3(type, addr, size) likely(__access_ok(addr, size))
#define access_ok(...) __MM32_PICK3(__VA_ARGS__, __MM32_ACCESS3, __MM32_ACCESS2, 0)(__VA_ARGS__)

int check_zeroed_user(const void __user* from, size_t size);
unsigned long _copy_from_user(void* to, const void __user* from, unsigned long n);
unsigned long _copy_to_user(void __user* to, const void* from, unsigned long n);
#if LINUX_VERSION_CODE < KERNEL_VERSION(5, 18, 0)
#include <asm/set_fs_mm32.h>
#endif
unsigned long clear_user(void __user* to, unsigned long n);
unsigned long __clear_user(void __user* to, unsigned long n);
long strncpy_from_user(char* dst, const char __user* src, long count);
long strnlen_user(const char __user* str, long n);
long copy_from_kernel_nofault(void* dst, const void* src, size_t size);
long copy_to_kernel_nofault(void* dst, const void* src, size_t size);
#define probe_kernel_read(dst, src, size) copy_from_kernel_nofault(dst, src, size)
#define probe_kernel_write(dst, src, size) copy_to_kernel_nofault(dst, src, size)
#define get_kernel_nofault(val, ptr) copy_from_kernel_nofault(&(val), ptr, sizeof(val))
#define probe_kernel_address(addr, val) get_kernel_nofault(val, addr)

static __always_inline unsigned long __must_check copy_from_user(void* to, const void __user* from,
                                                                 unsigned long n) {
  return likely(check_copy_size(to, n, false)) ? _copy_from_user(to, from, n) : n;
}
static __always_inline unsigned long __must_check copy_to_user(void __user* to, const void* from,
                                                               unsigned long n) {
  return likely(check_copy_size(from, n, true)) ? _copy_to_user(to, from, n) : n;
}
#define __copy_from_user(to, from, n) _copy_from_user(to, from, n)
#define __copy_to_user(to, from, n) _copy_to_user(to, from, n)
#define __copy_from_user_inatomic(to, from, n) _copy_from_user(to, from, n)
#define __copy_to_user_inatomic(to, from, n) _copy_to_user(to, from, n)
// One word of 1, 2, 4 or 8 bytes; what cannot be read is 0.
int __mm32_get_user(void* to, const void __user* from, unsigned long n);
int __mm32_put_user(void __user* to, const void* from, unsigned long n);
// An unsigned word that holds what `ptr` points at, which may be const.
#define __inttype(x) \
  __typeof__(__builtin_choose_expr(sizeof(x) > sizeof(unsigned long), 0ULL, 0UL))
#define get_user(x, ptr)                                              \
  ({                                                                  \
    __inttype(*(ptr)) __gu_val = 0;                                   \
    int __gu_err = __mm32_get_user(&__gu_val, (ptr), sizeof(*(ptr))); \
    (x) = (typeof(*(ptr)))__gu_val;                                   \
    __gu_err;                                                         \
  })
#define put_user(x, ptr)                               \
  ({                                                   \
    typeof(*(ptr)) __pu_val = (x);                     \
    __mm32_put_user((ptr), &__pu_val, sizeof(*(ptr))); \
  })
#define __get_user(x, ptr) get_user(x, ptr)
#define __put_user(x, ptr) put_user(x, ptr)

// A stretch of accesses to user memory, left through a label on a fault.
#define user_access_begin(ptr, len) access_ok(ptr, len)
#define user_access_end() \
  do {                    \
  } while (0)
#define user_access_save() 0ul
#define user_access_restore(flags) ((void)(flags))
#define user_read_access_begin user_access_begin
#define user_read_access_end user_access_end
#define user_write_access_begin user_access_begin
#define user_write_access_end user_access_end
#define unsafe_get_user(x, ptr, label)  \
  do {                                  \
    if (__get_user(x, ptr)) goto label; \
  } while (0)
#define unsafe_put_user(x, ptr, label)  \
  do {                                  \
    if (__put_user(x, ptr)) goto label; \
  } while (0)
#define unsafe_copy_to_user(dst, src, len, label)        \
  do {                                                   \
    if (__copy_to_user((dst), (src), (len))) goto label; \
  } while (0)
#define unsafe_copy_from_user(dst, src, len, label)        \
  do {                                                     \
    if (__copy_from_user((dst), (src), (len))) goto label; \
  } while (0)

#if LINUX_VERSION_CODE < KERNEL_VERSION(2, 6, 20)
#define verify_area(type, addr, size) (access_ok(type, addr, size) ? 0 : -EFAULT)
#endif

#endif
