#ifndef _LINUX_CRC32C_H
#define _LINUX_CRC32C_H

#include <linux/crc32.h>
u32 crc32c(u32 crc, const void* address, unsigned int length);

#endif
