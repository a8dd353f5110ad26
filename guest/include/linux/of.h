// The device tree, of which a PC has none: the calls are declared for drivers that ask.
#ifndef _LINUX_OF_H
#define _LINUX_OF_H

#include <linux/bitops.h>
#include <linux/errno.h>
#include <linux/kobject.h>
#include <linux/mod_devicetable.h>
#include <linux/property.h>
#include <linux/types.h>

typedef u32 phandle;
struct property;
struct device_node;
#define of_match_ptr(ptr) NULL
#define of_have_populated_dt() false
#define of_node_get(node) (node)
#define of_node_put(node) ((void)(node))
static inline struct device_node* of_find_node_by_name(struct device_node* from, const char* name) {
  return NULL;
}
static inline struct device_node* of_find_node_by_path(const char* path) { return NULL; }
static inline struct device_node* of_find_compatible_node(struct device_node* from,
                                                          const char* type, const char* compat) {
  return NULL;
}
static inline int of_property_read_u32(const struct device_node* np, const char* name, u32* out) {
  return -ENOSYS;
}
static inline int of_property_read_string(const struct device_node* np, const char* name,
                                          const char** out) {
  return -ENOSYS;
}
static inline bool of_property_read_bool(const struct device_node* np, const char* name) {
  return false;
}
static inline int of_device_is_compatible(const struct device_node* device, const char* name) {
  return 0;
}
static inline const void* of_get_property(const struct device_node* node, const char* name,
                                          int* lenp) {
  return NULL;
}

#endif
