// Sections of code and data that are needed only at load time or at unload time.
#ifndef _LINUX_INIT_H
#define _LINUX_INIT_H

#include <linux/compiler.h>
#include <linux/stringify.h>

#define __init __section(".init.text")
#define __initdata __section(".init.data")
#define __initconst __section(".init.rodata")
#define __exit __section(".exit.text") __used
#define __exitdata __section(".exit.data")
#define __exit_p(x) x
#define __ref
#define __refdata
#define __refconst
#define __meminit
#define __meminitdata
#define __memexit
#define __cpuinit
#define __cpuinitdata
#define __cpuexit
#define __devinit
#define __devinitdata
#define __devinitconst
#define __devexit
#define __devexitdata
#define __devexit_p(x) x
#define __net_init
#define __net_exit
#define __net_initdata
#define __ro_after_init __section(".data..ro_after_init")
#define __read_mostly __section(".data..read_mostly")
#define __cacheline_aligned __aligned(64)
#define __setup(str, fn)
#define early_param(str, fn)

typedef int (*initcall_t)(void);
typedef void (*exitcall_t)(void);

#ifdef MODULE
// The functions that the loader calls.
extern int init_module(void);
extern void cleanup_module(void);
#define module_init(initfn)                                                   \
  static inline initcall_t __maybe_unused __inittest(void) { return initfn; } \
  int init_module(void) __attribute__((alias(#initfn)));
#define module_exit(exitfn)                                                   \
  static inline exitcall_t __maybe_unused __exittest(void) { return exitfn; } \
  void cleanup_module(void) __attribute__((alias(#exitfn)));
#define early_initcall(fn) module_init(fn)
#define core_initcall(fn) module_init(fn)
#define core_initcall_sync(fn) module_init(fn)
#define postcore_initcall(fn) module_init(fn)
#define arch_initcall(fn) module_init(fn)
#define subsys_initcall(fn) module_init(fn)
#define subsys_initcall_sync(fn) module_init(fn)
#define fs_initcall(fn) module_init(fn)
#define rootfs_initcall(fn) module_init(fn)
#define device_initcall(fn) module_init(fn)
#define late_initcall(fn) module_init(fn)
#define late_initcall_sync(fn) module_init(fn)
#else
#define module_init(initfn)
#define module_exit(exitfn)
#endif

extern char __init_begin[], __init_end[];

#endif
