// Descriptions of devices that modules bring: nodes with parents and properties.
//
// N1: a node's parent is registered before it and as long as it is.
// Linux: 6.1 drivers/base/swnode.c, drivers/base/property.c.
#include "swnode.h"

#include <linux/device.h>
#include <linux/errno.h>
#include <linux/export.h>
#include <linux/kernel.h>
#include <linux/slab.h>
#include <linux/string.h>

struct swnode {
  struct fwnode_handle fwnode;
  struct list_head list;
  const struct software_node* node;
  struct swnode* parent;
  const char* name;
  unsigned int children;
  unsigned int id;
  char made_name[16];
};

static LIST_HEAD(nodes);
static unsigned int next_id;

static struct swnode* swnode_of(const struct fwnode_handle* fwnode) {
  struct swnode* s;
  if (IS_ERR_OR_NULL(fwnode)) return NULL;
  list_for_each_entry(s, &nodes, list) if (&s->fwnode == fwnode) return s;
  return NULL;
}

static struct swnode* swnode_for(const struct software_node* node) {
  struct swnode* s;
  list_for_each_entry(s, &nodes, list) if (s->node == node) return s;
  return NULL;
}

bool is_software_node(const struct fwnode_handle* fwnode) { return swnode_of(fwnode); }
EXPORT_SYMBOL_GPL(is_software_node);

const struct software_node* to_software_node(const struct fwnode_handle* fwnode) {
  const struct swnode* s = swnode_of(fwnode);
  return s ? s->node : NULL;
}
EXPORT_SYMBOL_GPL(to_software_node);

struct fwnode_handle* software_node_fwnode(const struct software_node* node) {
  struct swnode* s = node ? swnode_for(node) : NULL;
  return s ? &s->fwnode : NULL;
}
EXPORT_SYMBOL_GPL(software_node_fwnode);

const struct software_node* software_node_find_by_name(const struct software_node* parent,
                                                       const char* name) {
  const struct swnode* s;
  if (!name) return NULL;
  list_for_each_entry(s, &nodes, list) {
    if (s->node && s->node->parent == parent && !strcmp(s->name, name)) return s->node;
  }
  return NULL;
}
EXPORT_SYMBOL_GPL(software_node_find_by_name);

int software_node_register(const struct software_node* node) {
  struct swnode* parent = node->parent ? swnode_for(node->parent) : NULL;
  struct swnode* s;
  if (swnode_for(node)) return -EEXIST;
  if (node->parent && !parent) return -EINVAL;
  s = kzalloc(sizeof(*s), GFP_KERNEL);
  if (!s) return -ENOMEM;
  fwnode_init(&s->fwnode, NULL);
  s->node = node;
  s->parent = parent;
  s->id = parent ? parent->children++ : next_id++;
  snprintf(s->made_name, sizeof(s->made_name), "node%u", s->id);
  s->name = node->name ? node->name : s->made_name;
  list_add_tail(&s->list, &nodes);
  return 0;
}
EXPORT_SYMBOL_GPL(software_node_register);

void software_node_unregister(const struct software_node* node) {
  struct swnode* s = swnode_for(node);
  if (!s) return;
  list_del(&s->list);
  kfree(s);
}
EXPORT_SYMBOL_GPL(software_node_unregister);

// Up to the first without a name; all or none.
int software_node_register_nodes(const struct software_node* list) {
  int i;
  for (i = 0; list[i].name; i++) {
    const int error = software_node_register(&list[i]);
    if (!error) continue;
    while (i--) software_node_unregister(&list[i]);
    return error;
  }
  return 0;
}
EXPORT_SYMBOL_GPL(software_node_register_nodes);

void software_node_unregister_nodes(const struct software_node* list) {
  int count = 0;
  while (list[count].name) count++;
  while (count--) software_node_unregister(&list[count]);
}
EXPORT_SYMBOL_GPL(software_node_unregister_nodes);

int software_node_register_node_group(const struct software_node** group) {
  int i;
  for (i = 0; group && group[i]; i++) {
    const int error = software_node_register(group[i]);
    if (!error) continue;
    while (i--) software_node_unregister(group[i]);
    return error;
  }
  return 0;
}
EXPORT_SYMBOL_GPL(software_node_register_node_group);

void software_node_unregister_node_group(const struct software_node** group) {
  int count = 0;
  while (group && group[count]) count++;
  while (count--) software_node_unregister(group[count]);
}
EXPORT_SYMBOL_GPL(software_node_unregister_node_group);

const char* fwnode_get_name(const struct fwnode_handle* fwnode) {
  const struct swnode* s = swnode_of(fwnode);
  return s ? s->name : NULL;
}
EXPORT_SYMBOL_GPL(fwnode_get_name);

