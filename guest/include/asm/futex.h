// Operations on user words: none without processes.
#ifndef _ASM_FUTEX_H
#define _ASM_FUTEX_H

#include <asm/errno.h>
#include <linux/uaccess.h>

#endif
