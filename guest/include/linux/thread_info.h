// The lowest words of a task.
#ifndef _LINUX_THREAD_INFO_H
#define _LINUX_THREAD_INFO_H

#include <asm/thread_info.h>
#include <linux/bitops.h>
#include <linux/bug.h>
#include <linux/copy_size_mm32.h>

#define test_ti_thread_flag(ti, flag) test_bit(flag, &(ti)->flags)
#define test_thread_flag(flag) test_ti_thread_flag(current_thread_info(), flag)

#define SYSCALL_WORK_SECCOMP BIT(SYSCALL_WORK_BIT_SECCOMP)
#define SYSCALL_WORK_SYSCALL_TRACEPOINT BIT(SYSCALL_WORK_BIT_SYSCALL_TRACEPOINT)
#define SYSCALL_WORK_SYSCALL_TRACE BIT(SYSCALL_WORK_BIT_SYSCALL_TRACE)
#define SYSCALL_WORK_SYSCALL_EMU BIT(SYSCALL_WORK_BIT_SYSCALL_EMU)
#define SYSCALL_WORK_SYSCALL_AUDIT BIT(SYSCALL_WORK_BIT_SYSCALL_AUDIT)
#define SYSCALL_WORK_SYSCALL_USER_DISPATCH BIT(SYSCALL_WORK_BIT_SYSCALL_USER_DISPATCH)
#define SYSCALL_WORK_SYSCALL_EXIT_TRAP BIT(SYSCALL_WORK_BIT_SYSCALL_EXIT_TRAP)
#define THREAD_ALIGN THREAD_SIZE
#define THREADINFO_GFP (GFP_KERNEL_ACCOUNT | __GFP_ZERO)
enum { BAD_STACK = -1, NOT_STACK, GOOD_FRAME, GOOD_STACK };
enum syscall_work_bit {
  SYSCALL_WORK_BIT_SECCOMP,
  SYSCALL_WORK_BIT_SYSCALL_TRACEPOINT,
  SYSCALL_WORK_BIT_SYSCALL_TRACE,
  SYSCALL_WORK_BIT_SYSCALL_EMU,
  SYSCALL_WORK_BIT_SYSCALL_AUDIT,
  SYSCALL_WORK_BIT_SYSCALL_USER_DISPATCH,
  SYSCALL_WORK_BIT_SYSCALL_EXIT_TRAP
};

static inline void set_ti_thread_flag(struct thread_info* ti, int flag) {
  set_bit(flag, &ti->flags);
}
static inline void clear_ti_thread_flag(struct thread_info* ti, int flag) {
  clear_bit(flag, &ti->flags);
}
static inline void update_ti_thread_flag(struct thread_info* ti, int flag, bool value) {
  if (value)
    set_ti_thread_flag(ti, flag);
  else
    clear_ti_thread_flag(ti, flag);
}
static inline int test_and_set_ti_thread_flag(struct thread_info* ti, int flag) {
  return test_and_set_bit(flag, &ti->flags);
}
static inline int test_and_clear_ti_thread_flag(struct thread_info* ti, int flag) {
  return test_and_clear_bit(flag, &ti->flags);
}
static __always_inline unsigned long read_ti_thread_flags(struct thread_info* ti) {
  return READ_ONCE(ti->flags);
}
#define update_thread_flag(flag, value) update_ti_thread_flag(current_thread_info(), flag, value)
#define read_task_thread_flags(t) read_ti_thread_flags(task_thread_info(t))
#define tif_need_resched() test_thread_flag(TIF_NEED_RESCHED)

#define set_thread_flag(flag) set_bit((flag), &current_thread_info()->flags)
#define clear_thread_flag(flag) clear_bit((flag), &current_thread_info()->flags)
#define test_and_set_thread_flag(flag) test_and_set_bit((flag), &current_thread_info()->flags)
#define test_and_clear_thread_flag(flag) test_and_clear_bit((flag), &current_thread_info()->flags)
#define read_thread_flags() READ_ONCE(current_thread_info()->flags)

#endif
