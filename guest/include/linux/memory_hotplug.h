// Taking memory on line and off line, which Debian's i386 kernels cannot.
#ifndef _LINUX_MEMORY_HOTPLUG_H
#define _LINUX_MEMORY_HOTPLUG_H

#include <linux/bug.h>
#include <linux/mm.h>
#include <linux/mmzone.h>
#include <linux/notifier.h>
#include <linux/spinlock.h>

#define pfn_to_online_page(pfn)                                   \
  ({                                                              \
    unsigned long ___pfn = (pfn);                                 \
    pfn_valid(___pfn) ? pfn_to_page(___pfn) : (struct page*)NULL; \
  })
static inline unsigned zone_span_seqbegin(struct zone* zone) { return 0; }
static inline int zone_span_seqretry(struct zone* zone, unsigned iv) { return 0; }
static inline void zone_span_writelock(struct zone* zone) {}
static inline void zone_span_writeunlock(struct zone* zone) {}
static inline void zone_seqlock_init(struct zone* zone) {}
static inline int try_online_node(int nid) { return 0; }
static inline void try_offline_node(int nid) {}
static inline void get_online_mems(void) {}
static inline void put_online_mems(void) {}
static inline void mem_hotplug_begin(void) {}
static inline void mem_hotplug_done(void) {}
static inline bool movable_node_is_enabled(void) { return false; }
static inline int offline_pages(unsigned long start_pfn, unsigned long nr_pages,
                                struct zone* zone) {
  return -EINVAL;
}
static inline int remove_memory(u64 start, u64 size) { return -EBUSY; }
static inline void __remove_memory(u64 start, u64 size) {}
static inline void pgdat_resize_lock(struct pglist_data* p, unsigned long* f) {}
static inline void pgdat_resize_unlock(struct pglist_data* p, unsigned long* f) {}
static inline void pgdat_resize_init(struct pglist_data* pgdat) {}
void set_zone_contiguous(struct zone* zone);
void clear_zone_contiguous(struct zone* zone);

#endif
