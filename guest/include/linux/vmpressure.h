// How hard memory is to find.
#ifndef _LINUX_VMPRESSURE_H
#define _LINUX_VMPRESSURE_H

#include <linux/cgroup.h>
#include <linux/eventfd.h>
#include <linux/gfp.h>
#include <linux/list.h>
#include <linux/mutex.h>
#include <linux/types.h>
#include <linux/workqueue.h>

struct eventfd_ctx;
struct list_head;
struct mem_cgroup;
struct mutex;
struct vmpressure;
struct work_struct;

struct vmpressure {
  unsigned long scanned;
  unsigned long reclaimed;
  unsigned long tree_scanned;
  unsigned long tree_reclaimed;
  spinlock_t sr_lock;
  struct list_head events;
  struct mutex events_lock;
  struct work_struct work;
};
void vmpressure(gfp_t gfp, struct mem_cgroup* memcg, bool tree, unsigned long scanned,
                unsigned long reclaimed);
void vmpressure_prio(gfp_t gfp, struct mem_cgroup* memcg, int prio);
void vmpressure_init(struct vmpressure* vmpr);
void vmpressure_cleanup(struct vmpressure* vmpr);
struct vmpressure* memcg_to_vmpressure(struct mem_cgroup* memcg);
struct mem_cgroup* vmpressure_to_memcg(struct vmpressure* vmpr);
int vmpressure_register_event(struct mem_cgroup* memcg, struct eventfd_ctx* eventfd,
                              const char* args);
void vmpressure_unregister_event(struct mem_cgroup* memcg, struct eventfd_ctx* eventfd);

#endif
