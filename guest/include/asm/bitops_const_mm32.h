// The bit operations that promise no atomicity; part of <asm/bitops.h>. Where the compiler knows
// the bit and the word they are plain C, so that a mask built with them is a constant (Linux 6.1
// linux/bitops.h, bitop()); elsewhere they are the one instruction of i386.
#ifndef _ASM_BITOPS_CONST_MM32_H
#define _ASM_BITOPS_CONST_MM32_H

#include <linux/types.h>

#define __MM32_WORD_OF(addr, nr) (((unsigned long*)(addr))[(nr) / 32])
#define __MM32_BIT_OF(nr) (1UL << ((nr) % 32))

#define __MM32_CONST_BITOP(name, op)                                                    \
  static __always_inline void name(unsigned long nr, const volatile unsigned long* p) { \
    __MM32_WORD_OF(p, nr) op __MM32_BIT_OF(nr);                                         \
  }
#define __MM32_CONST_TEST_BITOP(name, op)                                               \
  static __always_inline bool name(unsigned long nr, const volatile unsigned long* p) { \
    bool old = (__MM32_WORD_OF(p, nr) & __MM32_BIT_OF(nr)) != 0;                        \
    __MM32_WORD_OF(p, nr) op __MM32_BIT_OF(nr);                                         \
    return old;                                                                         \
  }

__MM32_CONST_BITOP(const___set_bit, |=)
__MM32_CONST_BITOP(const___clear_bit, &= ~)
__MM32_CONST_BITOP(const___change_bit, ^=)
__MM32_CONST_TEST_BITOP(const___test_and_set_bit, |=)
__MM32_CONST_TEST_BITOP(const___test_and_clear_bit, &= ~)
__MM32_CONST_TEST_BITOP(const___test_and_change_bit, ^=)
static __always_inline bool const_test_bit(unsigned long nr, const volatile unsigned long* p) {
  return (__MM32_WORD_OF(p, nr) & __MM32_BIT_OF(nr)) != 0;
}

#define bitop(op, nr, addr)                                                            \
  ((__builtin_constant_p(nr) && __builtin_constant_p((unsigned long)(addr) != 0) &&    \
    (unsigned long)(addr) != 0 && __builtin_constant_p(*(const unsigned long*)(addr))) \
       ? const_##op(nr, addr)                                                          \
       : arch_##op(nr, addr))
#define __set_bit(nr, addr) bitop(__set_bit, nr, addr)
#define __clear_bit(nr, addr) bitop(__clear_bit, nr, addr)
#define __change_bit(nr, addr) bitop(__change_bit, nr, addr)
#define __test_and_set_bit(nr, addr) bitop(__test_and_set_bit, nr, addr)
#define __test_and_clear_bit(nr, addr) bitop(__test_and_clear_bit, nr, addr)
#define __test_and_change_bit(nr, addr) bitop(__test_and_change_bit, nr, addr)
#define test_bit(nr, addr) bitop(test_bit, nr, addr)

#endif
