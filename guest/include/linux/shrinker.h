// Shrinkers: caches that give memory back when it is short. Linux: 6.1 mm/vmscan.c.
#ifndef _LINUX_SHRINKER_H
#define _LINUX_SHRINKER_H

#include <linux/atomic.h>
#include <linux/list.h>
#include <linux/types.h>
#include <linux/version.h>

struct mem_cgroup;
struct shrink_control {
  gfp_t gfp_mask;
  int nid;
  unsigned long nr_to_scan;  // how many objects scan_objects is to look at
  unsigned long nr_scanned;  // how many it has; it may set this
  struct mem_cgroup* memcg;
};
#define SHRINK_STOP (~0UL)       // of scan_objects: no progress is possible now
#define SHRINK_EMPTY (~0UL - 1)  // of count_objects: there is nothing; 0: nothing that can go now

struct shrinker {
  unsigned long (*count_objects)(struct shrinker*, struct shrink_control* sc);
  unsigned long (*scan_objects)(struct shrinker*, struct shrink_control* sc);
  long batch;  // objects for one call of scan_objects; 0: 128
  int seeks;   // what it costs to make an object again
  unsigned flags;
  struct list_head list;
  int id;
  atomic_long_t* nr_deferred;
#if LINUX_VERSION_CODE < KERNEL_VERSION(2, 6, 35)
  int (*shrink)(int nr_to_scan, gfp_t gfp_mask);
#elif LINUX_VERSION_CODE < KERNEL_VERSION(3, 0, 0)
  int (*shrink)(struct shrinker*, int nr_to_scan, gfp_t gfp_mask);
#elif LINUX_VERSION_CODE < KERNEL_VERSION(3, 12, 0)
  int (*shrink)(struct shrinker*, struct shrink_control* sc);
#endif
};
_Static_assert(offsetof(struct shrinker, nr_deferred) == 32, "struct shrinker of 6.1 i386");
#define DEFAULT_SEEKS 2

#define SHRINKER_REGISTERED (1 << 0)
#define SHRINKER_NUMA_AWARE (1 << 1)
#define SHRINKER_MEMCG_AWARE (1 << 2)
#define SHRINKER_NONSLAB (1 << 3)

// Without a name until 5.19.
int(register_shrinker)(struct shrinker* shrinker, const char* fmt, ...);
#if LINUX_VERSION_CODE < KERNEL_VERSION(3, 12, 0)
// One function did both: asked to scan nothing it counted; it answered how many were left, or -1.
static inline int __mm32_shrink(struct shrinker* s, struct shrink_control* sc, unsigned long nr) {
#if LINUX_VERSION_CODE < KERNEL_VERSION(2, 6, 35)
  return s->shrink(nr, sc->gfp_mask);
#elif LINUX_VERSION_CODE < KERNEL_VERSION(3, 0, 0)
  return s->shrink(s, nr, sc->gfp_mask);
#else
  struct shrink_control one = {.gfp_mask = sc->gfp_mask, .nr_to_scan = nr};
  return s->shrink(s, &one);
#endif
}
static inline unsigned long __mm32_shrink_count(struct shrinker* s, struct shrink_control* sc) {
  const int left = __mm32_shrink(s, sc, 0);
  return left > 0 ? left : 0;
}
static inline unsigned long __mm32_shrink_scan(struct shrinker* s, struct shrink_control* sc) {
  const int before = __mm32_shrink(s, sc, 0), after = __mm32_shrink(s, sc, sc->nr_to_scan);
  return after < 0 ? SHRINK_STOP : before > after ? before - after : 0;
}
#define register_shrinker(s)                                                         \
  ((s)->count_objects = __mm32_shrink_count, (s)->scan_objects = __mm32_shrink_scan, \
   (register_shrinker)(s, "%s", KBUILD_MODNAME))
#else
#define register_shrinker(shrinker, ...) (register_shrinker)(shrinker, "" __VA_ARGS__)
#endif
void unregister_shrinker(struct shrinker* shrinker);
int prealloc_shrinker(struct shrinker* shrinker, const char* fmt, ...) __printf(2, 3);
void register_shrinker_prepared(struct shrinker* shrinker);
void free_prealloced_shrinker(struct shrinker* shrinker);
void synchronize_shrinkers(void);

// Inline in Linux.
struct dentry;

static inline int shrinker_debugfs_add(struct shrinker* shrinker) { return 0; }
static inline void shrinker_debugfs_remove(struct shrinker* shrinker) {}
static inline int __printf(2, 3)
    shrinker_debugfs_rename(struct shrinker* shrinker, const char* fmt, ...) {
  return 0;
}

#endif
