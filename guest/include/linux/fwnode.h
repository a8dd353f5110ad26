// Nodes of firmware descriptions, whoever keeps them. Linux: 6.1 include/linux/fwnode.h.
#ifndef _LINUX_FWNODE_H_
#define _LINUX_FWNODE_H_

#include <linux/bitops.h>
#include <linux/err.h>
#include <linux/list.h>
#include <linux/types.h>

struct device;
struct fwnode_operations;

#define FWNODE_FLAG_LINKS_ADDED 0
#define FWNODE_FLAG_NOT_DEVICE 1
#define FWNODE_FLAG_INITIALIZED 2
#define FWNODE_FLAG_NEEDS_CHILD_BOUND_ON_ADD 3
#define FWNODE_FLAG_BEST_EFFORT 4
#define FWNODE_FLAG_VISITED 5

struct fwnode_handle {
  struct fwnode_handle* secondary;
  const struct fwnode_operations* ops;
  struct device* dev;
  struct list_head suppliers;
  struct list_head consumers;
  unsigned long flags;
};
_Static_assert(sizeof(struct fwnode_handle) == 32, "struct fwnode_handle of 6.1 i386");

#define NR_FWNODE_REFERENCE_ARGS 16
struct fwnode_reference_args {
  struct fwnode_handle* fwnode;
  unsigned int nargs;
  u64 args[NR_FWNODE_REFERENCE_ARGS];
};
struct fwnode_endpoint {
  unsigned int port;
  unsigned int id;
  const struct fwnode_handle* local_fwnode;
};

static inline void fwnode_init(struct fwnode_handle* fwnode, const struct fwnode_operations* ops) {
  fwnode->secondary = NULL;
  fwnode->ops = ops;
  INIT_LIST_HEAD(&fwnode->consumers);
  INIT_LIST_HEAD(&fwnode->suppliers);
}

#endif
