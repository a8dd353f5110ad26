// Bitmaps whose bits are handed out: one word per cache line, a hint where to look first.
//
// S1: a bit is taken while it is set in `word` and not in `cleared`; what was cleared goes off the
// word only when a search finds nothing there. The waiters are spread over eight queues, and woken
// in batches. Linux: 6.1 lib/sbitmap.c.
#include <linux/export.h>
#include <linux/percpu.h>
#include <linux/random.h>
#include <linux/sbitmap.h>
#include <linux/seq_file.h>
#include <linux/slab.h>

#include "../bug_at.h"

static int make_hint(struct sbitmap* sb, gfp_t flags) {
  const unsigned int depth = sb->depth;
  sb->alloc_hint = alloc_percpu_gfp(unsigned int, flags);
  if (!sb->alloc_hint) return -ENOMEM;
  if (depth && !sb->round_robin) *raw_cpu_ptr(sb->alloc_hint) = get_random_u32_below(depth);
  return 0;
}

int sbitmap_init_node(struct sbitmap* sb, unsigned int depth, int shift, gfp_t flags, int node,
                      bool round_robin, bool alloc_hint) {
  unsigned int i;
  if (shift < 0) shift = sbitmap_calculate_shift(depth);
  if (shift > 5) return -EINVAL;
  sb->shift = shift;
  sb->depth = depth;
  sb->map_nr = DIV_ROUND_UP(depth, 1U << shift);
  sb->round_robin = round_robin;
  if (!depth) {
    sb->map = NULL;
    return 0;
  }
  sb->alloc_hint = NULL;
  if (alloc_hint && make_hint(sb, flags)) return -ENOMEM;
  sb->map = kvzalloc_node(sb->map_nr * sizeof(*sb->map), flags, node);
  if (!sb->map) {
    free_percpu(sb->alloc_hint);
    return -ENOMEM;
  }
  for (i = 0; i < sb->map_nr; i++) raw_spin_lock_init(&sb->map[i].swap_lock);
  return 0;
}
EXPORT_SYMBOL_GPL(sbitmap_init_node);

// False: no bit was waiting to be cleared.
static bool clear_now(struct sbitmap_word* map) {
  unsigned long mask;
  if (!READ_ONCE(map->cleared)) return false;
  mask = xchg(&map->cleared, 0);
  map->word &= ~mask;
  return true;
}

void sbitmap_resize(struct sbitmap* sb, unsigned int depth) {
  unsigned int i;
  for (i = 0; i < sb->map_nr; i++) clear_now(&sb->map[i]);
  sb->depth = depth;
  sb->map_nr = DIV_ROUND_UP(depth, 1U << sb->shift);
}
EXPORT_SYMBOL_GPL(sbitmap_resize);

enum search { UP_TO_END, ONCE_ROUND };

static int take_bit(unsigned long* word, unsigned int depth, unsigned int from,
                    enum search search) {
  unsigned int nr = find_next_zero_bit(word, depth, from);
  if (nr >= depth && from && search == ONCE_ROUND) nr = find_next_zero_bit(word, depth, 0);
  if (nr >= depth) return -1;
  *word |= 1UL << nr;
  return nr;
}

static int take_bit_of_word(struct sbitmap_word* map, unsigned int depth, unsigned int from,
                            enum search search) {
  int nr;
  do {
    nr = take_bit(&map->word, depth, from, search);
  } while (nr < 0 && clear_now(map));
  return nr;
}

static int find_bit(struct sbitmap* sb, unsigned int most, unsigned int hint, unsigned int from,
                    enum search search) {
  unsigned int index = SB_NR_TO_INDEX(sb, hint), i;
  for (i = 0; i < sb->map_nr; i++) {
    const unsigned int depth = min(__map_depth(sb, index), most);
    const int nr = take_bit_of_word(&sb->map[index], depth, from, search);
    if (nr >= 0) return nr + (index << sb->shift);
    from = 0;
    if (++index >= sb->map_nr) index = 0;
  }
  return -1;
}

static unsigned int hint_of(struct sbitmap* sb) {
  unsigned int hint = *raw_cpu_ptr(sb->alloc_hint);
  if (hint < sb->depth) return hint;
  hint = sb->depth ? get_random_u32_below(sb->depth) : 0;
  *raw_cpu_ptr(sb->alloc_hint) = hint;
  return hint;
}

