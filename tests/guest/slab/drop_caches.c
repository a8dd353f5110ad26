/* What drop_caches asks of shrinkers: a plain one, one with a batch, one that stops, one whose
 * objects cost nothing, one that is empty. On Linux: echo 2 > /proc/sys/vm/drop_caches. */
#include <linux/module.h>
#include <linux/shrinker.h>
#include <linux/slab.h>
#if __has_include(<linux/vm_sysctl_mm32.h>)
#include <linux/vm_sysctl_mm32.h>
#define WRITE_TWICE
#endif

struct cache {
  struct shrinker shrinker;
  const char* name;
  unsigned long objects, give;
  unsigned int counts, scans;
  unsigned long asked, first, last;
};

static unsigned long count(struct shrinker* s, struct shrink_control* sc) {
  struct cache* c = container_of(s, struct cache, shrinker);
  c->counts++;
  return c->objects;
}

static unsigned long scan(struct shrinker* s, struct shrink_control* sc) {
  struct cache* c = container_of(s, struct cache, shrinker);
  if (!c->scans++) c->first = sc->nr_to_scan;
  c->last = sc->nr_to_scan;
  c->asked += sc->nr_to_scan;
  return c->give;
}

#define CACHE(n, o, g, ...)                                                             \
  {                                                                                     \
    .shrinker = {.count_objects = count, .scan_objects = scan, __VA_ARGS__}, .name = n, \
    .objects = o, .give = g                                                             \
  }
static struct cache caches[] = {
    CACHE("plain", 1000, 0, .seeks = DEFAULT_SEEKS),
    CACHE("batch", 1000, 0, .seeks = DEFAULT_SEEKS, .batch = 300),
    CACHE("stop", 1000, SHRINK_STOP, .seeks = DEFAULT_SEEKS),
    CACHE("cheap", 1000, 0, .seeks = 0),
    CACHE("few", 10, 0, .seeks = DEFAULT_SEEKS),
    CACHE("empty", SHRINK_EMPTY, 0, .seeks = DEFAULT_SEEKS),
    CACHE("nothing", 0, 0, .seeks = DEFAULT_SEEKS),
    CACHE("costly", 1000, 0, .seeks = 100),
};

static void show(void) {
  int i;
  for (i = 0; i < ARRAY_SIZE(caches); i++) {
    struct cache* c = &caches[i];
    pr_info("%s: counts %u scans %u asked %lu first %lu last %lu deferred %ld\n", c->name,
            c->counts, c->scans, c->asked, c->first, c->last,
            atomic_long_read(c->shrinker.nr_deferred));
  }
}

static int __init drop_caches_init(void) {
  int i;
  for (i = 0; i < ARRAY_SIZE(caches); i++)
    if (register_shrinker(&caches[i].shrinker, "lt-%s", caches[i].name)) return -ENOMEM;
#ifdef WRITE_TWICE
  if (vm_sysctl_write("drop_caches", "9") != -EINVAL) return -EINVAL;
  for (i = 0; i < 2; i++) vm_sysctl_write("drop_caches", "2");
#endif
  return 0;
}

static void __exit drop_caches_exit(void) {
  int i;
  show();
  for (i = 0; i < ARRAY_SIZE(caches); i++) unregister_shrinker(&caches[i].shrinker);
}

module_init(drop_caches_init);
module_exit(drop_caches_exit);
MODULE_LICENSE("GPL");

// mm32-expect: log drop_caches: 2$
// mm32-expect: log ^plain: counts 2 scans 30 
