// Features of the CPU that code asks for: those of a Pentium III with PSE, PGE and cmpxchg8b.
#ifndef _ASM_CPUFEATURE_H
#define _ASM_CPUFEATURE_H

#include <linux/types.h>
#define X86_FEATURE_FPU 0
#define X86_FEATURE_PSE 3
#define X86_FEATURE_TSC 4
#define X86_FEATURE_PAE 6
#define X86_FEATURE_CX8 8
#define X86_FEATURE_PGE 13
#define X86_FEATURE_CMOV 15
#define X86_FEATURE_MMX 23
#define X86_FEATURE_XMM 25
#define X86_FEATURE_XMM2 26
#define X86_FEATURE_NX (32 + 20)
#ifdef CONFIG_X86_PAE
#define __MM32_CPUID_EDX 0x0782abfdu
#else
#define __MM32_CPUID_EDX 0x0780abfdu
#endif
#define boot_cpu_has(bit) ((bit) < 32 && (__MM32_CPUID_EDX >> ((bit)&31) & 1))
#define static_cpu_has(bit) boot_cpu_has(bit)
#define cpu_has_pge boot_cpu_has(X86_FEATURE_PGE)

#endif
