#ifndef _LINUX_PTRACE_H
#define _LINUX_PTRACE_H

#include <linux/bug.h>
#include <linux/compiler.h>
#include <linux/err.h>
#include <linux/pid_namespace.h>
#include <linux/sched.h>
#include <linux/sched/signal.h>
#include <linux/seccomp.h>

struct cred;
struct k_sigaction;
struct list_head;
struct pt_regs;
struct ptrace_peeksiginfo_args;
struct ptrace_rseq_configuration;
struct ptrace_syscall_info;
struct seccomp_data;
struct seccomp_metadata;
struct syscall_info;
struct task_struct;

#define PTRACE_TRACEME 0
#define PTRACE_PEEKTEXT 1
#define PTRACE_PEEKDATA 2
#define PTRACE_PEEKUSR 3
#define PTRACE_POKETEXT 4
#define PTRACE_POKEDATA 5
#define PTRACE_POKEUSR 6
#define PTRACE_CONT 7
#define PTRACE_KILL 8
#define PTRACE_SINGLESTEP 9
#define PTRACE_ATTACH 16
#define PTRACE_DETACH 17
#define PTRACE_SYSCALL 24
#define PTRACE_SETOPTIONS 0x4200
#define PTRACE_GETEVENTMSG 0x4201
#define PTRACE_GETSIGINFO 0x4202
#define PTRACE_SETSIGINFO 0x4203
#define PTRACE_GETREGSET 0x4204
#define PTRACE_SETREGSET 0x4205
#define PTRACE_SEIZE 0x4206
#define PTRACE_INTERRUPT 0x4207
#define PTRACE_LISTEN 0x4208
#define PTRACE_PEEKSIGINFO 0x4209
#define PTRACE_GETSIGMASK 0x420a
#define PTRACE_SETSIGMASK 0x420b
#define PTRACE_SECCOMP_GET_FILTER 0x420c
#define PTRACE_SECCOMP_GET_METADATA 0x420d
#define PTRACE_GET_SYSCALL_INFO 0x420e
#define PTRACE_SYSCALL_INFO_NONE 0
#define PTRACE_SYSCALL_INFO_ENTRY 1
#define PTRACE_SYSCALL_INFO_EXIT 2
#define PTRACE_SYSCALL_INFO_SECCOMP 3
#define PTRACE_GET_RSEQ_CONFIGURATION 0x420f
#define PTRACE_EVENTMSG_SYSCALL_ENTRY 1
#define PTRACE_EVENTMSG_SYSCALL_EXIT 2
#define PTRACE_PEEKSIGINFO_SHARED (1 << 0)
#define PTRACE_EVENT_FORK 1
#define PTRACE_EVENT_VFORK 2
#define PTRACE_EVENT_CLONE 3
#define PTRACE_EVENT_EXEC 4
#define PTRACE_EVENT_VFORK_DONE 5
#define PTRACE_EVENT_EXIT 6
#define PTRACE_EVENT_SECCOMP 7
#define PTRACE_EVENT_STOP 128
#define PTRACE_O_TRACESYSGOOD 1
#define PTRACE_O_TRACEFORK (1 << PTRACE_EVENT_FORK)
#define PTRACE_O_TRACEVFORK (1 << PTRACE_EVENT_VFORK)
#define PTRACE_O_TRACECLONE (1 << PTRACE_EVENT_CLONE)
#define PTRACE_O_TRACEEXEC (1 << PTRACE_EVENT_EXEC)
#define PTRACE_O_TRACEVFORKDONE (1 << PTRACE_EVENT_VFORK_DONE)
#define PTRACE_O_TRACEEXIT (1 << PTRACE_EVENT_EXIT)
#define PTRACE_O_TRACESECCOMP (1 << PTRACE_EVENT_SECCOMP)
#define PTRACE_O_EXITKILL (1 << 20)
#define PTRACE_O_SUSPEND_SECCOMP (1 << 21)
#define PTRACE_O_MASK (0x000000ff | PTRACE_O_EXITKILL | PTRACE_O_SUSPEND_SECCOMP)
#define PT_SEIZED 0x00010000
#define PT_PTRACED 0x00000001
#define PT_OPT_FLAG_SHIFT 3
#define PT_TRACESYSGOOD PT_EVENT_FLAG(0)
#define PT_TRACE_FORK PT_EVENT_FLAG(PTRACE_EVENT_FORK)
#define PT_TRACE_VFORK PT_EVENT_FLAG(PTRACE_EVENT_VFORK)
#define PT_TRACE_CLONE PT_EVENT_FLAG(PTRACE_EVENT_CLONE)
#define PT_TRACE_EXEC PT_EVENT_FLAG(PTRACE_EVENT_EXEC)
#define PT_TRACE_VFORK_DONE PT_EVENT_FLAG(PTRACE_EVENT_VFORK_DONE)
#define PT_TRACE_EXIT PT_EVENT_FLAG(PTRACE_EVENT_EXIT)
#define PT_TRACE_SECCOMP PT_EVENT_FLAG(PTRACE_EVENT_SECCOMP)
#define PT_EXITKILL (PTRACE_O_EXITKILL << PT_OPT_FLAG_SHIFT)
#define PT_SUSPEND_SECCOMP (PTRACE_O_SUSPEND_SECCOMP << PT_OPT_FLAG_SHIFT)
#define PTRACE_MODE_READ 0x01
#define PTRACE_MODE_ATTACH 0x02
#define PTRACE_MODE_NOAUDIT 0x04
#define PTRACE_MODE_FSCREDS 0x08
#define PTRACE_MODE_REALCREDS 0x10
#define PTRACE_MODE_READ_FSCREDS (PTRACE_MODE_READ | PTRACE_MODE_FSCREDS)
#define PTRACE_MODE_READ_REALCREDS (PTRACE_MODE_READ | PTRACE_MODE_REALCREDS)
#define PTRACE_MODE_ATTACH_FSCREDS (PTRACE_MODE_ATTACH | PTRACE_MODE_FSCREDS)
#define PTRACE_MODE_ATTACH_REALCREDS (PTRACE_MODE_ATTACH | PTRACE_MODE_REALCREDS)
struct ptrace_peeksiginfo_args {
  __u64 off;
  __u32 flags;
  __s32 nr;
};
struct seccomp_metadata {
  __u64 filter_off;
  __u64 flags;
};
struct ptrace_syscall_info {
  __u8 op;
  __u8 pad[3];
  __u32 arch;
  __u64 instruction_pointer;
  __u64 stack_pointer;
  union {
    struct {
      __u64 nr;
      __u64 args[6];
    } entry;
    struct {
      __s64 rval;
      __u8 is_error;
    } exit;
    struct {
      __u64 nr;
      __u64 args[6];
      __u32 ret_data;
    } seccomp;
  };
};
struct ptrace_rseq_configuration {
  __u64 rseq_abi_pointer;
  __u32 rseq_abi_size;
  __u32 signature;
  __u32 flags;
  __u32 pad;
};
struct syscall_info {
  __u64 sp;
  struct seccomp_data data;
};
int ptrace_access_vm(struct task_struct* tsk, unsigned long addr, void* buf, int len,
                     unsigned int gup_flags);
