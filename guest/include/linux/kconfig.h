// The configuration that module sources and the resident kernel are compiled with, and the tests on
// it (IS_ENABLED …). Included before every source file, as Linux does with its kconfig.h.
//
// The options are those of Debian's 6.1 686 kernel as far as this API knows them: code that asks
// for them takes the path that it takes there. CONFIG_X86_PAE comes from the command line.
#ifndef _LINUX_KCONFIG_H
#define _LINUX_KCONFIG_H

#define CONFIG_X86 1
#define CONFIG_X86_32 1
#define CONFIG_MMU 1
#define CONFIG_MODULES 1
#define CONFIG_MODULE_UNLOAD 1
#define CONFIG_SMP 1
#define CONFIG_NR_CPUS 32
#define CONFIG_HZ 250
#define CONFIG_HZ_250 1
#define CONFIG_PRINTK 1
#define CONFIG_BUG 1
#define CONFIG_GENERIC_BUG 1
#define CONFIG_DEBUG_BUGVERBOSE 1
#define CONFIG_DEBUG_LIST 1
#define CONFIG_BUG_ON_DATA_CORRUPTION 1
#define CONFIG_KALLSYMS 1
#define CONFIG_HIGHMEM 1
#ifdef CONFIG_X86_PAE
#define CONFIG_HIGHMEM64G 1
#define CONFIG_PHYS_ADDR_T_64BIT 1
#define CONFIG_ARCH_DMA_ADDR_T_64BIT 1
#define CONFIG_PGTABLE_LEVELS 3
#else
#define CONFIG_HIGHMEM4G 1
#define CONFIG_PGTABLE_LEVELS 2
#endif
#define CONFIG_PAGE_OFFSET 0xC0000000
#define CONFIG_FLATMEM 1
#define CONFIG_ZONE_DMA 1
#define CONFIG_SLUB 1
#define CONFIG_SLUB_DEBUG 1
#define CONFIG_MEMCG 1
#define CONFIG_MEMCG_KMEM 1
#define CONFIG_PREEMPT_COUNT 1
#define CONFIG_PREEMPT_VOLUNTARY 1
#define CONFIG_TREE_RCU 1
#define CONFIG_X86_TSC 1
#define CONFIG_X86_CMPXCHG64 1
#define CONFIG_X86_CMOV 1
#define CONFIG_X86_L1_CACHE_SHIFT 6
#define CONFIG_ILLEGAL_POINTER_VALUE 0
#define CONFIG_BASE_SMALL 0
#define CONFIG_PROC_FS 1
#define CONFIG_SYSFS 1
#define CONFIG_DEBUG_FS 1
#define CONFIG_SYSCTL 1
#define CONFIG_XARRAY_MULTI 1
#define CONFIG_NEED_SG_DMA_LENGTH 1
#define CONFIG_TRANSPARENT_HUGEPAGE 1
#define CONFIG_SWAP 1
#define CONFIG_PM 1
#define CONFIG_PCI 1
#define CONFIG_NET 1
#define CONFIG_BLOCK 1
#define CONFIG_MM32 1

// "1" when `option` is defined to 1, else "0", usable in #if and in C.
#define __MM32_ARG_PLACEHOLDER_1 0,
#define __MM32_TAKE_SECOND(ignored, value, ...) value
#define __MM32_IS_DEFINED3(arg1_or_junk) __MM32_TAKE_SECOND(arg1_or_junk 1, 0)
#define __MM32_IS_DEFINED2(value) __MM32_IS_DEFINED3(__MM32_ARG_PLACEHOLDER_##value)
#define __is_defined(x) __MM32_IS_DEFINED2(x)

#define IS_BUILTIN(option) __is_defined(option)
#ifdef MODULE
#define __MM32_MODULE_VALUE 1
#else
#define __MM32_MODULE_VALUE 0
#endif
#define IS_MODULE(option) __is_defined(option##_MODULE)
#define IS_ENABLED(option) (IS_BUILTIN(option) || IS_MODULE(option))
#define IS_REACHABLE(option) (IS_BUILTIN(option) || (IS_MODULE(option) && __MM32_MODULE_VALUE))

#include <linux/compiler_types.h>

#endif
