// Who holds references to a network namespace.
#ifndef _NET_NET_TRACKERS_H
#define _NET_NET_TRACKERS_H

#include <linux/ref_tracker.h>
#include <linux/types.h>

typedef struct {
} netdevice_tracker;
typedef struct {
} netns_tracker;

#endif
