// Shrinkers: caches that give memory back when the page allocator is short of it.
//
// The host lets mm32_direct_reclaim run, by mm32_reclaim_entry, on the stack of a caller whose
// allocation would otherwise go to the OOM killer; then the allocation is made again
// (emu/machine/guest_reclaim.hpp). While shrinkers run the task has PF_MEMALLOC, so that what they
// allocate does not reclaim again. There is no kswapd: nothing runs before memory is short.
// Linux: 6.1 mm/vmscan.c do_shrink_slab, shrink_slab, do_try_to_free_pages; fs/drop_caches.c.
#include <linux/errno.h>
#include <linux/export.h>
#include <linux/kernel.h>
#include <linux/mm.h>
#include <linux/sched.h>
#include <linux/sched/mm.h>
#include <linux/shrinker.h>
#include <linux/slab.h>
#include <linux/string.h>
#include <linux/vm_sysctl_mm32.h>
#include <linux/vmstat.h>

#include "../lib/host.h"

#define DEF_PRIORITY 12
#define SWAP_CLUSTER_MAX 32UL
#define SHRINK_BATCH 128

_Static_assert(offsetof(struct task_struct, flags) == 28, "emu/machine/task.hpp reads it");

// Read by the host: emu/machine/guest_reclaim.hpp.
struct {
  u64 done_ns;
  u32 shrinkers;  // registered
  u32 rounds;
  u32 freed_pages;
} mm32_reclaim;

static LIST_HEAD(shrinker_list);

int mm32_sysctl_write(const char* name, const char* value);
void mm32_direct_reclaim(gfp_t gfp, unsigned int order);

int(register_shrinker)(struct shrinker* shrinker, const char* fmt, ...) {
  shrinker->nr_deferred = kzalloc(sizeof(*shrinker->nr_deferred), GFP_KERNEL);
  if (!shrinker->nr_deferred) return -ENOMEM;
  list_add_tail(&shrinker->list, &shrinker_list);
  shrinker->flags |= SHRINKER_REGISTERED;
  mm32_reclaim.shrinkers++;
  return 0;
}
EXPORT_SYMBOL(register_shrinker);

void unregister_shrinker(struct shrinker* shrinker) {
  if (!(shrinker->flags & SHRINKER_REGISTERED)) return;
  list_del(&shrinker->list);
  shrinker->flags &= ~SHRINKER_REGISTERED;
  mm32_reclaim.shrinkers--;
  kfree(shrinker->nr_deferred);
  shrinker->nr_deferred = NULL;
}
EXPORT_SYMBOL(unregister_shrinker);

void synchronize_shrinkers(void) {}
EXPORT_SYMBOL(synchronize_shrinkers);

// How many of `freeable` objects one pass of this priority looks at, without what was put off.
static u64 scan_target(const struct shrinker* shrinker, long freeable, int priority) {
  u64 target;
  if (!shrinker->seeks) return freeable / 2;
  target = (u64)(freeable >> priority) * 4;
  do_div(target, shrinker->seeks);
  return target;
}

// Objects freed, or what count_objects said when there is nothing to do.
static unsigned long do_shrink_slab(struct shrink_control* sc, struct shrinker* shrinker,
                                    int priority) {
  const long batch = shrinker->batch ? shrinker->batch : SHRINK_BATCH;
  long freeable = shrinker->count_objects(shrinker, sc);
  long put_off, left, scanned = 0;
  unsigned long freed = 0;
  u64 target;
  if (freeable == 0 || freeable == SHRINK_EMPTY) return freeable;
  put_off = atomic_long_xchg(shrinker->nr_deferred, 0);
  target = scan_target(shrinker, freeable, priority);
  left = min_t(long, (put_off >> priority) + target, 2 * freeable);
  while (left >= batch || left >= freeable) {
    unsigned long count;
    sc->nr_to_scan = sc->nr_scanned = min(batch, left);
    count = shrinker->scan_objects(shrinker, sc);
    if (count == SHRINK_STOP) break;
    freed += count;
    left -= sc->nr_scanned;
    scanned += sc->nr_scanned;
  }
  left = max_t(long, put_off + target - scanned, 0);
  atomic_long_add(min(left, 2 * freeable), shrinker->nr_deferred);
  return freed;
}

static unsigned long shrink_slab(gfp_t gfp, int priority) {
  struct shrinker* shrinker;
  unsigned long freed = 0;
  list_for_each_entry(shrinker, &shrinker_list, list) {
    struct shrink_control sc = {.gfp_mask = gfp};
    unsigned long count = do_shrink_slab(&sc, shrinker, priority);
    if (count != SHRINK_EMPTY) freed += count;
  }
  return freed;
}

static unsigned long slab_pages(void) {
  return global_node_page_state_pages(NR_SLAB_RECLAIMABLE_B) +
         global_node_page_state_pages(NR_SLAB_UNRECLAIMABLE_B);
}

// Frees until a cluster of pages has come back, with more and more pressure.
void mm32_direct_reclaim(gfp_t gfp, unsigned int order) {
  const unsigned int flags = memalloc_noreclaim_save();
  const unsigned long before = slab_pages();
  unsigned long freed = 0;
  int priority = DEF_PRIORITY;
  do {
    const unsigned long now = (shrink_slab(gfp, priority), slab_pages());
    freed = before > now ? before - now : 0;
  } while (freed < SWAP_CLUSTER_MAX && --priority >= 0);
  memalloc_noreclaim_restore(flags);
  mm32_reclaim.freed_pages = freed;
  mm32_reclaim.done_ns = mm32_time_ns();
}

// Linux: drop_slab.
void drop_slab(void) {
  const unsigned int flags = memalloc_noreclaim_save();
  int shift = 0;
  while (shrink_slab(GFP_KERNEL, 0) >> shift++ > 1)
    ;
  memalloc_noreclaim_restore(flags);
}

static int drop_caches(const char* value) {
  static bool quiet;
  int what;
  if (kstrtoint(skip_spaces(value), 0, &what)) return -EINVAL;
  if (what < 1 || what > 4) return -EINVAL;
  if (what & 2) drop_slab();
  if (!quiet) pr_info("%s (%d): drop_caches: %d\n", current->comm, task_pid_nr(current), what);
  quiet = quiet || what & 4;
  return 0;
}

int vm_sysctl_write(const char* name, const char* value) {
  return strcmp(name, "drop_caches") ? mm32_sysctl_write(name, value) : drop_caches(value);
}
EXPORT_SYMBOL(vm_sysctl_write);
