// Numbers of requests.
#ifndef _ASM_IOCTLS_H
#define _ASM_IOCTLS_H

#include <asm-generic/ioctls.h>
#include <linux/types.h>

#endif
