// Exports of the host that guest library code calls and that modules do not know.
#ifndef GUEST_KERNEL_LIB_HOST_H
#define GUEST_KERNEL_LIB_HOST_H

#include <linux/types.h>

// A record of the kernel log, without prefix and without the final newline. `level` is 0 to 7.
#define MM32_LOG_NEWLINE 1     // nothing continues it
#define MM32_LOG_CONT 2        // continues an unfinished record (KERN_CONT), when there is room:
#define MM32_LOG_ROOM_SHIFT 8  // so many bytes have to be left of a record's 992
void mm32_log(int level, const char* text, unsigned int len, unsigned int flags);

// "name+0x1f/0x40 [module]" of an address. Returns the length, or a negative number when nothing is
// known about the address.
#define MM32_SYMBOL_NO_OFFSET 1  // the name and the module only
#define MM32_SYMBOL_BACKTRACE 2  // a return address: the call is the instruction before it
int mm32_symbol(unsigned long addr, char* buf, int size, int flags);

// The task waits for what only another task could do; ends in the hung-task report.
void mm32_block(const char* what);

// Code of the 6.1 headers tests static keys by instructions: they are rewritten by the key's count.
struct static_key;
void mm32_update_jump_sites(struct static_key* key);

// A line of the trace buffer, written by code at `ip`.
void mm32_trace_print(unsigned long ip, const char* text, unsigned int len);

u32 mm32_random_u32(void);  // seeded by --seed
u64 mm32_time_ns(void);     // virtual time since boot

#endif