static void move_hint(struct sbitmap* sb, unsigned int hint, int nr) {
  if (nr < 0) {
    *raw_cpu_ptr(sb->alloc_hint) = 0;
  } else if (nr == hint || sb->round_robin) {
    hint = nr + 1;
    *raw_cpu_ptr(sb->alloc_hint) = hint >= sb->depth - 1 ? 0 : hint;
  }
}

int sbitmap_get(struct sbitmap* sb) {
  unsigned int hint;
  int nr;
  if (WARN_ON_ONCE_AT(!sb->alloc_hint, "lib/sbitmap.c", 251)) return -1;
  hint = hint_of(sb);
  if (sb->round_robin)
    nr = find_bit(sb, UINT_MAX, hint, SB_NR_TO_BIT(sb, hint), UP_TO_END);
  else
    nr = find_bit(sb, UINT_MAX, hint, 0, ONCE_ROUND);
  move_hint(sb, hint, nr);
  return nr;
}
EXPORT_SYMBOL_GPL(sbitmap_get);

int sbitmap_get_shallow(struct sbitmap* sb, unsigned long shallow_depth) {
  unsigned int hint;
  int nr;
  if (WARN_ON_ONCE_AT(!sb->alloc_hint, "lib/sbitmap.c", 299)) return -1;
  hint = hint_of(sb);
  nr = find_bit(sb, shallow_depth, hint, SB_NR_TO_BIT(sb, hint), ONCE_ROUND);
  move_hint(sb, hint, nr);
  return nr;
}
EXPORT_SYMBOL_GPL(sbitmap_get_shallow);

bool sbitmap_any_bit_set(const struct sbitmap* sb) {
  unsigned int i;
  for (i = 0; i < sb->map_nr; i++)
    if (sb->map[i].word & ~sb->map[i].cleared) return true;
  return false;
}
EXPORT_SYMBOL_GPL(sbitmap_any_bit_set);

static unsigned int cleared_bits(const struct sbitmap* sb) {
  unsigned int i, weight = 0;
  for (i = 0; i < sb->map_nr; i++) weight += bitmap_weight(&sb->map[i].cleared, __map_depth(sb, i));
  return weight;
}

unsigned int sbitmap_weight(const struct sbitmap* sb) {
  unsigned int i, weight = 0;
  for (i = 0; i < sb->map_nr; i++) weight += bitmap_weight(&sb->map[i].word, __map_depth(sb, i));
  return weight - cleared_bits(sb);
}
EXPORT_SYMBOL_GPL(sbitmap_weight);

void sbitmap_show(struct sbitmap* sb, struct seq_file* m) {
  seq_printf(m, "depth=%u\n", sb->depth);
  seq_printf(m, "busy=%u\n", sbitmap_weight(sb));
  seq_printf(m, "cleared=%u\n", cleared_bits(sb));
  seq_printf(m, "bits_per_word=%u\n", 1U << sb->shift);
  seq_printf(m, "map_nr=%u\n", sb->map_nr);
}
EXPORT_SYMBOL_GPL(sbitmap_show);

static void show_byte(struct seq_file* m, unsigned int offset, u8 byte) {
  if (!(offset & 15)) {
    if (offset) seq_putc(m, '\n');
    seq_printf(m, "%08x:", offset);
  }
  if (!(offset & 1)) seq_putc(m, ' ');
  seq_printf(m, "%02x", byte);
}

void sbitmap_bitmap_show(struct sbitmap* sb, struct seq_file* m) {
  unsigned int i, bit, bits = 0, offset = 0;
  u8 byte = 0;
  for (i = 0; i < sb->map_nr; i++) {
    const unsigned long word = sb->map[i].word & ~sb->map[i].cleared;
    for (bit = 0; bit < __map_depth(sb, i); bit++) {
      byte |= (word >> bit & 1) << bits;
      if (++bits < 8) continue;
      show_byte(m, offset++, byte);
      bits = byte = 0;
    }
  }
  if (bits) show_byte(m, offset++, byte);
  if (offset) seq_putc(m, '\n');
}
EXPORT_SYMBOL_GPL(sbitmap_bitmap_show);
