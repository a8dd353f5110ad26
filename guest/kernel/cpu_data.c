// What the kernel knows about its CPU: boot_cpu_data, as modules built with the kernel's own headers
// read it.
// Linux: arch/x86/kernel/cpu/common.c.
#include <asm/processor.h>
#include <linux/export.h>

#ifdef CONFIG_X86_PAE
#define CAPABILITY_EXTENDED (1 << (X86_FEATURE_NX - 32))
#else
#define CAPABILITY_EXTENDED 0
#endif

struct cpuinfo_x86 boot_cpu_data = {
    .x86 = 6,
    .x86_model = 8,
    .x86_stepping = 3,
    .x86_virt_bits = 32,
    .x86_phys_bits = 36,
    .cpuid_level = 2,
    .x86_capability = {__MM32_CPUID_EDX, CAPABILITY_EXTENDED},
    .x86_vendor_id = "GenuineIntel",
    .x86_model_id = "mm32 virtual CPU",
    .x86_cache_size = 512,
    .x86_cache_alignment = 32,
    .x86_max_cores = 1,
    .x86_clflush_size = 32,
    .booted_cores = 1,
};
EXPORT_SYMBOL(boot_cpu_data);
