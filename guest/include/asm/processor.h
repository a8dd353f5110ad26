// Small services of the CPU.
#ifndef _ASM_PROCESSOR_H
#define _ASM_PROCESSOR_H

#include <asm/cpufeature.h>
#include <asm/desc_defs.h>
#include <asm/msr.h>
#include <asm/page.h>
#include <asm/pgtable_types.h>
#include <asm/processor-flags.h>
#include <asm/segment.h>
#include <linux/compiler.h>
#include <linux/types.h>

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

#include <asm/processor_more_mm32.h>

#endif
