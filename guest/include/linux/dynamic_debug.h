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

struct device;
struct net_device;
void __dynamic_pr_debug(struct _ddebug* descriptor, const char* fmt, ...) __printf(2, 3);
void __dynamic_dev_dbg(struct _ddebug* descriptor, const struct device* dev, const char* fmt, ...)
    __printf(3, 4);
// A site of a class; 63 is none.
#define __MM32_DEBUG_SITE(cls, site_fmt, ...) \
  __MM32_DEBUG_SITE_OF(__dynamic_pr_debug, cls, site_fmt, __VA_ARGS__)
#define __MM32_DEBUG_SITE_OF(print, cls, site_fmt, ...)                                \
  do {                                                                                 \
    static struct _ddebug __used __section("__dyndbg")                                 \
        __site_mm32 = {.modname = KBUILD_MODNAME,                                      \
                       .function = __func__,                                           \
                       .filename = __FILE__,                                           \
                       .format = (site_fmt),                                           \
                       .lineno = __LINE__,                                             \
                       .class_id = (cls),                                              \
                       .flags = __MM32_DPRINTK_DEFAULT};                               \
    if (unlikely(__site_mm32.flags & DPRINTK_PRINT)) print(&__site_mm32, __VA_ARGS__); \
  } while (0)
// The site holds the format as written; what pr_fmt puts before it may bring arguments of its own.
#define dynamic_pr_debug(fmt, ...) __MM32_DEBUG_SITE(63, fmt, pr_fmt(fmt), ##__VA_ARGS__)
#define dynamic_dev_dbg(dev, fmt, ...) \
  __MM32_DEBUG_SITE_OF(__dynamic_dev_dbg, 63, fmt, dev, dev_fmt(fmt), ##__VA_ARGS__)
#define __pr_debug_cls(cls, fmt, ...) __MM32_DEBUG_SITE(cls, fmt, fmt, ##__VA_ARGS__)

// Classes of sites: named in a table that nobody reads here, as no parameter of the kernel selects
// them. Linux 6.1.
enum class_map_type {
  DD_CLASS_TYPE_DISJOINT_BITS,
  DD_CLASS_TYPE_LEVEL_NUM,
  DD_CLASS_TYPE_DISJOINT_NAMES,
  DD_CLASS_TYPE_LEVEL_NAMES
};
struct ddebug_class_map {
  struct list_head link;
  struct module* mod;
  const char* mod_name;
  const char** class_names;
  const int length;
  const int base;
  enum class_map_type map_type;
};
struct ddebug_class_param {
  union {
    unsigned long* bits;
    unsigned int* lvl;
  };
  char flags[8];
  const struct ddebug_class_map* map;
};
extern const struct kernel_param_ops param_ops_dyndbg_classes;
#define DECLARE_DYNDBG_CLASSMAP(_var, _maptype, _base, ...)                        \
  static const char* _var##_classnames[] = {__VA_ARGS__};                          \
  static struct ddebug_class_map __aligned(8) __used __section("__dyndbg_classes") \
      _var = {.mod = THIS_MODULE,                                                  \
              .mod_name = KBUILD_MODNAME,                                          \
              .base = _base,                                                       \
              .map_type = _maptype,                                                \
              .length = ARRAY_SIZE(_var##_classnames),                             \
              .class_names = _var##_classnames}

#endif
