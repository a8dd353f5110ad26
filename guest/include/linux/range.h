// Ranges of numbers.
#ifndef _LINUX_RANGE_H
#define _LINUX_RANGE_H

#include <linux/types.h>

struct range;

#define MAX_RESOURCE ((resource_size_t)~0)
struct range {
  u64 start;
  u64 end;
};
int add_range(struct range* range, int az, int nr_range, u64 start, u64 end);
int add_range_with_merge(struct range* range, int az, int nr_range, u64 start, u64 end);
void subtract_range(struct range* range, int az, u64 start, u64 end);
int clean_sort_range(struct range* range, int az);
void sort_range(struct range* range, int nr_range);

static inline u64 range_len(const struct range* range) { return range->end - range->start + 1; }
static inline resource_size_t cap_resource(u64 val) {
  return val > MAX_RESOURCE ? MAX_RESOURCE : val;
}

#endif
