// EXPORT_SYMBOL.
//
// In a module it emits what Debian's kernel build emits: a 12-byte entry of place-relative offsets
// (value, name, namespace) in section ___ksymtab+NAME or ___ksymtab_gpl+NAME, which the loader
// reads. In the resident image it emits a pair {address, name} in section .mm32_exports.
#ifndef _LINUX_EXPORT_H
#define _LINUX_EXPORT_H

#include <linux/stringify.h>

#ifndef __ASSEMBLY__

struct module;
#ifdef MODULE
extern struct module __this_module;
#define THIS_MODULE (&__this_module)
#else
#define THIS_MODULE ((struct module*)0)
#endif

struct kernel_symbol {
  int value_offset;
  int name_offset;
  int namespace_offset;
};

#ifdef MODULE
#define __EXPORT_SYMBOL(sym, sec, ns)                                                 \
  extern typeof(sym) sym;                                                             \
  __asm__(                                                                            \
      ".pushsection \"__ksymtab_strings\",\"aMS\",@progbits,1\n"                      \
      "__kstrtab_" #sym ": .asciz \"" #sym                                            \
      "\"\n"                                                                          \
      "__kstrtabns_" #sym ": .asciz \"" ns                                            \
      "\"\n"                                                                          \
      ".popsection\n"                                                                 \
      ".pushsection \"___ksymtab" sec "+" #sym                                        \
      "\",\"a\"\n"                                                                    \
      ".balign 4\n"                                                                   \
      "__ksymtab_" #sym ": .long " #sym "-., __kstrtab_" #sym "-., __kstrtabns_" #sym \
      "-.\n"                                                                          \
      ".popsection\n")
#else
struct mm32_export {
  const void* address;
  const char* name;
};
#define __EXPORT_SYMBOL(sym, sec, ns)                                 \
  extern typeof(sym) sym;                                             \
  static const struct mm32_export __mm32_export_##sym __attribute__(( \
      __used__, __section__(".mm32_exports"), __aligned__(4))) = {(const void*)&sym, #sym}
#endif

#define EXPORT_SYMBOL(sym) __EXPORT_SYMBOL(sym, "", "")
#define EXPORT_SYMBOL_GPL(sym) __EXPORT_SYMBOL(sym, "_gpl", "")
#define EXPORT_SYMBOL_GPL_FUTURE(sym) EXPORT_SYMBOL_GPL(sym)
#define EXPORT_UNUSED_SYMBOL(sym) EXPORT_SYMBOL(sym)
#define EXPORT_SYMBOL_NS(sym, ns) __EXPORT_SYMBOL(sym, "", #ns)
#define EXPORT_SYMBOL_NS_GPL(sym, ns) __EXPORT_SYMBOL(sym, "_gpl", #ns)
#define EXPORT_PER_CPU_SYMBOL(var) EXPORT_SYMBOL(var)
#define EXPORT_PER_CPU_SYMBOL_GPL(var) EXPORT_SYMBOL_GPL(var)

#endif  // __ASSEMBLY__
#endif
