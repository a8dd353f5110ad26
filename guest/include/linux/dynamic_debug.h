// Sites of pr_debug: section __dyndbg. A site prints when its flags say so.
#ifndef _LINUX_DYNAMIC_DEBUG_H
#define _LINUX_DYNAMIC_DEBUG_H

#include <linux/compiler.h>
#include <linux/types.h>

struct static_key_mm32 {
  atomic_t enabled;
  void* entries;
};
struct _ddebug {
  const char* modname;
  const char* function;
  const char* filename;
  const char* format;
  unsigned int lineno : 18;
  unsigned int class_id : 6;
  unsigned int flags : 8;
  struct static_key_mm32 key;
} __aligned(8);
_Static_assert(sizeof(struct _ddebug) == 32, "struct _ddebug of 6.1 i386");

#define DPRINTK_PRINT 1u
#define DPRINTK_MODNAME 2u
#define DPRINTK_FUNCNAME 4u
#define DPRINTK_LINENO 8u
#define DPRINTK_TID 16u
#ifdef DEBUG
#define __MM32_DPRINTK_DEFAULT DPRINTK_PRINT
#else
#define __MM32_DPRINTK_DEFAULT 0
#endif

void __dynamic_pr_debug(struct _ddebug* descriptor, const char* fmt, ...) __printf(2, 3);
// The site holds the format as written; what pr_fmt puts before it may bring arguments of its own.
#define dynamic_pr_debug(fmt, ...)                                  \
  do {                                                              \
    static struct _ddebug __used __section("__dyndbg")              \
        __site_mm32 = {.modname = KBUILD_MODNAME,                   \
                       .function = __func__,                        \
                       .filename = __FILE__,                        \
                       .format = (fmt),                             \
                       .lineno = __LINE__,                          \
                       .class_id = 63,                              \
                       .flags = __MM32_DPRINTK_DEFAULT};            \
    if (unlikely(__site_mm32.flags & DPRINTK_PRINT))                \
      __dynamic_pr_debug(&__site_mm32, pr_fmt(fmt), ##__VA_ARGS__); \
  } while (0)

#endif
