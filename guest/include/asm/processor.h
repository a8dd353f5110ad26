// Small services of the CPU.
#ifndef _ASM_PROCESSOR_H
#define _ASM_PROCESSOR_H

#include <asm/cpufeature.h>
#include <linux/compiler.h>
#include <linux/types.h>

// The members that modules read, at their offsets in 6.1.
struct cpuinfo_x86 {
  u8 x86, x86_vendor, x86_model, x86_stepping;
  u32 vmx_capability[5];
  u8 x86_virt_bits, x86_phys_bits, x86_coreid_bits, cu_id;
  u32 extended_cpuid_level;
  int cpuid_level;
  u32 x86_capability[24];
  char x86_vendor_id[16];
  char x86_model_id[64];
  unsigned int x86_cache_size;
  int x86_cache_alignment;
  int x86_cache_max_rmid, x86_cache_occ_scale, x86_cache_mbm_width_offset, x86_power;
  unsigned long loops_per_jiffy;
  u64 ppin;
  u16 x86_max_cores, apicid, initial_apicid, x86_clflush_size;
  u16 booted_cores, phys_proc_id, logical_proc_id, cpu_core_id, cpu_die_id, logical_die_id;
  u16 cpu_index, smt_active;
  u32 microcode;
  u8 x86_cache_bits;
  unsigned initialized : 1;
};
_Static_assert(sizeof(struct cpuinfo_x86) == 280, "struct cpuinfo_x86 of 6.1 i386");
_Static_assert(offsetof(struct cpuinfo_x86, x86_capability) == 36, "");
_Static_assert(offsetof(struct cpuinfo_x86, loops_per_jiffy) == 236, "");
_Static_assert(offsetof(struct cpuinfo_x86, microcode) == 272, "");

extern struct cpuinfo_x86 boot_cpu_data;

static __always_inline void cpu_relax(void) { __asm__ __volatile__("pause" : : : "memory"); }
static inline unsigned long read_cr0(void) {
  unsigned long value;
  __asm__ __volatile__("mov %%cr0,%0" : "=r"(value));
  return value;
}
static inline void write_cr0(unsigned long value) {
  __asm__ __volatile__("mov %0,%%cr0" : : "r"(value) : "memory");
}
static inline unsigned long read_cr2(void) {
  unsigned long value;
  __asm__ __volatile__("mov %%cr2,%0" : "=r"(value));
  return value;
}
static inline unsigned long __read_cr3(void) {
  unsigned long value;
  __asm__ __volatile__("mov %%cr3,%0" : "=r"(value));
  return value;
}
#define read_cr3() __read_cr3()
#define read_cr3_pa() (__read_cr3() & ~0x1fUL)
static inline unsigned long __read_cr4(void) {
  unsigned long value;
  __asm__ __volatile__("mov %%cr4,%0" : "=r"(value));
  return value;
}
#define prefetch(x) __builtin_prefetch(x)
#define prefetchw(x) __builtin_prefetch(x, 1)

#endif
