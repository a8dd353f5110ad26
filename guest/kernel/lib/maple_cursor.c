// Maple trees: the cursor (struct ma_state). Linux: 6.1 lib/maple_tree.c.
//
// A cursor that rests has the range of the entry, or of the gap, in index and last, and in min and
// max, which go on telling where it is when a search came to its limit: index and last are the
// limit then. Its node is only a mark that it rests. Every step looks for its place again, so a
// change of the tree between two steps does no harm.
#include <linux/bug.h>
#include <linux/export.h>
#include <linux/gfp.h>
#include <linux/minmax.h>

#include "maple_ranges.h"

static const u8 resting[256] __aligned(256);
#define MAS_RESTING ((struct maple_enode*)resting)

static bool is_unset(const struct ma_state* mas) {
  return mas->node == MAS_START || mas->node == MAS_NONE || mas->node == MAS_PAUSE;
}
static void* rest(struct ma_state* mas, unsigned long first, unsigned long last, void* entry) {
  mas->index = mas->min = first;
  mas->last = mas->max = last;
  mas->node = MAS_RESTING;
  return entry;
}
static void* rest_on(struct ma_state* mas, const struct maple_range* range) {
  return rest(mas, range->first, range->last, range->entry);
}

// To the entry or gap around the index.
void* mas_walk(struct ma_state* mas) {
  unsigned long index = mas->index;
  struct maple_range* range = maple_at_or_after(mas->tree, index);
  struct maple_range* below;
  if (range && range->first <= index) return rest_on(mas, range);
  below = maple_at_or_before(mas->tree, index);
  rest(mas, below ? below->last + 1 : 0, range ? range->first - 1 : ULONG_MAX, NULL);
  if (!mas->tree->ma_root) mas->node = MAS_NONE;
  return NULL;
}
EXPORT_SYMBOL_GPL(mas_walk);

// A gap that begins before the limit is entered. Who is behind the limit already begins anew behind
// it.
static void* go_to_next(struct ma_state* mas, unsigned long limit) {
  struct maple_range* range =
      mas->max == ULONG_MAX ? NULL : maple_at_or_after(mas->tree, mas->max + 1);
  if (range && range->first <= limit) return rest_on(mas, range);
  if (mas->min > limit) {
    mas->node = MAS_PAUSE;
  } else if (mas->max < limit) {
    mas->min = mas->max + 1;
    mas->max = range ? range->first - 1 : ULONG_MAX;
  }
  mas->index = mas->last = limit;
  return NULL;
}
static void* go_to_previous(struct ma_state* mas, unsigned long limit) {
  struct maple_range* range = mas->index ? maple_at_or_before(mas->tree, mas->index - 1) : NULL;
  if (range && range->last >= limit) return rest_on(mas, range);
  return rest(mas, limit, limit, NULL);
}

void* mas_next(struct ma_state* mas, unsigned long max) {
  if (is_unset(mas)) {
    mas->node = MAS_START;
    mas_walk(mas);
  }
  return mas->max == ULONG_MAX ? NULL : go_to_next(mas, max);
}
EXPORT_SYMBOL_GPL(mas_next);
void* mas_prev(struct ma_state* mas, unsigned long min) {
  if (!mas->index) {
    mas->last = 0;
    return NULL;
  }
  if (is_unset(mas)) mas_walk(mas);
  return mas->index ? go_to_previous(mas, min) : NULL;
}
EXPORT_SYMBOL_GPL(mas_prev);

void mas_pause(struct ma_state* mas) { mas->node = MAS_PAUSE; }
EXPORT_SYMBOL_GPL(mas_pause);

void* mas_find(struct ma_state* mas, unsigned long max) {
  if (mas->node == MAS_PAUSE) {
    if (mas->last == ULONG_MAX) {
      mas->node = MAS_NONE;
      return NULL;
    }
    mas->node = MAS_START;
    mas->index = ++mas->last;
  }
  if (is_unset(mas)) {
    void* entry;
    if (mas->index > max) return NULL;
    entry = mas_walk(mas);
    if (entry) return entry;
  }
  return mas->node == MAS_NONE ? NULL : go_to_next(mas, max);
}
EXPORT_SYMBOL_GPL(mas_find);

