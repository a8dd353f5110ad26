// A mapping of memory or of a device.
#ifndef _LINUX_IOSYS_MAP_H
#define _LINUX_IOSYS_MAP_H

#include <linux/compiler_types.h>
#include <linux/io.h>
#include <linux/string.h>
#include <linux/types.h>

struct iosys_map;

struct iosys_map {
  union {
    void* vaddr_iomem;
    void* vaddr;
  };
  bool is_iomem;
};

#endif
