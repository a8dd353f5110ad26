// What code says to the compiler about branches, memory accesses and unreachable places.
#ifndef _LINUX_COMPILER_H
#define _LINUX_COMPILER_H

#include <linux/compiler_types.h>

#define likely(x) __builtin_expect(!!(x), 1)
#define unlikely(x) __builtin_expect(!!(x), 0)
#define likely_notrace(x) likely(x)
#define unlikely_notrace(x) unlikely(x)

#define barrier() __asm__ __volatile__("" : : : "memory")
#define barrier_data(ptr) __asm__ __volatile__("" : : "r"(ptr) : "memory")
#define OPTIMIZER_HIDE_VAR(var) __asm__("" : "=r"(var) : "0"(var))
#define RELOC_HIDE(ptr, off)                           \
  ({                                                   \
    unsigned long __reloc_ptr;                         \
    __asm__("" : "=r"(__reloc_ptr) : "0"(ptr));        \
    (typeof(ptr))(__reloc_ptr + (unsigned long)(off)); \
  })
#define absolute_pointer(val) RELOC_HIDE((void*)(val), 0)
#define unreachable() __builtin_unreachable()
#define annotate_unreachable()
#define data_race(expr) (expr)
#define ASSERT_EXCLUSIVE_WRITER(var)
#define ASSERT_EXCLUSIVE_ACCESS(var)

// One access, of the width of the object, that the compiler may neither repeat nor leave out.
#define READ_ONCE(x) (*(const volatile typeof(x)*)&(x))
#define WRITE_ONCE(x, val)              \
  do {                                  \
    *(volatile typeof(x)*)&(x) = (val); \
  } while (0)
#define __READ_ONCE(x) READ_ONCE(x)
#define __WRITE_ONCE(x, val) WRITE_ONCE(x, val)
#define READ_ONCE_NOCHECK(x) READ_ONCE(x)
#define ACCESS_ONCE(x) (*(volatile typeof(x)*)&(x))

#define __compiletime_assert(condition, message) _Static_assert(condition, message)
// Each use declares a function of its own: the error attribute of one name could hold one text
// only.
#define compiletime_assert(condition, message) __MM32_ASSERT_AS(condition, message, __COUNTER__)
#define __MM32_ASSERT_AS(condition, message, n) __MM32_ASSERT_AT(condition, message, n)
#define __MM32_ASSERT_AT(condition, message, n)                                     \
  do {                                                                              \
    extern void __compiletime_assert_##n(void) __attribute__((__error__(message))); \
    if (!(condition)) __compiletime_assert_##n();                                   \
  } while (0)

#define uninitialized_var(x) x = x
#define is_constant_expression(x) __is_constexpr(x)

static inline void* offset_to_ptr(const int* off) { return (void*)((unsigned long)off + *off); }

#define __must_be_array(a) BUILD_BUG_ON_ZERO(__same_type((a), &(a)[0]))

#endif
