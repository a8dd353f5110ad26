// Attributes.
#ifndef _LINUX_SYSFS_H
#define _LINUX_SYSFS_H

#include <linux/stat.h>
#include <linux/types.h>
struct attribute {
  const char* name;
  umode_t mode;
};
struct attribute_group {
  const char* name;
  void* is_visible;
  void* is_bin_visible;
  struct attribute** attrs;
  void* bin_attrs;
};
int sysfs_emit(char* buf, const char* fmt, ...);
int sysfs_emit_at(char* buf, int at, const char* fmt, ...);

#endif