struct fwnode_handle* fwnode_get_parent(const struct fwnode_handle* fwnode) {
  const struct swnode* s = swnode_of(fwnode);
  return s && s->parent ? &s->parent->fwnode : NULL;
}
EXPORT_SYMBOL_GPL(fwnode_get_parent);

unsigned int swnode_count_parents(const struct fwnode_handle* fwnode) {
  const struct swnode* s = swnode_of(fwnode);
  unsigned int count = 0;
  while (s && s->parent) s = s->parent, count++;
  return count;
}

const struct fwnode_handle* swnode_ancestor(const struct fwnode_handle* fwnode,
                                            unsigned int depth) {
  const struct swnode* s = swnode_of(fwnode);
  while (s && depth--) s = s->parent;
  return s ? &s->fwnode : NULL;
}

const char* swnode_name_prefix(const struct fwnode_handle* fwnode) {
  const struct swnode* s = swnode_of(fwnode);
  if (!s) return NULL;
  return s->parent ? "/" : "";
}

static const struct property_entry* entry_of(const struct fwnode_handle* fwnode,
                                             const char* propname) {
  const struct swnode* s = swnode_of(fwnode);
  const struct property_entry* p = s && s->node ? s->node->properties : NULL;
  for (; p && p->name; p++)
    if (!strcmp(p->name, propname)) return p;
  return NULL;
}

bool fwnode_property_present(const struct fwnode_handle* fwnode, const char* propname) {
  return entry_of(fwnode, propname);
}
EXPORT_SYMBOL_GPL(fwnode_property_present);

// Without a place: how many elements there are.
static noinline int read_array(const struct fwnode_handle* fwnode, const char* propname, void* val,
                               size_t nval, size_t size) {
  const struct property_entry* p = entry_of(fwnode, propname);
  const void* data;
  if (IS_ERR_OR_NULL(fwnode)) return -EINVAL;
  if (!p) return -EINVAL;
  if (!val) return p->length / size;
  data = p->is_inline ? (const void*)&p->value : p->pointer;
  if (!data) return -ENODATA;
  if (nval * size > p->length) return -EOVERFLOW;
  memcpy(val, data, nval * size);
  return 0;
}

#define READ_ARRAY(name, type)                                                                 \
  int fwnode_property_read_##name##_array(const struct fwnode_handle* fwnode,                  \
                                          const char* propname, type* val, size_t nval) {      \
    return read_array(fwnode, propname, val, nval, sizeof(type));                              \
  }                                                                                            \
  EXPORT_SYMBOL_GPL(fwnode_property_read_##name##_array);                                      \
  int device_property_read_##name##_array(struct device* dev, const char* propname, type* val, \
                                          size_t nval) {                                       \
    return fwnode_property_read_##name##_array(dev->fwnode, propname, val, nval);              \
  }                                                                                            \
  EXPORT_SYMBOL_GPL(device_property_read_##name##_array)
READ_ARRAY(u8, u8);
READ_ARRAY(u16, u16);
READ_ARRAY(u32, u32);
READ_ARRAY(u64, u64);

int fwnode_property_read_string_array(const struct fwnode_handle* fwnode, const char* propname,
                                      const char** val, size_t nval) {
  const int count = read_array(fwnode, propname, NULL, 0, sizeof(*val));
  int error;
  if (count < 0 || !val) return count;
  if (nval > count) nval = count;
  error = read_array(fwnode, propname, val, nval, sizeof(*val));
  return error ? error : nval;
}
EXPORT_SYMBOL_GPL(fwnode_property_read_string_array);

int fwnode_property_read_string(const struct fwnode_handle* fwnode, const char* propname,
                                const char** val) {
  const int ret = fwnode_property_read_string_array(fwnode, propname, val, 1);
  return ret < 0 ? ret : 0;
}
EXPORT_SYMBOL_GPL(fwnode_property_read_string);

bool device_property_present(struct device* dev, const char* propname) {
  return fwnode_property_present(dev->fwnode, propname);
}
EXPORT_SYMBOL_GPL(device_property_present);
int device_property_read_string(struct device* dev, const char* propname, const char** val) {
  return fwnode_property_read_string(dev->fwnode, propname, val);
}
EXPORT_SYMBOL_GPL(device_property_read_string);
int device_property_read_string_array(struct device* dev, const char* propname, const char** val,
                                      size_t nval) {
  return fwnode_property_read_string_array(dev->fwnode, propname, val, nval);
}
EXPORT_SYMBOL_GPL(device_property_read_string_array);
