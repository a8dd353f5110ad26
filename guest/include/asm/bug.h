// BUG and WARN as x86 has them: an undefined instruction, described by an entry of __bug_table
// {address, file, line, flags}. The trap handler prints the report and, for a warning, goes on.
#ifndef _ASM_BUG_H
#define _ASM_BUG_H

#include <linux/compiler.h>
#include <linux/stringify.h>

#ifndef __ASSEMBLY__
struct bug_entry {
  unsigned long bug_addr;
  const char* file;
  unsigned short line;
  unsigned short flags;
};

#define BUGFLAG_WARNING (1 << 0)
#define BUGFLAG_ONCE (1 << 1)
#define BUGFLAG_DONE (1 << 2)
#define BUGFLAG_NO_CUT_HERE (1 << 3)
#define BUGFLAG_TAINT(taint) ((taint) << 8)
#define BUG_GET_TAINT(bug) ((bug)->flags >> 8)

#define _BUG_FLAGS(flags) _BUG_FLAGS_AT(__FILE__, __LINE__, flags)
// The same for a check that is reported as another file and line: of the kernel's own source.
#define _BUG_FLAGS_AT(file, line, flags)  \
  __asm__ __volatile__(                   \
      "1: .byte 0x0f, 0x0b\n"             \
      ".pushsection __bug_table,\"aw\"\n" \
      "2: .long 1b, %c0\n"                \
      "\t.word %c1, %c2\n"                \
      "\t.org 2b+%c3\n"                   \
      ".popsection"                       \
      :                                   \
      : "i"(file), "i"(line), "i"(flags), "i"(sizeof(struct bug_entry)))
#define HAVE_ARCH_BUG
#define BUG()                \
  do {                       \
    _BUG_FLAGS(0);           \
    __builtin_unreachable(); \
  } while (0)
#define __WARN_FLAGS(flags) _BUG_FLAGS(BUGFLAG_WARNING | (flags))
#endif

#endif
