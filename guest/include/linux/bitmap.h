// Bitmaps of any length.
#ifndef _LINUX_BITMAP_H
#define _LINUX_BITMAP_H

#include <linux/align.h>
#include <linux/bitops.h>
#include <linux/string.h>
#include <linux/types.h>

unsigned long* bitmap_alloc(unsigned int nbits, gfp_t flags);
unsigned long* bitmap_zalloc(unsigned int nbits, gfp_t flags);
unsigned long* bitmap_alloc_node(unsigned int nbits, gfp_t flags, int node);
unsigned long* bitmap_zalloc_node(unsigned int nbits, gfp_t flags, int node);
void bitmap_free(const unsigned long* bitmap);

bool __bitmap_equal(const unsigned long* a, const unsigned long* b, unsigned int nbits);
void __bitmap_complement(unsigned long* dst, const unsigned long* src, unsigned int nbits);
void __bitmap_shift_right(unsigned long* dst, const unsigned long* src, unsigned int shift,
                          unsigned int nbits);
void __bitmap_shift_left(unsigned long* dst, const unsigned long* src, unsigned int shift,
                         unsigned int nbits);
void bitmap_cut(unsigned long* dst, const unsigned long* src, unsigned int first, unsigned int cut,
                unsigned int nbits);
bool __bitmap_and(unsigned long* dst, const unsigned long* a, const unsigned long* b,
                  unsigned int nbits);
void __bitmap_or(unsigned long* dst, const unsigned long* a, const unsigned long* b,
                 unsigned int nbits);
void __bitmap_xor(unsigned long* dst, const unsigned long* a, const unsigned long* b,
                  unsigned int nbits);
bool __bitmap_andnot(unsigned long* dst, const unsigned long* a, const unsigned long* b,
                     unsigned int nbits);
void __bitmap_replace(unsigned long* dst, const unsigned long* old, const unsigned long* new_bits,
                      const unsigned long* mask, unsigned int nbits);
bool __bitmap_intersects(const unsigned long* a, const unsigned long* b, unsigned int nbits);
bool __bitmap_subset(const unsigned long* a, const unsigned long* b, unsigned int nbits);
unsigned int __bitmap_weight(const unsigned long* bitmap, unsigned int nbits);
unsigned int __bitmap_weight_and(const unsigned long* a, const unsigned long* b,
                                 unsigned int nbits);
void __bitmap_set(unsigned long* map, unsigned int start, int len);
void __bitmap_clear(unsigned long* map, unsigned int start, int len);
unsigned long bitmap_find_next_zero_area_off(unsigned long* map, unsigned long size,
                                             unsigned long start, unsigned int nr,
                                             unsigned long align_mask, unsigned long align_offset);
int bitmap_find_free_region(unsigned long* bitmap, unsigned int bits, int order);
void bitmap_release_region(unsigned long* bitmap, unsigned int pos, int order);
int bitmap_allocate_region(unsigned long* bitmap, unsigned int pos, int order);
int bitmap_parse(const char* buf, unsigned int buflen, unsigned long* dst, int nbits);
int bitmap_parse_user(const char __user* ubuf, unsigned int ulen, unsigned long* maskp,
                      int nmaskbits);
int bitmap_parselist_user(const char __user* ubuf, unsigned int ulen, unsigned long* dst,
                          int nbits);
int bitmap_parselist(const char* buf, unsigned long* maskp, int nmaskbits);
int bitmap_print_bitmask_to_buf(char* buf, const unsigned long* maskp, int nmaskbits, loff_t off,
                                size_t count);
int bitmap_print_list_to_buf(char* buf, const unsigned long* maskp, int nmaskbits, loff_t off,
                             size_t count);
int bitmap_print_to_pagebuf(bool list, char* buf, const unsigned long* maskp, int nmaskbits);
void bitmap_remap(unsigned long* dst, const unsigned long* src, const unsigned long* old,
                  const unsigned long* new_bits, unsigned int nbits);
int bitmap_bitremap(int oldbit, const unsigned long* old, const unsigned long* new_bits, int bits);
void bitmap_from_arr64(unsigned long* bitmap, const u64* buf, unsigned int nbits);
void bitmap_to_arr64(u64* buf, const unsigned long* bitmap, unsigned int nbits);

