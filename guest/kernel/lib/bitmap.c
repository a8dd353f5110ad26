// Bitmaps of any length: logic, ranges, shifting, allocation of bits.
//
// Bits behind the end of a bitmap in its last word have no value: results ignore them.
#include <linux/bitmap.h>
#include <linux/export.h>
#include <linux/kernel.h>
#include <linux/slab.h>

#define LAST_MASK(i, nbits) ((i) == (nbits) / BITS_PER_LONG ? BITMAP_LAST_WORD_MASK(nbits) : ~0ul)
#define FOR_WORDS(i, nbits) for (i = 0; i < BITS_TO_LONGS(nbits); i++)

unsigned long* bitmap_alloc(unsigned int nbits, gfp_t flags) {
  return kmalloc_array(BITS_TO_LONGS(nbits), sizeof(unsigned long), flags);
}
EXPORT_SYMBOL(bitmap_alloc);
unsigned long* bitmap_zalloc(unsigned int nbits, gfp_t flags) {
  return bitmap_alloc(nbits, flags | __GFP_ZERO);
}
EXPORT_SYMBOL(bitmap_zalloc);
unsigned long* bitmap_alloc_node(unsigned int nbits, gfp_t flags, int node) {
  return bitmap_alloc(nbits, flags);
}
EXPORT_SYMBOL(bitmap_alloc_node);
unsigned long* bitmap_zalloc_node(unsigned int nbits, gfp_t flags, int node) {
  return bitmap_zalloc(nbits, flags);
}
EXPORT_SYMBOL(bitmap_zalloc_node);
void bitmap_free(const unsigned long* bitmap) { kfree(bitmap); }
EXPORT_SYMBOL(bitmap_free);

bool __bitmap_equal(const unsigned long* a, const unsigned long* b, unsigned int nbits) {
  unsigned int i;
  FOR_WORDS(i, nbits) {
    if ((a[i] ^ b[i]) & LAST_MASK(i, nbits)) return false;
  }
  return true;
}
EXPORT_SYMBOL(__bitmap_equal);

bool __bitmap_intersects(const unsigned long* a, const unsigned long* b, unsigned int nbits) {
  unsigned int i;
  FOR_WORDS(i, nbits) {
    if (a[i] & b[i] & LAST_MASK(i, nbits)) return true;
  }
  return false;
}
EXPORT_SYMBOL(__bitmap_intersects);

bool __bitmap_subset(const unsigned long* a, const unsigned long* b, unsigned int nbits) {
  unsigned int i;
  FOR_WORDS(i, nbits) {
    if (a[i] & ~b[i] & LAST_MASK(i, nbits)) return false;
  }
  return true;
}
EXPORT_SYMBOL(__bitmap_subset);

void __bitmap_complement(unsigned long* dst, const unsigned long* src, unsigned int nbits) {
  unsigned int i;
  FOR_WORDS(i, nbits) dst[i] = ~src[i];
}
EXPORT_SYMBOL(__bitmap_complement);

bool __bitmap_and(unsigned long* dst, const unsigned long* a, const unsigned long* b,
                  unsigned int nbits) {
  unsigned long any = 0;
  unsigned int i;
  FOR_WORDS(i, nbits) any |= dst[i] = a[i] & b[i] & LAST_MASK(i, nbits);
  return any != 0;
}
EXPORT_SYMBOL(__bitmap_and);

bool __bitmap_andnot(unsigned long* dst, const unsigned long* a, const unsigned long* b,
                     unsigned int nbits) {
  unsigned long any = 0;
  unsigned int i;
  FOR_WORDS(i, nbits) any |= dst[i] = a[i] & ~b[i] & LAST_MASK(i, nbits);
  return any != 0;
}
EXPORT_SYMBOL(__bitmap_andnot);

void __bitmap_or(unsigned long* dst, const unsigned long* a, const unsigned long* b,
                 unsigned int nbits) {
  unsigned int i;
  FOR_WORDS(i, nbits) dst[i] = a[i] | b[i];
}
EXPORT_SYMBOL(__bitmap_or);

void __bitmap_xor(unsigned long* dst, const unsigned long* a, const unsigned long* b,
                  unsigned int nbits) {
  unsigned int i;
  FOR_WORDS(i, nbits) dst[i] = a[i] ^ b[i];
}
EXPORT_SYMBOL(__bitmap_xor);

void __bitmap_replace(unsigned long* dst, const unsigned long* old, const unsigned long* new_bits,
                      const unsigned long* mask, unsigned int nbits) {
  unsigned int i;
  FOR_WORDS(i, nbits) dst[i] = (old[i] & ~mask[i]) | (new_bits[i] & mask[i]);
}
EXPORT_SYMBOL(__bitmap_replace);

unsigned int __bitmap_weight(const unsigned long* bitmap, unsigned int nbits) {
  unsigned int i, weight = 0;
  FOR_WORDS(i, nbits) weight += hweight_long(bitmap[i] & LAST_MASK(i, nbits));
  return weight;
}
EXPORT_SYMBOL(__bitmap_weight);

