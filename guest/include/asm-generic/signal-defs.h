// Flags and handlers of signals.
#ifndef _ASM_GENERIC_SIGNAL_DEFS_H
#define _ASM_GENERIC_SIGNAL_DEFS_H

#include <linux/compiler.h>
#include <linux/types.h>

#define SA_NOCLDSTOP 0x00000001
#define SA_NOCLDWAIT 0x00000002
#define SA_SIGINFO 0x00000004
#define SA_UNSUPPORTED 0x00000400
#define SA_EXPOSE_TAGBITS 0x00000800
#define SA_ONSTACK 0x08000000
#define SA_RESTART 0x10000000
#define SA_NODEFER 0x40000000
#define SA_RESETHAND 0x80000000
#define SA_NOMASK SA_NODEFER
#define SA_ONESHOT SA_RESETHAND
#define SIG_BLOCK 0
#define SIG_UNBLOCK 1
#define SIG_SETMASK 2
#define SIG_DFL ((__force __sighandler_t)0)
#define SIG_IGN ((__force __sighandler_t)1)
#define SIG_ERR ((__force __sighandler_t)-1)
typedef void __signalfn_t(int);
typedef __signalfn_t* __sighandler_t;
typedef void __restorefn_t(void);
typedef __restorefn_t* __sigrestore_t;

#endif
