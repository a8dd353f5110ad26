// Functions that may be made to fail: none, as Debian leaves the injection out.
#ifndef _LINUX_ERROR_INJECTION_H
#define _LINUX_ERROR_INJECTION_H

#include <linux/types.h>

enum { EI_ETYPE_NONE, EI_ETYPE_NULL, EI_ETYPE_ERRNO, EI_ETYPE_ERRNO_NULL, EI_ETYPE_TRUE };

#define ALLOW_ERROR_INJECTION(function, type)
static inline bool within_error_injection_list(unsigned long addr) { return false; }
static inline int get_injectable_error_type(unsigned long addr) { return EI_ETYPE_NONE; }

#endif
