// The path of a node for %pfw. Linux: lib/vsprintf.c, fwnode_string.
#ifndef GUEST_KERNEL_BASE_SWNODE_H
#define GUEST_KERNEL_BASE_SWNODE_H

#include <linux/property.h>

// How many nodes are above, and the one that is `depth` above (0: itself).
unsigned int swnode_count_parents(const struct fwnode_handle* fwnode);
const struct fwnode_handle* swnode_ancestor(const struct fwnode_handle* fwnode, unsigned int depth);
// "/" before each name but for the root's.
const char* swnode_name_prefix(const struct fwnode_handle* fwnode);

#endif