void* mas_find_rev(struct ma_state* mas, unsigned long min) {
  if (mas->node == MAS_PAUSE) {
    if (mas->index == 0) {
      mas->node = MAS_NONE;
      return NULL;
    }
    mas->node = MAS_START;
    mas->last = --mas->index;
  }
  if (is_unset(mas)) {
    void* entry;
    if (mas->index < min) return NULL;
    entry = mas_walk(mas);
    if (entry) return entry;
  }
  return mas->node == MAS_NONE || mas->index <= min ? NULL : go_to_previous(mas, min);
}
EXPORT_SYMBOL_GPL(mas_find_rev);

static int store(struct ma_state* mas, void* entry, gfp_t gfp) {
  int error =
      mas->index > mas->last ? -EINVAL : maple_set(mas->tree, mas->index, mas->last, entry, gfp);
  mas->node = error ? MA_ERROR(error) : MAS_RESTING;
  mas->min = mas->index;
  mas->max = mas->last;
  return error;
}
static void* content(const struct ma_state* mas) {
  struct maple_range* range = maple_at_or_before(mas->tree, mas->index);
  return range && range->last >= mas->index ? range->entry : NULL;
}
void* mas_store(struct ma_state* mas, void* entry) {
  void* old = content(mas);
  store(mas, entry, GFP_NOWAIT | __GFP_NOWARN);
  return old;
}
EXPORT_SYMBOL_GPL(mas_store);
int mas_store_gfp(struct ma_state* mas, void* entry, gfp_t gfp) {
  return store(mas, entry, gfp & ~__GFP_DIRECT_RECLAIM);
}
EXPORT_SYMBOL_GPL(mas_store_gfp);
void mas_store_prealloc(struct ma_state* mas, void* entry) {
  BUG_ON(store(mas, entry, GFP_ATOMIC | __GFP_NOFAIL));
}
EXPORT_SYMBOL_GPL(mas_store_prealloc);

// The gap that is left reaches from the entry before to the one behind.
void* mas_erase(struct ma_state* mas) {
  void* entry;
  entry = mas_walk(mas);
  if (!entry) return NULL;
  store(mas, NULL, GFP_ATOMIC);
  mas_walk(mas);
  return entry;
}
EXPORT_SYMBOL_GPL(mas_erase);

// Stores make what they need when they need it: nothing is kept in advance.
int mas_expected_entries(struct ma_state* mas, unsigned long nr_entries) { return 0; }
EXPORT_SYMBOL_GPL(mas_expected_entries);
void mas_destroy(struct ma_state* mas) { mas->alloc = NULL; }
EXPORT_SYMBOL_GPL(mas_destroy);

static bool is_too_small(unsigned long min, unsigned long max, unsigned long size) {
  return !size || max - min < size - 1;
}

int mas_empty_area(struct ma_state* mas, unsigned long min, unsigned long max, unsigned long size) {
  struct maple_range* range;
  unsigned long at = min;
  if (min > max) return -EINVAL;
  if (is_too_small(min, max, size)) return -EBUSY;
  range = maple_at_or_after(mas->tree, min);
  if (range && (range->first <= at || range->first - at < size))
    range = maple_next_gap(mas->tree, range, size);
  if (range) {
    at = max(min, range->first - range->gap);
  } else {
    range = maple_at_or_before(mas->tree, ULONG_MAX);
    if (range && range->last >= max) return -EBUSY;
    if (range) at = max(min, range->last + 1);
  }
  if (at > max || max - at < size - 1) return -EBUSY;
  rest(mas, at, at + size - 1, NULL);
  return 0;
}
EXPORT_SYMBOL_GPL(mas_empty_area);

int mas_empty_area_rev(struct ma_state* mas, unsigned long min, unsigned long max,
                       unsigned long size) {
  struct maple_range* above;
  struct maple_range* below = maple_at_or_before(mas->tree, max);
  unsigned long end = max;
  if (min > max) return -EINVAL;
  if (is_too_small(min, max, size)) return -EBUSY;
  if (below && (below->last >= max || max - below->last < size)) {
    above = below->gap >= size ? below : maple_previous_gap(mas->tree, below, size);
    if (!above || above->first <= min) return -EBUSY;
    end = above->first - 1;
    below = maple_before(above);
  }
  if (end < min || end - min < size - 1) return -EBUSY;
  if (below && below->last > end - size) return -EBUSY;
  rest(mas, end - size + 1, end, NULL);
  return 0;
}
EXPORT_SYMBOL_GPL(mas_empty_area_rev);
