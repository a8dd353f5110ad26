// Control registers, descriptor tables and the state of the TLB, as .ko files that were built with
// Linux's headers reach them: by function or by symbol. Linux: arch/x86/mm/tlb.c,
// arch/x86/kernel/cpu/common.c, arch/x86/kernel/paravirt.c, arch/x86/kernel/cpu/mtrr/mtrr.c.
#include <asm/processor.h>
#include <asm/special_insns.h>
#include <linux/export.h>
#include <linux/mm.h>

extern char gdt_page[], cpu_tss_rw[];  // guest/kernel/entry.S
EXPORT_SYMBOL_GPL(gdt_page);
EXPORT_SYMBOL(cpu_tss_rw);

unsigned long cr4_read_shadow(void);
unsigned long cr4_read_shadow(void) { return __read_cr4(); }
EXPORT_SYMBOL_GPL(cr4_read_shadow);

void cr4_update_irqsoff(unsigned long set, unsigned long clear);
void cr4_update_irqsoff(unsigned long set, unsigned long clear) {
  const unsigned long old = __read_cr4(), wanted = (old & ~clear) | set;

  if (wanted != old) __write_cr4(wanted);
}
EXPORT_SYMBOL(cr4_update_irqsoff);

unsigned long __get_current_cr3_fast(void);
unsigned long __get_current_cr3_fast(void) { return __read_cr3(); }
EXPORT_SYMBOL_GPL(__get_current_cr3_fast);

// The CPU is always on the kernel's own tables, which nobody can leave.
void leave_mm(int cpu);
void leave_mm(int cpu) {}
EXPORT_SYMBOL_GPL(leave_mm);

struct {
  bool is_lazy;
} cpu_tlbstate_shared;
EXPORT_SYMBOL(cpu_tlbstate_shared);

// The table of descriptors is where it was at boot.
void load_fixmap_gdt(int cpu);
void load_fixmap_gdt(int cpu) {}
EXPORT_SYMBOL_GPL(load_fixmap_gdt);

// The CPU has no memory type range registers: 256 variable ranges of 16 bytes, 88 fixed ones.
struct {
  u32 var_ranges[256][4];
  u8 fixed_ranges[88], enabled, have_fixed, def_type;
} mtrr_state;
EXPORT_SYMBOL_GPL(mtrr_state);
