// Signals by name.
#ifndef _LINUX_SIGNAL_H
#define _LINUX_SIGNAL_H

#include <asm/signal.h>
#include <linux/bug.h>
#include <linux/list.h>
#include <linux/pid.h>
#include <linux/signal_types.h>
#include <linux/string.h>
#include <linux/types.h>

#define _NSIG 64
#define SIGHUP 1
#define SIGINT 2
#define SIGQUIT 3
#define SIGILL 4
#define SIGTRAP 5
#define SIGABRT 6
#define SIGBUS 7
#define SIGFPE 8
#define SIGKILL 9
#define SIGUSR1 10
#define SIGSEGV 11
#define SIGUSR2 12
#define SIGPIPE 13
#define SIGALRM 14
#define SIGTERM 15
#define SIGCHLD 17
#define SIGCONT 18
#define SIGSTOP 19
#define SIGTSTP 20
#define SIGIO 29
#define SIGPOLL SIGIO
#define SIGRTMIN 32
#define SEND_SIG_NOINFO ((struct kernel_siginfo*)0)
#define SEND_SIG_PRIV ((struct kernel_siginfo*)1)

static inline void sigemptyset(sigset_t* set) { set->sig[0] = set->sig[1] = 0; }
static inline void sigfillset(sigset_t* set) { set->sig[0] = set->sig[1] = ~0UL; }
static inline void sigaddset(sigset_t* set, int sig) {
  set->sig[(sig - 1) / 32] |= 1UL << (sig - 1) % 32;
}
static inline void sigdelset(sigset_t* set, int sig) {
  set->sig[(sig - 1) / 32] &= ~(1UL << (sig - 1) % 32);
}
static inline int sigismember(const sigset_t* set, int sig) {
  return (set->sig[(sig - 1) / 32] >> (sig - 1) % 32) & 1;
}
#define sigmask(sig) (1UL << ((sig)-1))
void kernel_sigaction(int sig, void* action);
static inline void allow_signal(int sig) { kernel_sigaction(sig, (void*)2); }
static inline void disallow_signal(int sig) { kernel_sigaction(sig, (void*)1); }

struct kernel_siginfo;
struct kmem_cache;
struct ksignal;
struct seq_file;
struct siginfo;
struct sigpending;
struct task_struct;

#define SS_ONSTACK 1
#define SS_DISABLE 2
#define SS_AUTODISARM (1U << 31)
#define SS_FLAG_BITS SS_AUTODISARM
#define SI_EXPANSION_SIZE (sizeof(struct siginfo) - sizeof(struct kernel_siginfo))
#define SIG_KTHREAD ((__force __sighandler_t)2)
#define SIG_KTHREAD_KERNEL ((__force __sighandler_t)3)
#define SIGEMT_MASK 0
#define SIG_KERNEL_ONLY_MASK (rt_sigmask(SIGKILL) | rt_sigmask(SIGSTOP))
extern int print_fatal_signals;
int copy_siginfo_to_user(siginfo_t* to, const kernel_siginfo_t* from);
int copy_siginfo_from_user(kernel_siginfo_t* to, const siginfo_t* from);
enum siginfo_layout {
  SIL_KILL,
  SIL_TIMER,
  SIL_POLL,
  SIL_FAULT,
  SIL_FAULT_TRAPNO,
  SIL_FAULT_MCEERR,
  SIL_FAULT_BNDERR,
  SIL_FAULT_PKUERR,
  SIL_FAULT_PERF_EVENT,
  SIL_CHLD,
  SIL_RT,
  SIL_SYS
};
enum siginfo_layout siginfo_layout(unsigned int sig, int si_code);
void flush_sigqueue(struct sigpending* queue);
int next_signal(struct sigpending* pending, sigset_t* mask);
int do_send_sig_info(int sig, struct kernel_siginfo* info, struct task_struct* p,
                     enum pid_type type);
int group_send_sig_info(int sig, struct kernel_siginfo* info, struct task_struct* p,
                        enum pid_type type);
int send_signal_locked(int sig, struct kernel_siginfo* info, struct task_struct* p,
                       enum pid_type type);
int sigprocmask(int, sigset_t*, sigset_t*);
void set_current_blocked(sigset_t*);
void __set_current_blocked(const sigset_t*);
extern int show_unhandled_signals;
bool get_signal(struct ksignal* ksig);
void signal_setup_done(int failed, struct ksignal* ksig, int stepping);
void exit_signals(struct task_struct* tsk);
extern struct kmem_cache* sighand_cachep;
bool unhandled_signal(struct task_struct* tsk, int sig);
void signals_init(void);
int restore_altstack(const stack_t*);
int __save_altstack(stack_t*, unsigned long);
bool sigaltstack_size_valid(size_t ss_size);
void render_sigset_t(struct seq_file*, const char*, sigset_t*);

