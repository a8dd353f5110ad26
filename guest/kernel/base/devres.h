// What the files of guest/kernel/base share.
#ifndef GUEST_KERNEL_BASE_DEVRES_H
#define GUEST_KERNEL_BASE_DEVRES_H

#include <linux/device.h>

#include "image.h"

struct devres_node {
  struct list_head entry;
  dr_release_t release;
  const char* name;
  size_t size;
};
struct devres {
  struct devres_node node;
  u8 __aligned(8) data[];
};

static inline bool is_kernel_rodata(unsigned long addr) {
  return addr >= __mm32_text_end && addr < __mm32_rodata_end;
}

// Whether allocations are cleared, asked for or not (init_on_alloc=). The host sets it.
extern unsigned int __mm32_init_on_alloc;

// Gives everything of the device back, last first.
void devres_release_all(struct device* dev);

#endif
