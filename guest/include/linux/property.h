// Properties of devices, whoever describes them.
#ifndef _LINUX_PROPERTY_H
#define _LINUX_PROPERTY_H

#include <linux/errno.h>
#include <linux/types.h>

struct device;
struct fwnode_handle;
struct fwnode_operations;

struct fwnode_handle {
  struct fwnode_handle* secondary;
  const struct fwnode_operations* ops;
  struct device* dev;
  struct list_head suppliers;
  struct list_head consumers;
  unsigned long flags;
};
_Static_assert(sizeof(struct fwnode_handle) == 32, "struct fwnode_handle of 6.1 i386");

bool device_property_present(struct device*, const char*);
int device_property_read_u8_array(struct device*, const char*, u8*, size_t);
int device_property_read_u16_array(struct device*, const char*, u16*, size_t);
int device_property_read_u32_array(struct device*, const char*, u32*, size_t);
int device_property_read_u64_array(struct device*, const char*, u64*, size_t);
int device_property_read_string_array(struct device*, const char*, const char**, size_t);
int device_property_read_string(struct device*, const char*, const char**);
int device_property_match_string(struct device*, const char*, const char*);

#endif
