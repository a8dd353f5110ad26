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
void ref_tracker_dir_init(struct ref_tracker_dir* dir, unsigned int quarantine_count);
void ref_tracker_dir_exit(struct ref_tracker_dir* dir);
void ref_tracker_dir_print(struct ref_tracker_dir* dir, unsigned int display_limit);
int ref_tracker_alloc(struct ref_tracker_dir* dir, struct ref_tracker** trackerp, gfp_t gfp);
int ref_tracker_free(struct ref_tracker_dir* dir, struct ref_tracker** trackerp);

// Inline in Linux.
void ref_tracker_dir_init(struct ref_tracker_dir* dir, unsigned int quarantine_count);
void ref_tracker_dir_exit(struct ref_tracker_dir* dir);
void ref_tracker_dir_print(struct ref_tracker_dir* dir, unsigned int display_limit);
int ref_tracker_alloc(struct ref_tracker_dir* dir, struct ref_tracker** trackerp, gfp_t gfp);
int ref_tracker_free(struct ref_tracker_dir* dir, struct ref_tracker** trackerp);

#endif
