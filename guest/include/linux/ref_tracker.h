// Who holds references: the interface, which counts nothing when it is off.
#ifndef _LINUX_REF_TRACKER_H
#define _LINUX_REF_TRACKER_H

#include <linux/refcount.h>
#include <linux/spinlock.h>
#include <linux/types.h>

struct ref_tracker_dir;

struct ref_tracker_dir {};

// Inline in Linux.
struct ref_tracker;

// Inline in Linux.

// Without CONFIG_REF_TRACKER nobody is remembered.
static inline void ref_tracker_dir_init(struct ref_tracker_dir* dir,
                                        unsigned int quarantine_count) {}
static inline void ref_tracker_dir_exit(struct ref_tracker_dir* dir) {}
static inline void ref_tracker_dir_print(struct ref_tracker_dir* dir, unsigned int display_limit) {}
static inline int ref_tracker_alloc(struct ref_tracker_dir* dir, struct ref_tracker** trackerp,
                                    gfp_t gfp) {
  return 0;
}
static inline int ref_tracker_free(struct ref_tracker_dir* dir, struct ref_tracker** trackerp) {
  return 0;
}

#endif