long arch_ptrace(struct task_struct* child, long request, unsigned long addr, unsigned long data);
int ptrace_readdata(struct task_struct* tsk, unsigned long src, char* dst, int len);
int ptrace_writedata(struct task_struct* tsk, char* src, unsigned long dst, int len);
void ptrace_disable(struct task_struct*);
int ptrace_request(struct task_struct* child, long request, unsigned long addr, unsigned long data);
int ptrace_notify(int exit_code, unsigned long message);
void __ptrace_link(struct task_struct* child, struct task_struct* new_parent,
                   const struct cred* ptracer_cred);
void __ptrace_unlink(struct task_struct* child);
void exit_ptrace(struct task_struct* tracer, struct list_head* dead);
bool ptrace_may_access(struct task_struct* task, unsigned int mode);
int generic_ptrace_peekdata(struct task_struct* tsk, unsigned long addr, unsigned long data);
int generic_ptrace_pokedata(struct task_struct* tsk, unsigned long addr, unsigned long data);
void user_enable_single_step(struct task_struct*);
void user_disable_single_step(struct task_struct*);
void user_enable_block_step(struct task_struct*);
void user_single_step_report(struct pt_regs* regs);
int task_current_syscall(struct task_struct* target, struct syscall_info* info);
void sigaction_compat_abi(struct k_sigaction* act, struct k_sigaction* oact);

// Inline in Linux.
struct pid;
void ptrace_unlink(struct task_struct* child);
void ptrace_event(int event, unsigned long message);
void ptrace_event_pid(int event, struct pid* pid);
void ptrace_init_task(struct task_struct* child, bool ptrace);
void ptrace_release_task(struct task_struct* task);
int ptrace_report_syscall(unsigned long message);
int ptrace_report_syscall_entry(struct pt_regs* regs);
void ptrace_report_syscall_exit(struct pt_regs* regs, int step);

#define force_successful_syscall_return() \
  do {                                    \
  } while (0)
#define is_syscall_success(regs) (!IS_ERR_VALUE((unsigned long)(regs_return_value(regs))))
#define current_pt_regs() task_pt_regs(current)
#define signal_pt_regs() task_pt_regs(current)
#define current_user_stack_pointer() user_stack_pointer(current_pt_regs())

#define PT_EVENT_FLAG(event) (1 << (3 + (event)))
static inline int ptrace_reparented(struct task_struct* child) {
  return child->real_parent->tgid != child->parent->tgid;
}
static inline struct task_struct* ptrace_parent(struct task_struct* task) {
  return unlikely(task->ptrace) ? rcu_dereference(task->parent) : NULL;
}
static inline bool ptrace_event_enabled(struct task_struct* task, int event) {
  return task->ptrace & PT_EVENT_FLAG(event);
}

#endif
