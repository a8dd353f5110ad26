/* The kernel image in memory, and warnings that are reported as checks of the kernel's own source.
 */
#ifndef MM32_IMAGE_H
#define MM32_IMAGE_H

#include <linux/bug.h>

/* Set by the host: text is [text_begin, text_end), read-only data goes from there to rodata_end. */
extern unsigned long __mm32_text_begin, __mm32_text_end, __mm32_rodata_end;

/* WARN_ON_ONCE and WARN at a file and line of Linux. */
#define WARN_ONCE_OF(file, line) \
  _BUG_FLAGS_AT(file, line, BUGFLAG_WARNING | BUGFLAG_ONCE | BUGFLAG_TAINT(TAINT_WARN))
#define WARN_OF(file, line, fmt...)                                                               \
  do {                                                                                            \
    __warn_printk(fmt);                                                                           \
    _BUG_FLAGS_AT(file, line, BUGFLAG_WARNING | BUGFLAG_NO_CUT_HERE | BUGFLAG_TAINT(TAINT_WARN)); \
  } while (0)

#endif
