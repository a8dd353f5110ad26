#ifndef _LINUX_CRC32C_H
#define _LINUX_CRC32C_H

#include <linux/crc32.h>
u32 crc32c(u32 crc, const void* address, unsigned int length);

#define crc32c_le crc32c
const char* crc32c_impl(void);

#endif
