// Features of the CPU that code asks for, and what is known about it.
#ifndef _ASM_CPUFEATURE_H
#define _ASM_CPUFEATURE_H

#include <linux/version.h>
#include <linux/types.h>

#define X86_FEATURE_FPU 0
#define X86_FEATURE_VME 1
#define X86_FEATURE_DE 2
#define X86_FEATURE_PSE 3
#define X86_FEATURE_TSC 4
#define X86_FEATURE_MSR 5
#define X86_FEATURE_PAE 6
#define X86_FEATURE_MCE 7
#define X86_FEATURE_CX8 8
#define X86_FEATURE_APIC 9
#define X86_FEATURE_SEP 11
#define X86_FEATURE_MTRR 12
#define X86_FEATURE_PGE 13
#define X86_FEATURE_MCA 14
#define X86_FEATURE_CMOV 15
#define X86_FEATURE_PAT 16
#define X86_FEATURE_PSE36 17
#define X86_FEATURE_CLFLUSH 19
#define X86_FEATURE_MMX 23
#define X86_FEATURE_FXSR 24
#define X86_FEATURE_XMM 25
#define X86_FEATURE_XMM2 26
#define X86_FEATURE_HT 28
#define X86_FEATURE_NX (1 * 32 + 20)
#define X86_FEATURE_LM (1 * 32 + 29)
#define X86_FEATURE_CONSTANT_TSC (3 * 32 + 8)
#define X86_FEATURE_UP (3 * 32 + 9)
#define X86_FEATURE_XMM3 (4 * 32 + 0)
#define X86_FEATURE_PCLMULQDQ (4 * 32 + 1)
#define X86_FEATURE_SSSE3 (4 * 32 + 9)
#define X86_FEATURE_CX16 (4 * 32 + 13)
#define X86_FEATURE_PCID (4 * 32 + 17)
#define X86_FEATURE_XMM4_1 (4 * 32 + 19)
#define X86_FEATURE_XMM4_2 (4 * 32 + 20)
#define X86_FEATURE_POPCNT (4 * 32 + 23)
#define X86_FEATURE_AES (4 * 32 + 25)
#define X86_FEATURE_XSAVE (4 * 32 + 26)
#define X86_FEATURE_AVX (4 * 32 + 28)
#define X86_FEATURE_RDRAND (4 * 32 + 30)
#define X86_FEATURE_HYPERVISOR (4 * 32 + 31)
#define X86_FEATURE_AVX2 (9 * 32 + 5)
#define X86_FEATURE_SMEP (9 * 32 + 7)
#define X86_FEATURE_SMAP (9 * 32 + 20)

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

extern struct cpuinfo_x86 boot_cpu_data, cpu_info;
#if LINUX_VERSION_CODE < KERNEL_VERSION(2, 6, 24)
#define cpu_data (&cpu_info)
#else
#define cpu_data(cpu) cpu_info
#endif
#define current_cpu_data cpu_info
#define cpu_has(c, bit) (((c)->x86_capability[(bit) / 32] >> ((bit) % 32) & 1) != 0)
#define boot_cpu_has(bit) cpu_has(&boot_cpu_data, bit)
#define static_cpu_has(bit) boot_cpu_has(bit)
#define this_cpu_has(bit) boot_cpu_has(bit)
#define cpu_feature_enabled(bit) boot_cpu_has(bit)
#define cpu_has_fpu boot_cpu_has(X86_FEATURE_FPU)
#define cpu_has_vme boot_cpu_has(X86_FEATURE_VME)
#define cpu_has_de boot_cpu_has(X86_FEATURE_DE)
#define cpu_has_pse boot_cpu_has(X86_FEATURE_PSE)
#define cpu_has_tsc boot_cpu_has(X86_FEATURE_TSC)
#define cpu_has_pae boot_cpu_has(X86_FEATURE_PAE)
#define cpu_has_pge boot_cpu_has(X86_FEATURE_PGE)
#define cpu_has_apic boot_cpu_has(X86_FEATURE_APIC)
#define cpu_has_sep boot_cpu_has(X86_FEATURE_SEP)
#define cpu_has_mtrr boot_cpu_has(X86_FEATURE_MTRR)
#define cpu_has_mmx boot_cpu_has(X86_FEATURE_MMX)
#define cpu_has_fxsr boot_cpu_has(X86_FEATURE_FXSR)
#define cpu_has_xmm boot_cpu_has(X86_FEATURE_XMM)
#define cpu_has_xmm2 boot_cpu_has(X86_FEATURE_XMM2)
#define cpu_has_nx boot_cpu_has(X86_FEATURE_NX)
#define cpu_has_pat boot_cpu_has(X86_FEATURE_PAT)
#define cpu_has_clflush boot_cpu_has(X86_FEATURE_CLFLUSH)

#define NCAPINTS 22
#define NBUGINTS 2
#define MAX_CPU_FEATURES (NCAPINTS * 32)
#define test_cpu_cap(c, bit) cpu_has(c, bit)
#define set_cpu_cap(c, bit) ((c)->x86_capability[(bit) / 32] |= 1u << ((bit) % 32))
#define clear_cpu_cap(c, bit) ((c)->x86_capability[(bit) / 32] &= ~(1u << ((bit) % 32)))
#define setup_clear_cpu_cap(bit) clear_cpu_cap(&boot_cpu_data, bit)
#define setup_force_cpu_cap(bit) set_cpu_cap(&boot_cpu_data, bit)
#define cpu_has_bug(c, bit) cpu_has(c, (bit))
#define set_cpu_bug(c, bit) set_cpu_cap(c, (bit))
#define clear_cpu_bug(c, bit) clear_cpu_cap(c, (bit))
#define static_cpu_has_bug(bit) static_cpu_has((bit))
#define boot_cpu_has_bug(bit) cpu_has_bug(&boot_cpu_data, (bit))
#define boot_cpu_set_bug(bit) set_cpu_cap(&boot_cpu_data, (bit))
#define cpu_have_feature boot_cpu_has
#define _static_cpu_has(bit) boot_cpu_has(bit)

#endif
