// Signals by name.
#ifndef _LINUX_SIGNAL_H
#define _LINUX_SIGNAL_H

#include <linux/bug.h>
#include <linux/list.h>
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

typedef struct {
  unsigned long sig[2];
} sigset_t;
static inline void sigemptyset(sigset_t* set) { set->sig[0] = set->sig[1] = 0; }
static inline void sigfillset(sigset_t* set) { set->sig[0] = set->sig[1] = ~0UL; }
static inline void sigaddset(sigset_t* set, int sig) {
  set->sig[(sig - 1) / 32] |= 1UL << (sig - 1) % 32;
}
static inline int sigismember(const sigset_t* set, int sig) {
  return (set->sig[(sig - 1) / 32] >> (sig - 1) % 32) & 1;
}
#define sigmask(sig) (1UL << ((sig)-1))
void kernel_sigaction(int sig, void* action);
static inline void allow_signal(int sig) { kernel_sigaction(sig, (void*)2); }
static inline void disallow_signal(int sig) { kernel_sigaction(sig, (void*)1); }

#endif
