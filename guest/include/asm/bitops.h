// Bit operations on arrays of unsigned long, as i386 does them: atomic ones with a lock prefix.
#ifndef _ASM_BITOPS_H
#define _ASM_BITOPS_H

#include <asm/barrier.h>
#include <linux/bits.h>
#include <linux/types.h>

#define __MM32_BITOP(name, prefix, insn)                                    \
  static __always_inline void name(long nr, volatile unsigned long* addr) { \
    __asm__ __volatile__(prefix insn " %1,%0"                               \
                         : "+m"(*(volatile long*)addr)                      \
                         : "Ir"(nr)                                         \
                         : "memory", "cc");                                 \
  }
#define __MM32_TEST_BITOP(name, prefix, insn)                               \
  static __always_inline bool name(long nr, volatile unsigned long* addr) { \
    bool old;                                                               \
    __asm__ __volatile__(prefix insn " %2,%0"                               \
                         : "+m"(*(volatile long*)addr), "=@ccc"(old)        \
                         : "Ir"(nr)                                         \
                         : "memory");                                       \
    return old;                                                             \
  }

__MM32_BITOP(set_bit, "lock ", "btsl")
__MM32_BITOP(clear_bit, "lock ", "btrl")
__MM32_BITOP(change_bit, "lock ", "btcl")
__MM32_BITOP(arch___set_bit, "", "btsl")
__MM32_BITOP(arch___clear_bit, "", "btrl")
__MM32_BITOP(arch___change_bit, "", "btcl")
__MM32_TEST_BITOP(test_and_set_bit, "lock ", "btsl")
__MM32_TEST_BITOP(test_and_clear_bit, "lock ", "btrl")
__MM32_TEST_BITOP(test_and_change_bit, "lock ", "btcl")
__MM32_TEST_BITOP(arch___test_and_set_bit, "", "btsl")
__MM32_TEST_BITOP(arch___test_and_clear_bit, "", "btrl")
__MM32_TEST_BITOP(arch___test_and_change_bit, "", "btcl")

static __always_inline bool arch_test_bit(long nr, const volatile unsigned long* addr) {
  return (addr[nr >> 5] >> (nr & 31)) & 1;
}
#include <asm/bitops_const_mm32.h>

#define test_bit_acquire(nr, addr) test_bit(nr, addr)
#define clear_bit_unlock(nr, addr) clear_bit(nr, addr)
#define __clear_bit_unlock(nr, addr) clear_bit(nr, addr)
#define test_and_set_bit_lock(nr, addr) test_and_set_bit(nr, addr)
#define clear_bit_unlock_is_negative_byte(nr, addr) \
  ({                                                \
    clear_bit(nr, addr);                            \
    test_bit(7, addr);                              \
  })

// Index of the lowest (__ffs) and highest (__fls) set bit from 0; ffs and fls count from 1.
#define __ffs(word) ((unsigned long)__builtin_ctzl(word))
#define ffz(word) ((unsigned long)__builtin_ctzl(~(word)))
#define __fls(word) ((unsigned long)(31 - __builtin_clzl(word)))
#define ffs(x) __builtin_ffs(x)
static __always_inline int fls(unsigned int x) { return x ? 32 - __builtin_clz(x) : 0; }
static __always_inline int fls64(u64 x) { return x ? 64 - __builtin_clzll(x) : 0; }
static __always_inline unsigned long __ffs64(u64 word) {
  return (unsigned long)__builtin_ctzll(word);
}

#endif
