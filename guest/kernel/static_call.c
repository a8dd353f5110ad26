/*
 * What code with static calls asks of the kernel besides arch_static_call_transform, which the host
 * provides (emu/machine/module_jump_sites.cpp). Linux: kernel/static_call.c, kernel/cpu.c.
 */
#include <linux/export.h>
#include <linux/static_call.h>

long __static_call_return0(void) { return 0; }
EXPORT_SYMBOL_GPL(__static_call_return0);

/* The one CPU neither comes nor goes. */
void cpus_read_lock(void) {}
EXPORT_SYMBOL_GPL(cpus_read_lock);
void cpus_read_unlock(void) {}
EXPORT_SYMBOL_GPL(cpus_read_unlock);