#define BITMAP_FIRST_WORD_MASK(start) (~0UL << ((start) & (BITS_PER_LONG - 1)))
#define BITMAP_LAST_WORD_MASK(nbits) (~0UL >> (-(nbits) & (BITS_PER_LONG - 1)))
#define BITMAP_FROM_U64(n) ((unsigned long)((u64)(n)&ULONG_MAX)), ((unsigned long)((u64)(n) >> 32))
#include <linux/bitmap_small_mm32.h>

static inline void bitmap_copy_clear_tail(unsigned long* dst, const unsigned long* src,
                                          unsigned int nbits) {
  bitmap_copy(dst, src, nbits);
  if (nbits % BITS_PER_LONG) dst[nbits / BITS_PER_LONG] &= BITMAP_LAST_WORD_MASK(nbits);
}
#define bitmap_from_arr32(bitmap, buf, nbits) \
  bitmap_copy_clear_tail((bitmap), (const unsigned long*)(buf), (nbits))
#define bitmap_to_arr32(buf, bitmap, nbits) \
  bitmap_copy_clear_tail((unsigned long*)(buf), (const unsigned long*)(bitmap), (nbits))
static inline void bitmap_from_u64(unsigned long* dst, u64 mask) {
  bitmap_from_arr64(dst, &mask, 64);
}
static inline unsigned long bitmap_find_next_zero_area(unsigned long* map, unsigned long size,
                                                       unsigned long start, unsigned int nr,
                                                       unsigned long align_mask) {
  return bitmap_find_next_zero_area_off(map, size, start, nr, align_mask, 0);
}
static inline unsigned long bitmap_get_value8(const unsigned long* map, unsigned long start) {
  return (map[BIT_WORD(start)] >> (start % BITS_PER_LONG)) & 0xff;
}
static inline void bitmap_set_value8(unsigned long* map, unsigned long value, unsigned long start) {
  map[BIT_WORD(start)] &= ~(0xfful << (start % BITS_PER_LONG));
  map[BIT_WORD(start)] |= value << (start % BITS_PER_LONG);
}

bool __bitmap_or_equal(const unsigned long* a, const unsigned long* b, const unsigned long* both,
                       unsigned int nbits);
static inline bool bitmap_or_equal(const unsigned long* a, const unsigned long* b,
                                   const unsigned long* both, unsigned int nbits) {
  return __bitmap_or_equal(a, b, both, nbits);
}
void bitmap_onto(unsigned long* dst, const unsigned long* orig, const unsigned long* relmap,
                 unsigned int bits);
void bitmap_fold(unsigned long* dst, const unsigned long* orig, unsigned int sz,
                 unsigned int nbits);
int bitmap_parse_user(const char __user* ubuf, unsigned int ulen, unsigned long* dst, int nbits);
int bitmap_parselist_user(const char __user* ubuf, unsigned int ulen, unsigned long* dst,
                          int nbits);
struct device;
unsigned long* devm_bitmap_alloc(struct device* dev, unsigned int nbits, gfp_t flags);
unsigned long* devm_bitmap_zalloc(struct device* dev, unsigned int nbits, gfp_t flags);
#define BITMAP_MEM_ALIGNMENT 8
#define BITMAP_MEM_MASK (BITMAP_MEM_ALIGNMENT - 1)
#define bitmap_size(nbits) (ALIGN(nbits, BITS_PER_LONG) / BITS_PER_BYTE)
#define bitmap_copy_le(dst, src, nbits) bitmap_copy(dst, src, nbits)
// What `dst` has beyond `count` bits is cleared.
static inline void bitmap_copy_and_extend(unsigned long* to, const unsigned long* from,
                                          unsigned int count, unsigned int size) {
  unsigned int copied = BITS_TO_LONGS(count);
  memcpy(to, from, copied * sizeof(long));
  if (count % BITS_PER_LONG) to[copied - 1] &= BITMAP_LAST_WORD_MASK(count);
  memset(to + copied, 0, bitmap_size(size) - copied * sizeof(long));
}
static inline void bitmap_next_set_region(unsigned long* bitmap, unsigned int* rs, unsigned int* re,
                                          unsigned int end) {
  *rs = find_next_bit(bitmap, end, *rs);
  *re = find_next_zero_bit(bitmap, end, *rs + 1);
}

#endif
