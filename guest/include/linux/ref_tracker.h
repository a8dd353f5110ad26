// Who holds references: the interface, which counts nothing when it is off.
#ifndef _LINUX_REF_TRACKER_H
#define _LINUX_REF_TRACKER_H

#include <linux/refcount.h>
#include <linux/spinlock.h>
#include <linux/types.h>

struct ref_tracker_dir;

struct ref_tracker_dir {};

#endif