unsigned int __bitmap_weight_and(const unsigned long* a, const unsigned long* b,
                                 unsigned int nbits) {
  unsigned int i, weight = 0;
  FOR_WORDS(i, nbits) weight += hweight_long(a[i] & b[i] & LAST_MASK(i, nbits));
  return weight;
}
EXPORT_SYMBOL(__bitmap_weight_and);

static void write_range(unsigned long* map, unsigned int start, int len, bool value) {
  unsigned int end = start + len;
  while (start < end) {
    unsigned int word = start / BITS_PER_LONG, next = (word + 1) * BITS_PER_LONG;
    unsigned long mask = BITMAP_FIRST_WORD_MASK(start);
    if (end < next) mask &= BITMAP_LAST_WORD_MASK(end);
    map[word] = value ? map[word] | mask : map[word] & ~mask;
    start = next;
  }
}
void __bitmap_set(unsigned long* map, unsigned int start, int len) {
  write_range(map, start, len, true);
}
EXPORT_SYMBOL(__bitmap_set);
void __bitmap_clear(unsigned long* map, unsigned int start, int len) {
  write_range(map, start, len, false);
}
EXPORT_SYMBOL(__bitmap_clear);

void __bitmap_shift_right(unsigned long* dst, const unsigned long* src, unsigned int shift,
                          unsigned int nbits) {
  unsigned int words = BITS_TO_LONGS(nbits), off = shift / BITS_PER_LONG,
               rem = shift % BITS_PER_LONG;
  unsigned int i;
  for (i = 0; i < words; i++) {
    unsigned long low = 0, high = 0;
    if (i + off < words) low = src[i + off] & LAST_MASK(i + off, nbits);
    if (i + off + 1 < words) high = src[i + off + 1] & LAST_MASK(i + off + 1, nbits);
    dst[i] = rem ? (low >> rem) | (high << (BITS_PER_LONG - rem)) : low;
  }
}
EXPORT_SYMBOL(__bitmap_shift_right);

void __bitmap_shift_left(unsigned long* dst, const unsigned long* src, unsigned int shift,
                         unsigned int nbits) {
  unsigned int off = shift / BITS_PER_LONG, rem = shift % BITS_PER_LONG, i = BITS_TO_LONGS(nbits);
  while (i--) {
    unsigned long high = i >= off ? src[i - off] : 0, low = i >= off + 1 ? src[i - off - 1] : 0;
    dst[i] = rem ? (high << rem) | (low >> (BITS_PER_LONG - rem)) : high;
  }
}
EXPORT_SYMBOL(__bitmap_shift_left);

void bitmap_cut(unsigned long* dst, const unsigned long* src, unsigned int first, unsigned int cut,
                unsigned int nbits) {
  unsigned int i, held = BITS_TO_LONGS(nbits) * BITS_PER_LONG;  // the last word moves as a whole
  memmove(dst, src, BITS_TO_LONGS(nbits) * sizeof(*dst));
  for (i = first; i < nbits; i++) __assign_bit(i, dst, i + cut < held && test_bit(i + cut, dst));
}
EXPORT_SYMBOL(bitmap_cut);

unsigned long bitmap_find_next_zero_area_off(unsigned long* map, unsigned long size,
                                             unsigned long start, unsigned int nr,
                                             unsigned long align_mask, unsigned long align_offset) {
  for (;;) {
    unsigned long index = find_next_zero_bit(map, size, start), end, used;
    index = __ALIGN_MASK(index + align_offset, align_mask) - align_offset;
    end = index + nr;
    if (end > size) return end;
    used = find_next_bit(map, end, index);
    if (used >= end) return index;
    start = used + 1;
  }
}
EXPORT_SYMBOL(bitmap_find_next_zero_area_off);

int bitmap_allocate_region(unsigned long* bitmap, unsigned int pos, int order) {
  unsigned int end = pos + (1u << order);
  if (find_next_bit(bitmap, end, pos) < end) return -EBUSY;
  __bitmap_set(bitmap, pos, 1 << order);
  return 0;
}
EXPORT_SYMBOL(bitmap_allocate_region);

int bitmap_find_free_region(unsigned long* bitmap, unsigned int bits, int order) {
  unsigned int pos;
  for (pos = 0; pos + (1u << order) <= bits; pos += 1u << order) {
    if (!bitmap_allocate_region(bitmap, pos, order)) return pos;
  }
  return -ENOMEM;
}
EXPORT_SYMBOL(bitmap_find_free_region);

void bitmap_release_region(unsigned long* bitmap, unsigned int pos, int order) {
  __bitmap_clear(bitmap, pos, 1 << order);
}
EXPORT_SYMBOL(bitmap_release_region);

void bitmap_from_arr64(unsigned long* bitmap, const u64* buf, unsigned int nbits) {
  bitmap_copy_clear_tail(bitmap, (const unsigned long*)buf, nbits);
}
EXPORT_SYMBOL(bitmap_from_arr64);

void bitmap_to_arr64(u64* buf, const unsigned long* bitmap, unsigned int nbits) {
  memset(buf, 0, DIV_ROUND_UP(nbits, 64) * 8);
  bitmap_copy_clear_tail((unsigned long*)buf, bitmap, nbits);
}
EXPORT_SYMBOL(bitmap_to_arr64);
