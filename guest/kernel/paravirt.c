// Operations that a hypervisor could replace, and none does: .ko files that were built with Linux's
// headers call them through a table (outb_p, for one). Its layout is 6.1's for i386.
// Linux: arch/x86/kernel/paravirt.c, arch/x86/include/asm/paravirt_types.h.
#include <asm/tlbflush.h>
#include <linux/export.h>
#include <linux/mm.h>

const struct { const char* name; } pv_info = {"bare hardware"};
EXPORT_SYMBOL_GPL(pv_info);

static void native_io_delay(void) { __asm__ volatile("outb %al, $0x80"); }
static void flush_kernel(void) { flush_tlb_all(); }
static void flush_one(unsigned long address) { flush_tlb_one_user(address); }
static void flush_multi(const void* cpumask, const void* info) { flush_tlb_all(); }
static void nothing(void) {}
static bool is_preempted(int cpu) { return false; }

static void unlock(u8* lock) { WRITE_ONCE(*lock, 0); }

const struct {
  void* io_delay;
  void *flush_tlb_user, *flush_tlb_kernel, *flush_tlb_one_user, *flush_tlb_multi;
  void *tlb_remove_table, *exit_mmap, *notify_page_enc_status_changed;
  void *queued_spin_lock_slowpath, *queued_spin_unlock, *wait, *kick, *vcpu_is_preempted;
} pv_ops = {native_io_delay, flush_kernel, flush_kernel, flush_one, flush_multi,
            nothing,         nothing,      nothing,      nothing,   unlock,
            nothing,         nothing,      is_preempted};
EXPORT_SYMBOL(pv_ops);
