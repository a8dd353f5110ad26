// Mapping and using device memory.
#ifndef _LINUX_IO_H
#define _LINUX_IO_H

#include <asm/io.h>
#include <linux/err.h>
#include <linux/ioport.h>
#include <linux/types.h>

enum {
  MEMREMAP_WB = 1 << 0,
  MEMREMAP_WT = 1 << 1,
  MEMREMAP_WC = 1 << 2,
  MEMREMAP_ENC = 1 << 3,
  MEMREMAP_DEC = 1 << 4,
};

void* memremap(resource_size_t offset, size_t size, unsigned long flags);
void memunmap(void* addr);

#endif
