/*
 * The FPU in kernel code: whoever uses it keeps the CPU, and what the task had in it comes back.
 * Linux 6.1: arch/x86/kernel/fpu/core.c.
 */
#include <asm/fpu/api.h>
#include <linux/export.h>
#include <linux/preempt.h>
#include <linux/types.h>

#define KFPU_387 1
#define KFPU_MXCSR 2
#define MXCSR_DEFAULT 0x1f80

static u8 saved_state[512] __aligned(16);
static bool in_kernel_fpu;

bool irq_fpu_usable(void) {
  if (in_nmi() || in_kernel_fpu) return false;
  return !in_hardirq() || !softirq_count();
}
EXPORT_SYMBOL(irq_fpu_usable);

void kernel_fpu_begin_mask(unsigned int kfpu_mask) {
  const u32 mxcsr = MXCSR_DEFAULT;
  preempt_disable();
  in_kernel_fpu = true;
  __asm__ volatile("fxsave %0" : "=m"(saved_state));
  if (kfpu_mask & KFPU_MXCSR) __asm__ volatile("ldmxcsr %0" : : "m"(mxcsr));
  if (kfpu_mask & KFPU_387) __asm__ volatile("fninit");
}
EXPORT_SYMBOL_GPL(kernel_fpu_begin_mask);

void kernel_fpu_end(void) {
  __asm__ volatile("fxrstor %0" : : "m"(saved_state));
  in_kernel_fpu = false;
  preempt_enable();
}
EXPORT_SYMBOL_GPL(kernel_fpu_end);
