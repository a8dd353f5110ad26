// Signals: queue entries and actions.
#ifndef _LINUX_SIGNAL_TYPES_H
#define _LINUX_SIGNAL_TYPES_H

#include <asm/siginfo.h>
#include <asm/signal.h>
#include <linux/list.h>
#include <linux/types.h>

struct k_sigaction;
struct kernel_siginfo;
struct ksignal;
struct list_head;
struct old_sigaction;
struct sigaction;
struct sigpending;
struct sigqueue;
struct ucounts;
union __sifields;

#define SIGQUEUE_PREALLOC 1
#define SA_IMMUTABLE 0x00800000
#define __ARCH_UAPI_SA_FLAGS SA_RESTORER
struct kernel_siginfo {
  struct {
    int si_signo;
    int si_errno;
    int si_code;
    union __sifields _sifields;
  };
};
typedef struct kernel_siginfo kernel_siginfo_t;
struct sigqueue {
  struct list_head list;
  int flags;
  kernel_siginfo_t info;
  struct ucounts* ucounts;
};
struct sigpending {
  struct list_head list;
  sigset_t signal;
};
struct sigaction {
  __sighandler_t sa_handler;
  unsigned long sa_flags;
  __sigrestore_t sa_restorer;
  sigset_t sa_mask;
};
struct k_sigaction {
  struct sigaction sa;
};
struct old_sigaction {
  __sighandler_t sa_handler;
  old_sigset_t sa_mask;
  unsigned long sa_flags;
  __sigrestore_t sa_restorer;
};
struct ksignal {
  struct k_sigaction ka;
  kernel_siginfo_t info;
  int sig;
};

#endif
