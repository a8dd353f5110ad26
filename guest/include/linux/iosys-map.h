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

// Inline in Linux.
void iosys_map_set_vaddr(struct iosys_map* map, void* vaddr);
void iosys_map_set_vaddr_iomem(struct iosys_map* map, void* vaddr_iomem);
bool iosys_map_is_equal(const struct iosys_map* lhs, const struct iosys_map* rhs);
bool iosys_map_is_null(const struct iosys_map* map);
bool iosys_map_is_set(const struct iosys_map* map);
void iosys_map_clear(struct iosys_map* map);
void iosys_map_memcpy_to(struct iosys_map* dst, size_t dst_offset, const void* src, size_t len);
void iosys_map_memcpy_from(void* dst, const struct iosys_map* src, size_t src_offset, size_t len);
void iosys_map_incr(struct iosys_map* map, size_t incr);
void iosys_map_memset(struct iosys_map* dst, size_t offset, int value, size_t len);

#endif
