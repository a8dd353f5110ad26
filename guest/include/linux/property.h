// Properties of devices, whoever describes them.
#ifndef _LINUX_PROPERTY_H
#define _LINUX_PROPERTY_H

#include <linux/errno.h>
#include <linux/fwnode.h>
#include <linux/types.h>

struct device;
struct software_node;

enum dev_prop_type {
  DEV_PROP_U8,
  DEV_PROP_U16,
  DEV_PROP_U32,
  DEV_PROP_U64,
  DEV_PROP_STRING,
  DEV_PROP_REF
};
struct software_node_ref_args {
  const struct software_node* node;
  unsigned int nargs;
  u64 args[NR_FWNODE_REFERENCE_ARGS];
};
struct property_entry {
  const char* name;
  size_t length;
  bool is_inline;
  enum dev_prop_type type;
  union {
    const void* pointer;
    union {
      u8 u8_data[8];
      u16 u16_data[4];
      u32 u32_data[2];
      u64 u64_data[1];
      const char* str[2];
    } value;
  };
};
_Static_assert(sizeof(struct property_entry) == 24, "struct property_entry of 6.1 i386");
struct software_node {
  const char* name;
  const struct software_node* parent;
  const struct property_entry* properties;
};
_Static_assert(sizeof(struct software_node) == 12, "struct software_node of 6.1 i386");

bool is_software_node(const struct fwnode_handle* fwnode);
const struct software_node* to_software_node(const struct fwnode_handle* fwnode);
struct fwnode_handle* software_node_fwnode(const struct software_node* node);
const struct software_node* software_node_find_by_name(const struct software_node* parent,
                                                       const char* name);
int software_node_register(const struct software_node* node);
void software_node_unregister(const struct software_node* node);
int software_node_register_nodes(const struct software_node* nodes);
void software_node_unregister_nodes(const struct software_node* nodes);
int software_node_register_node_group(const struct software_node** node_group);
void software_node_unregister_node_group(const struct software_node** node_group);
const char* fwnode_get_name(const struct fwnode_handle* fwnode);
struct fwnode_handle* fwnode_get_parent(const struct fwnode_handle* fwnode);
bool fwnode_property_present(const struct fwnode_handle* fwnode, const char* propname);
int fwnode_property_read_u8_array(const struct fwnode_handle* fwnode, const char* propname, u8* val,
                                  size_t nval);
int fwnode_property_read_u16_array(const struct fwnode_handle* fwnode, const char* propname,
                                   u16* val, size_t nval);
int fwnode_property_read_u32_array(const struct fwnode_handle* fwnode, const char* propname,
                                   u32* val, size_t nval);
int fwnode_property_read_u64_array(const struct fwnode_handle* fwnode, const char* propname,
                                   u64* val, size_t nval);
int fwnode_property_read_string_array(const struct fwnode_handle* fwnode, const char* propname,
                                      const char** val, size_t nval);
int fwnode_property_read_string(const struct fwnode_handle* fwnode, const char* propname,
                                const char** val);

#define PROPERTY_ENTRY_ARRAY_MM32(_name_, _type_, _val_, _len_)                        \
  (struct property_entry) {                                                            \
    .name = _name_, .length = (_len_) * sizeof(*(_val_)), .type = DEV_PROP_##_type_, { \
      .pointer = _val_                                                                 \
    }                                                                                  \
  }
#define PROPERTY_ENTRY_U8_ARRAY_LEN(n, v, l) PROPERTY_ENTRY_ARRAY_MM32(n, U8, v, l)
#define PROPERTY_ENTRY_U16_ARRAY_LEN(n, v, l) PROPERTY_ENTRY_ARRAY_MM32(n, U16, v, l)
#define PROPERTY_ENTRY_U32_ARRAY_LEN(n, v, l) PROPERTY_ENTRY_ARRAY_MM32(n, U32, v, l)
#define PROPERTY_ENTRY_U64_ARRAY_LEN(n, v, l) PROPERTY_ENTRY_ARRAY_MM32(n, U64, v, l)
#define PROPERTY_ENTRY_STRING_ARRAY_LEN(n, v, l) PROPERTY_ENTRY_ARRAY_MM32(n, STRING, v, l)
#define PROPERTY_ENTRY_U8_ARRAY(n, v) PROPERTY_ENTRY_U8_ARRAY_LEN(n, v, ARRAY_SIZE(v))
#define PROPERTY_ENTRY_U16_ARRAY(n, v) PROPERTY_ENTRY_U16_ARRAY_LEN(n, v, ARRAY_SIZE(v))
#define PROPERTY_ENTRY_U32_ARRAY(n, v) PROPERTY_ENTRY_U32_ARRAY_LEN(n, v, ARRAY_SIZE(v))
#define PROPERTY_ENTRY_U64_ARRAY(n, v) PROPERTY_ENTRY_U64_ARRAY_LEN(n, v, ARRAY_SIZE(v))
#define PROPERTY_ENTRY_STRING_ARRAY(n, v) PROPERTY_ENTRY_STRING_ARRAY_LEN(n, v, ARRAY_SIZE(v))
#define PROPERTY_ENTRY_ELEMENT_MM32(_name_, _type_, _member_, _val_)                  \
  (struct property_entry) {                                                           \
    .name = _name_, .length = sizeof(((struct property_entry*)0)->value._member_[0]), \
    .is_inline = true, .type = DEV_PROP_##_type_, {                                   \
      .value = {._member_[0] = _val_ }                                                \
    }                                                                                 \
  }
#define PROPERTY_ENTRY_U8(n, v) PROPERTY_ENTRY_ELEMENT_MM32(n, U8, u8_data, v)
#define PROPERTY_ENTRY_U16(n, v) PROPERTY_ENTRY_ELEMENT_MM32(n, U16, u16_data, v)
#define PROPERTY_ENTRY_U32(n, v) PROPERTY_ENTRY_ELEMENT_MM32(n, U32, u32_data, v)
#define PROPERTY_ENTRY_U64(n, v) PROPERTY_ENTRY_ELEMENT_MM32(n, U64, u64_data, v)
#define PROPERTY_ENTRY_STRING(n, v) PROPERTY_ENTRY_ELEMENT_MM32(n, STRING, str, v)
#define PROPERTY_ENTRY_BOOL(_name_) \
  (struct property_entry) { .name = _name_, .is_inline = true }

static inline int fwnode_property_read_u32(const struct fwnode_handle* fwnode, const char* propname,
                                           u32* val) {
  return fwnode_property_read_u32_array(fwnode, propname, val, 1);
}

bool device_property_present(struct device*, const char*);
int device_property_read_u8_array(struct device*, const char*, u8*, size_t);
int device_property_read_u16_array(struct device*, const char*, u16*, size_t);
int device_property_read_u32_array(struct device*, const char*, u32*, size_t);
int device_property_read_u64_array(struct device*, const char*, u64*, size_t);
int device_property_read_string_array(struct device*, const char*, const char**, size_t);
int device_property_read_string(struct device*, const char*, const char**);
int device_property_match_string(struct device*, const char*, const char*);

#endif
