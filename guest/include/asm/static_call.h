// Calls that are patched.
#ifndef _ASM_STATIC_CALL_H
#define _ASM_STATIC_CALL_H

#include <linux/static_call.h>

#endif
