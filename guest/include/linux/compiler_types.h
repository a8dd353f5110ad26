// Attributes and annotations of the kernel dialect of C, for gcc and clang.
//
// Sparse annotations (__user, __iomem, __rcu …) mean nothing here: they are empty. Linux: 6.1
// include/linux/compiler_types.h and compiler_attributes.h.
#ifndef _LINUX_COMPILER_TYPES_H
#define _LINUX_COMPILER_TYPES_H

#ifndef __ASSEMBLY__

#define __user
#define __kernel
#define __iomem
#define __percpu
#define __rcu
#define __nocast
#define __safe
#define __force
#define __private
#define __bitwise
#define __bitwise__
#define __must_hold(x)
#define __acquires(x)
#define __cond_acquires(x)
#define __releases(x)
#define __acquire(x) (void)0
#define __release(x) (void)0
#define __cond_lock(x, c) (c)
#define __chk_user_ptr(x) (void)0
#define __chk_io_ptr(x) (void)0
#define ACCESS_PRIVATE(p, member) ((p)->member)

#define __alias(symbol) __attribute__((__alias__(#symbol)))
#define __aligned(x) __attribute__((__aligned__(x)))
#define __aligned_largest __attribute__((__aligned__))
#define __always_unused __attribute__((__unused__))
#define __maybe_unused __attribute__((__unused__))
#define __must_check __attribute__((__warn_unused_result__))
#define __malloc __attribute__((__malloc__))
#define __alloc_size(...) __attribute__((__alloc_size__(__VA_ARGS__)))
#define __realloc_size(...)
#define __assume_aligned(...) __attribute__((__assume_aligned__(__VA_ARGS__)))
#define __mode(x) __attribute__((__mode__(x)))
#define __noreturn __attribute__((__noreturn__))
#define __packed __attribute__((__packed__))
#define __printf(a, b) __attribute__((__format__(__printf__, a, b)))
#define __scanf(a, b) __attribute__((__format__(__scanf__, a, b)))
#define __pure __attribute__((__pure__))
#define __attribute_const__ __attribute__((__const__))
#define __section(name) __attribute__((__section__(name)))
#define __used __attribute__((__used__))
#define __weak __attribute__((__weak__))
#define __cold __attribute__((__cold__))
#define __hot
#define __visible
#define __deprecated
#define __init_or_module
#define __no_sanitize_or_inline inline
#define __nonstring
#define __flatten __attribute__((__flatten__))
#define __cleanup(f) __attribute__((__cleanup__(f)))
#define __designated_init
#define __nostackprotector
#define __no_stack_protector
#define __noclone
#define __compiletime_error(message)
#define __compiletime_warning(message)
#define __copy(symbol)
#define __latent_entropy
#define __randomize_layout
#define __no_randomize_layout
#define randomized_struct_fields_start
#define randomized_struct_fields_end
#define __signed__ signed
#define __ADDRESSABLE(sym)
#define __counted_by(member)
#define __diag_push()
#define __diag_pop()
#define __diag_ignore_all(option, comment)

// A plain "inline" is a definition for other files as well, as before C99. With -fgnu89-inline the
// compiler means that by the word itself, which makes long sources shorter by a sixth.
#ifndef __GNUC_GNU_INLINE__
#define inline inline __attribute__((__gnu_inline__)) __attribute__((__unused__))
#endif
#define __inline__ inline
#define __inline inline
#define __always_inline inline __attribute__((__always_inline__))
#define __gnu_inline __attribute__((__gnu_inline__))
#define noinline __attribute__((__noinline__))
#define noinline_for_stack noinline
#define __noinline noinline
#define notrace
#define __nocfi
#define noinstr noinline

#if __has_attribute(__fallthrough__)
#define fallthrough __attribute__((__fallthrough__))
#else
#define fallthrough \
  do {              \
  } while (0)
#endif

#define asmlinkage __attribute__((regparm(0)))
#define fastcall __attribute__((regparm(3)))
#define FASTCALL(declaration) declaration

#define __same_type(a, b) __builtin_types_compatible_p(typeof(a), typeof(b))
#define __native_word(t) \
  (sizeof(t) == sizeof(char) || sizeof(t) == sizeof(short) || sizeof(t) == sizeof(long))
#define __unqual_scalar_typeof(x) typeof(((void)0, (x)))

#define ___PASTE(a, b) a##b
#define __PASTE(a, b) ___PASTE(a, b)
#define __UNIQUE_ID(prefix) __PASTE(__PASTE(__UNIQUE_ID_, prefix), __COUNTER__)

#endif  // __ASSEMBLY__
#endif
