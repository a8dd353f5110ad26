// Counters of memory management, summed over the zones.
#ifndef _LINUX_VMSTAT_H
#define _LINUX_VMSTAT_H

#include <linux/mmzone.h>

static inline unsigned long global_zone_page_state(enum zone_stat_item item) {
  long sum = 0;
  const struct zone* zone;
  for_each_zone(zone) sum += (long)zone_page_state(zone, item);
  return sum > 0 ? (unsigned long)sum : 0;
}
#define global_page_state(item) global_zone_page_state(item)

#endif
