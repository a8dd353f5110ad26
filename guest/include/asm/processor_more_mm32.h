// More of <asm/processor.h>: cpuid, the kernel stack of a task, vendors.
#include <asm/processor.h>
#ifndef _ASM_PROCESSOR_MORE_MM32_H
#define _ASM_PROCESSOR_MORE_MM32_H

#include <asm/percpu.h>
#include <asm/ptrace.h>

#define X86_VENDOR_INTEL 0
#define X86_VENDOR_CYRIX 1
#define X86_VENDOR_AMD 2
#define X86_VENDOR_UMC 3
#define X86_VENDOR_CENTAUR 5
#define X86_VENDOR_TRANSMETA 7
#define X86_VENDOR_NSC 8
#define X86_VENDOR_HYGON 9
#define X86_VENDOR_ZHAOXIN 10
#define X86_VENDOR_VORTEX 11
#define X86_VENDOR_NUM 12
#define X86_VENDOR_UNKNOWN 0xff
#define ARCH_HAS_PREFETCH
#define ARCH_HAS_PREFETCHW
#define ARCH_HAS_SPINLOCK_PREFETCH
#define ARCH_MIN_TASKALIGN 64
#define ARCH_MIN_MMSTRUCT_ALIGN 0
#define HAVE_ARCH_PICK_MMAP_LAYOUT 1
#define HBP_NUM 4
#define NET_IP_ALIGN 0
#define IO_BITMAP_BITS 65536
#define IO_BITMAP_BYTES (IO_BITMAP_BITS / 8)
#define IO_BITMAP_LONGS (IO_BITMAP_BYTES / sizeof(long))

#ifndef TASK_SIZE
#define TASK_SIZE PAGE_OFFSET
#define TASK_SIZE_MAX TASK_SIZE
#endif
#define TASK_SIZE_LOW TASK_SIZE
#define DEFAULT_MAP_WINDOW TASK_SIZE
#define STACK_TOP TASK_SIZE
#define STACK_TOP_MAX STACK_TOP
#define TASK_UNMAPPED_BASE PAGE_ALIGN(TASK_SIZE_LOW / 3)

// The registers at the entry from user mode lie at the very top of the stack.
#define task_pt_regs(task)                                                \
  ((struct pt_regs*)((unsigned long)task_stack_page(task) + THREAD_SIZE - \
                     TOP_OF_KERNEL_STACK_PADDING) -                       \
   1)
#define task_top_of_stack(task) ((unsigned long)(task_pt_regs(task) + 1))
#define KSTK_EIP(task) (task_pt_regs(task)->ip)
#define KSTK_ESP(task) (task_pt_regs(task)->sp)

static inline void native_cpuid(unsigned int* eax, unsigned int* ebx, unsigned int* ecx,
                                unsigned int* edx) {
  __asm__ __volatile__("cpuid"
                       : "=a"(*eax), "=b"(*ebx), "=c"(*ecx), "=d"(*edx)
                       : "0"(*eax), "2"(*ecx)
                       : "memory");
}
#define __cpuid native_cpuid
static inline void cpuid_count(unsigned int op, int count, unsigned int* eax, unsigned int* ebx,
                               unsigned int* ecx, unsigned int* edx) {
  *eax = op;
  *ecx = count;
  __cpuid(eax, ebx, ecx, edx);
}
static inline void cpuid(unsigned int op, unsigned int* eax, unsigned int* ebx, unsigned int* ecx,
                         unsigned int* edx) {
  cpuid_count(op, 0, eax, ebx, ecx, edx);
}
#define __MM32_CPUID(reg)                                   \
  static inline unsigned int cpuid_##reg(unsigned int op) { \
    unsigned int eax, ebx, ecx, edx;                        \
    cpuid(op, &eax, &ebx, &ecx, &edx);                      \
    return reg;                                             \
  }                                                         \
  static inline unsigned int native_cpuid_##reg(unsigned int op) { return cpuid_##reg(op); }
__MM32_CPUID(eax)
__MM32_CPUID(ebx)
__MM32_CPUID(ecx)
__MM32_CPUID(edx)
#undef __MM32_CPUID
static inline int have_cpuid_p(void) { return 1; }

// The base of the leaves of a hypervisor that signs so; 0 when there is none.
#define for_each_possible_hypervisor_cpuid_base(function) \
  for ((function) = 0x40000000; (function) < 0x40010000; (function) += 0x100)
static inline u32 hypervisor_cpuid_base(const char* sig, u32 leaves) {
  u32 base, eax, words[3];
  for_each_possible_hypervisor_cpuid_base(base) {
    cpuid(base, &eax, &words[0], &words[1], &words[2]);
    if (!__builtin_memcmp(sig, words, 12) && (leaves == 0 || eax - base >= leaves)) return base;
  }
  return 0;
}

static inline unsigned long native_read_cr3_pa(void) { return read_cr3_pa(); }
static inline void load_cr3(pgd_t* pgdir) {
  __asm__ __volatile__("mov %0,%%cr3" : : "r"((unsigned long)pgdir - PAGE_OFFSET) : "memory");
}
static __always_inline void spin_lock_prefetch(const void* x) { prefetchw(x); }

#endif
