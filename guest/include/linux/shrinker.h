// Shrinkers: caches that give memory back when it runs short. Linux: 6.1 include/linux/shrinker.h.
#ifndef _LINUX_SHRINKER_H
#define _LINUX_SHRINKER_H

#include <linux/list.h>
#include <linux/types.h>

struct shrinker;
struct shrink_control {
  gfp_t gfp_mask;
  int nid;
  unsigned long nr_to_scan;
  unsigned long nr_scanned;
  void* memcg;
};
#define SHRINK_STOP (~0UL)
#define SHRINK_EMPTY (~0UL - 1)
#define DEFAULT_SEEKS 2
struct shrinker {
  unsigned long (*count_objects)(struct shrinker*, struct shrink_control* sc);
  unsigned long (*scan_objects)(struct shrinker*, struct shrink_control* sc);
  long batch;
  int seeks;
  unsigned flags;
  struct list_head list;
  int id;
  void* nr_deferred;
};
_Static_assert(sizeof(struct shrinker) == 36, "struct shrinker of 6.1 i386");
// Without a name until 5.19.
int(register_shrinker)(struct shrinker* shrinker, const char* fmt, ...);
#define register_shrinker(shrinker, ...) (register_shrinker)(shrinker, "" __VA_ARGS__)
void unregister_shrinker(struct shrinker* shrinker);

#define SHRINKER_REGISTERED (1 << 0)
#define SHRINKER_NUMA_AWARE (1 << 1)
#define SHRINKER_MEMCG_AWARE (1 << 2)
#define SHRINKER_NONSLAB (1 << 3)
int prealloc_shrinker(struct shrinker* shrinker, const char* fmt, ...) __printf(2, 3);
void register_shrinker_prepared(struct shrinker* shrinker);
void free_prealloced_shrinker(struct shrinker* shrinker);
void synchronize_shrinkers(void);

// Inline in Linux.
struct dentry;
int shrinker_debugfs_add(struct shrinker* shrinker);
struct dentry* shrinker_debugfs_remove(struct shrinker* shrinker);

#endif
