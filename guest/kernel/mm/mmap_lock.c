// Trace points of the lock of an address space: inline functions of <linux/mmap_lock.h> in built
// modules look at them. Nobody can switch them on. Linux: mm/mmap_lock.c.
#include <linux/export.h>
#include <linux/mm_types.h>
#include <linux/tracepoint-defs.h>

struct tracepoint __tracepoint_mmap_lock_start_locking = {.name = "mmap_lock_start_locking"};
EXPORT_SYMBOL(__tracepoint_mmap_lock_start_locking);
struct tracepoint __tracepoint_mmap_lock_acquire_returned = {.name = "mmap_lock_acquire_returned"};
EXPORT_SYMBOL(__tracepoint_mmap_lock_acquire_returned);
struct tracepoint __tracepoint_mmap_lock_released = {.name = "mmap_lock_released"};
EXPORT_SYMBOL(__tracepoint_mmap_lock_released);

void __mmap_lock_do_trace_start_locking(struct mm_struct* mm, bool write) {}
EXPORT_SYMBOL(__mmap_lock_do_trace_start_locking);
void __mmap_lock_do_trace_acquire_returned(struct mm_struct* mm, bool write, bool success) {}
EXPORT_SYMBOL(__mmap_lock_do_trace_acquire_returned);
void __mmap_lock_do_trace_released(struct mm_struct* mm, bool write) {}
EXPORT_SYMBOL(__mmap_lock_do_trace_released);
