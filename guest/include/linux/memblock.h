// The allocator of the early boot, over by the time a module runs.
#ifndef _LINUX_MEMBLOCK_H
#define _LINUX_MEMBLOCK_H

#include <asm/dma.h>
#include <linux/init.h>
#include <linux/mm.h>
#include <linux/types.h>

struct memblock_region;

enum memblock_flags {
  MEMBLOCK_NONE = 0,
  MEMBLOCK_HOTPLUG = 1,
  MEMBLOCK_MIRROR = 2,
  MEMBLOCK_NOMAP = 4,
  MEMBLOCK_DRIVER_MANAGED = 8
};
struct memblock_region {
  phys_addr_t base;
  phys_addr_t size;
  enum memblock_flags flags;
};
struct memblock_type {
  unsigned long cnt;
  unsigned long max;
  phys_addr_t total_size;
  struct memblock_region* regions;
  char* name;
};
struct memblock {
  bool bottom_up;
  phys_addr_t current_limit;
  struct memblock_type memory;
  struct memblock_type reserved;
};

#endif
