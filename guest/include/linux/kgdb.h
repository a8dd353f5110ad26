// The kernel's stub for a remote debugger.
#ifndef _LINUX_KGDB_H
#define _LINUX_KGDB_H

#include <linux/atomic.h>
#include <linux/init.h>
#include <linux/kprobes.h>
#include <linux/linkage.h>
#include <linux/types.h>

// Inline in Linux.
void kgdb_panic(const char* msg);
void kgdb_free_init_mem(void);

// Inline in Linux.
void kgdb_panic(const char* msg);
void kgdb_free_init_mem(void);

#endif
