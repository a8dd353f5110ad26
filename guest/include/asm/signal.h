// Sets of signals.
#ifndef _ASM_SIGNAL_H
#define _ASM_SIGNAL_H

#include <asm-generic/signal-defs.h>
#include <asm/asm.h>
#include <linux/linkage.h>
#include <linux/types.h>

typedef struct {
  unsigned long sig[2];
} sigset_t;

struct sigaltstack;

#define _NSIG_BPW 32
#define _NSIG_WORDS (_NSIG / _NSIG_BPW)
#define SA_IA32_ABI 0x02000000u
#define SA_X32_ABI 0x01000000u
#define SIGIOT 6
#define SIGSTKFLT 16
#define SIGTTIN 21
#define SIGTTOU 22
#define SIGURG 23
#define SIGXCPU 24
#define SIGXFSZ 25
#define SIGVTALRM 26
#define SIGPROF 27
#define SIGWINCH 28
#define SIGPWR 30
#define SIGSYS 31
#define SIGUNUSED 31
#define SIGRTMAX _NSIG
#define SA_RESTORER 0x04000000
#define MINSIGSTKSZ 2048
#define SIGSTKSZ 8192
typedef unsigned long old_sigset_t;
typedef sigset_t compat_sigset_t;
struct sigaltstack {
  void* ss_sp;
  int ss_flags;
  __kernel_size_t ss_size;
};
typedef struct sigaltstack stack_t;

#endif
