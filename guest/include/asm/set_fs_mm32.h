// set_fs, until 5.18: user accesses of a task that has set KERNEL_DS reach kernel memory.
//
// The limit is kept in struct task_struct; 0, what every task starts with, is USER_DS.
#ifndef _ASM_SET_FS_MM32_H
#define _ASM_SET_FS_MM32_H

#include <asm/page.h>
#include <linux/sched.h>

typedef struct __mm32_segment mm_segment_t;
#define MAKE_MM_SEG(s) ((mm_segment_t){(s)})
#define KERNEL_DS MAKE_MM_SEG(-1UL)
#define USER_DS MAKE_MM_SEG(PAGE_OFFSET)
#define get_ds() KERNEL_DS
#define get_fs() (current->addr_limit_mm32.seg ? current->addr_limit_mm32 : USER_DS)
#define set_fs(x) ((void)(current->addr_limit_mm32 = (x)))
#define segment_eq(a, b) ((a).seg == (b).seg)
#define uaccess_kernel() segment_eq(get_fs(), KERNEL_DS)
#define user_addr_max() (get_fs().seg)

unsigned long _copy_from_user(void* to, const void __user* from, unsigned long n);
unsigned long _copy_to_user(void __user* to, const void* from, unsigned long n);
unsigned long __mm32_copy_any(void* dst, const void* src, unsigned long n);
static inline unsigned long __mm32_copy_from_user(void* to, const void __user* from,
                                                  unsigned long n) {
  if (!uaccess_kernel()) return _copy_from_user(to, from, n);
  return __mm32_copy_any(to, from, n);
}
static inline unsigned long __mm32_copy_to_user(void __user* to, const void* from,
                                                unsigned long n) {
  if (!uaccess_kernel()) return _copy_to_user(to, from, n);
  return __mm32_copy_any(to, from, n);
}
#define _copy_from_user __mm32_copy_from_user
#define _copy_to_user __mm32_copy_to_user

#endif
