// A place in the tree of directories.
#ifndef _LINUX_PATH_H
#define _LINUX_PATH_H

#include <linux/fs_mm32.h>

struct path;

void path_get(const struct path*);
void path_put(const struct path*);

static inline int path_equal(const struct path* a, const struct path* b) {
  return a->mnt == b->mnt && a->dentry == b->dentry;
}

static inline void path_put_init(struct path* path) {
  path_put(path);
  *path = (struct path){};
}

#endif
