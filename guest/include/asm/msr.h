// Model-specific registers. The _safe forms return -EIO for a register that does not exist.
#ifndef _ASM_MSR_H
#define _ASM_MSR_H

#include <asm/extable.h>
#include <asm/msr-index.h>
#include <asm/timex.h>
#include <linux/errno.h>
#include <linux/types.h>

struct msr {
  union {
    struct {
      u32 l;
      u32 h;
    };
    u64 q;
  };
};
struct msr_info {
  u32 msr_no;
  struct msr reg;
  struct msr* msrs;
  int err;
};
struct msr_regs_info {
  u32* regs;
  int err;
};

static __always_inline unsigned long long __rdmsr(unsigned int msr) {
  unsigned long long val;
  __asm__ __volatile__("rdmsr" : "=A"(val) : "c"(msr));
  return val;
}
static __always_inline void __wrmsr(unsigned int msr, u32 low, u32 high) {
  __asm__ __volatile__("wrmsr" : : "c"(msr), "a"(low), "d"(high) : "memory");
}
// A fault leaves -EIO in ebx: an entry of kind 17 (a register gets a number), 3 is ebx.
#define __MM32_MSR_FIXUP               \
  ".pushsection __ex_table, \"a\"\n"   \
  ".balign 4\n"                        \
  ".long 1b - .\n"                     \
  ".long 2b - .\n"                     \
  ".long 17 | (3 << 8) | (-5 << 16)\n" \
  ".popsection"
static inline unsigned long long native_read_msr_safe(unsigned int msr, int* err) {
  unsigned long long val = 0;
  int failed = 0;
  __asm__ __volatile__("1: rdmsr\n2:\n" __MM32_MSR_FIXUP : "+b"(failed), "+A"(val) : "c"(msr));
  *err = failed;
  return failed ? 0 : val;
}
static inline int native_write_msr_safe(unsigned int msr, u32 low, u32 high) {
  int failed = 0;
  __asm__ __volatile__("1: wrmsr\n2:\n" __MM32_MSR_FIXUP
                       : "+b"(failed)
                       : "c"(msr), "a"(low), "d"(high)
                       : "memory");
  return failed;
}
#define native_read_msr(msr) __rdmsr(msr)
#define native_write_msr(msr, low, high) __wrmsr(msr, low, high)
#define native_wrmsrl(msr, val) __wrmsr((msr), (u32)(u64)(val), (u32)((u64)(val) >> 32))
#define rdmsr(msr, low, high)            \
  do {                                   \
    u64 __val = __rdmsr((msr));          \
    (void)((low) = (u32)__val);          \
    (void)((high) = (u32)(__val >> 32)); \
  } while (0)
#define native_rdmsr(msr, low, high) rdmsr(msr, low, high)
#define rdmsrl(msr, val) ((val) = __rdmsr((msr)))
static inline void wrmsr(unsigned int msr, u32 low, u32 high) { __wrmsr(msr, low, high); }
#define native_wrmsr(msr, low, high) __wrmsr(msr, low, high)
static inline void wrmsrl(unsigned int msr, u64 val) { __wrmsr(msr, (u32)val, (u32)(val >> 32)); }
static inline int wrmsr_safe(unsigned int msr, u32 low, u32 high) {
  return native_write_msr_safe(msr, low, high);
}
static inline int wrmsrl_safe(unsigned int msr, u64 val) {
  return wrmsr_safe(msr, (u32)val, (u32)(val >> 32));
}
static inline int rdmsrl_safe(unsigned int msr, unsigned long long* p) {
  int err;
  *p = native_read_msr_safe(msr, &err);
  return err;
}
#define rdmsr_safe(msr, low, high)                   \
  ({                                                 \
    int __err;                                       \
    u64 __val = native_read_msr_safe((msr), &__err); \
    (*low) = (u32)__val;                             \
    (*high) = (u32)(__val >> 32);                    \
    __err;                                           \
  })
static inline unsigned long long native_read_pmc(int counter) {
  unsigned long long val;
  __asm__ __volatile__("rdpmc" : "=A"(val) : "c"(counter));
  return val;
}
#define rdpmcl(counter, val) ((val) = native_read_pmc(counter))
#define rdpmc(counter, low, high)           \
  do {                                      \
    u64 __val = native_read_pmc((counter)); \
    (low) = (u32)__val;                     \
    (high) = (u32)(__val >> 32);            \
  } while (0)

struct cpumask;
struct msr* msrs_alloc(void);
void msrs_free(struct msr* msrs);
int msr_set_bit(u32 msr, u8 bit);
int msr_clear_bit(u32 msr, u8 bit);
int rdmsr_on_cpu(unsigned int cpu, u32 msr_no, u32* l, u32* h);
int wrmsr_on_cpu(unsigned int cpu, u32 msr_no, u32 l, u32 h);
int rdmsrl_on_cpu(unsigned int cpu, u32 msr_no, u64* q);
int wrmsrl_on_cpu(unsigned int cpu, u32 msr_no, u64 q);
void rdmsr_on_cpus(const struct cpumask* mask, u32 msr_no, struct msr* msrs);
void wrmsr_on_cpus(const struct cpumask* mask, u32 msr_no, struct msr* msrs);
int rdmsr_safe_on_cpu(unsigned int cpu, u32 msr_no, u32* l, u32* h);
int wrmsr_safe_on_cpu(unsigned int cpu, u32 msr_no, u32 l, u32 h);
int rdmsrl_safe_on_cpu(unsigned int cpu, u32 msr_no, u64* q);
int wrmsrl_safe_on_cpu(unsigned int cpu, u32 msr_no, u64 q);
int rdmsr_safe_regs_on_cpu(unsigned int cpu, u32 regs[8]);
int wrmsr_safe_regs_on_cpu(unsigned int cpu, u32 regs[8]);
int rdmsr_safe_regs(u32 regs[8]);
int wrmsr_safe_regs(u32 regs[8]);

#endif
