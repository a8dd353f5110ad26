// Per-CPU variables. %fs is the segment of the running CPU's copies: a variable at link address V
// is at %fs:V. per_cpu_ptr adds the CPU's offset from __per_cpu_offset.
#ifndef _ASM_PERCPU_H
#define _ASM_PERCPU_H

#include <linux/compiler.h>
#include <linux/types.h>

#define PER_CPU_BASE_SECTION ".data..percpu"
#define DECLARE_PER_CPU(type, name) extern __section(".data..percpu") typeof(type) name
#define DEFINE_PER_CPU(type, name) __section(".data..percpu") typeof(type) name
#define DECLARE_PER_CPU_SHARED_ALIGNED(type, name) DECLARE_PER_CPU(type, name)
#define DEFINE_PER_CPU_SHARED_ALIGNED(type, name) DEFINE_PER_CPU(type, name) __aligned(64)
#define DECLARE_PER_CPU_ALIGNED(type, name) DECLARE_PER_CPU(type, name)
#define DEFINE_PER_CPU_ALIGNED(type, name) DEFINE_PER_CPU(type, name) __aligned(64)
#define DECLARE_PER_CPU_READ_MOSTLY(type, name) DECLARE_PER_CPU(type, name)
#define DEFINE_PER_CPU_READ_MOSTLY(type, name) DEFINE_PER_CPU(type, name)
#define DEFINE_PER_CPU_PAGE_ALIGNED(type, name) DEFINE_PER_CPU(type, name) __aligned(4096)

DECLARE_PER_CPU(unsigned long, this_cpu_off);
DECLARE_PER_CPU(int, cpu_number);
DECLARE_PER_CPU(int, __preempt_count);
DECLARE_PER_CPU(struct task_struct*, current_task);
DECLARE_PER_CPU(unsigned long, __stack_chk_guard);
extern unsigned long __per_cpu_offset[32];

static __always_inline unsigned long __mm32_this_cpu_off(void) {
  unsigned long off;
  __asm__("movl %%fs:%1,%0" : "=r"(off) : "m"(this_cpu_off));
  return off;
}
#define per_cpu_offset(cpu) (__per_cpu_offset[cpu])
#define SHIFT_PERCPU_PTR(ptr, offset) RELOC_HIDE(ptr, offset)
#define per_cpu_ptr(ptr, cpu) SHIFT_PERCPU_PTR((ptr), per_cpu_offset(cpu))
#define raw_cpu_ptr(ptr) SHIFT_PERCPU_PTR(ptr, __mm32_this_cpu_off())
#define this_cpu_ptr(ptr) raw_cpu_ptr(ptr)
#define per_cpu(var, cpu) (*per_cpu_ptr(&(var), cpu))
#define raw_smp_processor_id() (*raw_cpu_ptr(&cpu_number))

#endif