#define SI_EXPANSION_SIZE (sizeof(struct siginfo) - sizeof(struct kernel_siginfo))
static inline void copy_siginfo(kernel_siginfo_t* to, const kernel_siginfo_t* from) { *to = *from; }
static inline void clear_siginfo(kernel_siginfo_t* info) { memset(info, 0, sizeof(*info)); }
// What user space sees is longer; the rest is zero.
static inline void copy_siginfo_to_external(siginfo_t* to, const kernel_siginfo_t* from) {
  memset(to, 0, sizeof(*to));
  memcpy(to, from, sizeof(*from));
}
static inline int sigisemptyset(sigset_t* set) { return !(set->sig[0] | set->sig[1]); }
static inline int sigequalsets(const sigset_t* set1, const sigset_t* set2) {
  return set1->sig[0] == set2->sig[0] && set1->sig[1] == set2->sig[1];
}
#define __MM32_SIG_PAIR(name, expression)                                      \
  static inline void name(sigset_t* r, const sigset_t* a, const sigset_t* b) { \
    for (int i = 0; i < 2; i++) {                                              \
      unsigned long x = a->sig[i], y = b->sig[i];                              \
      r->sig[i] = (expression);                                                \
    }                                                                          \
  }
__MM32_SIG_PAIR(sigorsets, x | y)
__MM32_SIG_PAIR(sigandsets, x& y)
__MM32_SIG_PAIR(sigandnsets, x & ~y)
#undef __MM32_SIG_PAIR
static inline void signotset(sigset_t* set) {
  set->sig[0] = ~set->sig[0];
  set->sig[1] = ~set->sig[1];
}
static inline void sigaddsetmask(sigset_t* set, unsigned long mask) { set->sig[0] |= mask; }
static inline void sigdelsetmask(sigset_t* set, unsigned long mask) { set->sig[0] &= ~mask; }
static inline int sigtestsetmask(sigset_t* set, unsigned long mask) {
  return (set->sig[0] & mask) != 0;
}
static inline void siginitset(sigset_t* set, unsigned long mask) {
  set->sig[0] = mask;
  set->sig[1] = 0;
}
static inline void siginitsetinv(sigset_t* set, unsigned long mask) {
  set->sig[0] = ~mask;
  set->sig[1] = ~0UL;
}
static inline void init_sigpending(struct sigpending* sig) {
  sigemptyset(&sig->signal);
  INIT_LIST_HEAD(&sig->list);
}
static inline int valid_signal(unsigned long sig) { return sig <= _NSIG; }
static inline void allow_kernel_signal(int sig) { kernel_sigaction(sig, (void*)3); }
static inline void* arch_untagged_si_addr(void* addr, unsigned long sig, unsigned long si_code) {
  return addr;
}
#define rt_sigmask(sig) (1ULL << ((sig)-1))
#define siginmask(sig, mask) ((sig) > 0 && (sig) < SIGRTMIN && (rt_sigmask(sig) & (mask)))
#define SIG_KERNEL_STOP_MASK \
  (rt_sigmask(SIGSTOP) | rt_sigmask(SIGTSTP) | rt_sigmask(SIGTTIN) | rt_sigmask(SIGTTOU))
#define SIG_KERNEL_COREDUMP_MASK                                                          \
  (rt_sigmask(SIGQUIT) | rt_sigmask(SIGILL) | rt_sigmask(SIGTRAP) | rt_sigmask(SIGABRT) | \
   rt_sigmask(SIGFPE) | rt_sigmask(SIGSEGV) | rt_sigmask(SIGBUS) | rt_sigmask(SIGSYS) |   \
   rt_sigmask(SIGXCPU) | rt_sigmask(SIGXFSZ))
#define SIG_KERNEL_IGNORE_MASK \
  (rt_sigmask(SIGCONT) | rt_sigmask(SIGCHLD) | rt_sigmask(SIGWINCH) | rt_sigmask(SIGURG))
#define SIG_SPECIFIC_SICODES_MASK                                                       \
  (rt_sigmask(SIGILL) | rt_sigmask(SIGFPE) | rt_sigmask(SIGSEGV) | rt_sigmask(SIGBUS) | \
   rt_sigmask(SIGTRAP) | rt_sigmask(SIGCHLD) | rt_sigmask(SIGPOLL) | rt_sigmask(SIGSYS))
#define sig_kernel_only(sig) siginmask(sig, SIG_KERNEL_ONLY_MASK)
#define sig_kernel_coredump(sig) siginmask(sig, SIG_KERNEL_COREDUMP_MASK)
#define sig_kernel_ignore(sig) siginmask(sig, SIG_KERNEL_IGNORE_MASK)
#define sig_kernel_stop(sig) siginmask(sig, SIG_KERNEL_STOP_MASK)
#define sig_specific_sicodes(sig) siginmask(sig, SIG_SPECIFIC_SICODES_MASK)
#define sig_fatal(t, signr)                                            \
  (!siginmask(signr, SIG_KERNEL_IGNORE_MASK | SIG_KERNEL_STOP_MASK) && \
   (t)->sighand->action[(signr)-1].sa.sa_handler == SIG_DFL)

#endif
