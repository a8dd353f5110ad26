// Arguments of functions with a variable number of them: the compiler's header.
#ifndef _LINUX_STDARG_H
#define _LINUX_STDARG_H

#include <stdarg.h>

#endif
