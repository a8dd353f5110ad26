// Memory that the chip encrypts: never here.
#ifndef _LINUX_MEM_ENCRYPT_H
#define _LINUX_MEM_ENCRYPT_H

#include <linux/types.h>

#define __sme_set(x) (x)
#define __sme_clr(x) (x)
#define mem_encrypt_active() false

#endif
