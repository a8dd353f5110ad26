// Counters of pages with a limit, in a tree.
#ifndef _LINUX_PAGE_COUNTER_H
#define _LINUX_PAGE_COUNTER_H

#include <asm/page.h>
#include <linux/atomic.h>
#include <linux/cache.h>
#include <linux/kernel.h>
#include <linux/types.h>

struct cacheline_padding;
struct page_counter;

#define PAGE_COUNTER_MAX LONG_MAX
struct page_counter {
  atomic_long_t usage;
  struct cacheline_padding _pad1_;
  unsigned long emin;
  atomic_long_t min_usage;
  atomic_long_t children_min_usage;
  unsigned long elow;
  atomic_long_t low_usage;
  atomic_long_t children_low_usage;
  unsigned long watermark;
  unsigned long failcnt;
  struct cacheline_padding _pad2_;
  unsigned long min;
  unsigned long low;
  unsigned long high;
  unsigned long max;
  struct page_counter* parent;
} ____cacheline_aligned;
void page_counter_cancel(struct page_counter* counter, unsigned long nr_pages);
void page_counter_charge(struct page_counter* counter, unsigned long nr_pages);
bool page_counter_try_charge(struct page_counter* counter, unsigned long nr_pages,
                             struct page_counter** fail);
void page_counter_uncharge(struct page_counter* counter, unsigned long nr_pages);
void page_counter_set_min(struct page_counter* counter, unsigned long nr_pages);
void page_counter_set_low(struct page_counter* counter, unsigned long nr_pages);
int page_counter_set_max(struct page_counter* counter, unsigned long nr_pages);
int page_counter_memparse(const char* buf, const char* max, unsigned long* nr_pages);

// Inline in Linux.

// Inline in Linux.

static inline void page_counter_init(struct page_counter* counter, struct page_counter* parent) {
  atomic_long_set(&counter->usage, 0);
  counter->max = PAGE_COUNTER_MAX;
  counter->parent = parent;
}
static inline unsigned long page_counter_read(struct page_counter* counter) {
  return atomic_long_read(&counter->usage);
}
static inline void page_counter_set_high(struct page_counter* counter, unsigned long nr_pages) {
  WRITE_ONCE(counter->high, nr_pages);
}
static inline void page_counter_reset_watermark(struct page_counter* counter) {
  counter->watermark = page_counter_read(counter);
}

#endif
