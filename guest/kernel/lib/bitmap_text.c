// Bitmaps as text: "1,3-5:2/4" lists and hexadecimal words; and renumbering of bits.
#include <linux/bitmap.h>
#include <linux/ctype.h>
#include <linux/export.h>
#include <linux/kernel.h>
#include <linux/mm.h>
#include <linux/slab.h>
#include <linux/string.h>

// A number of a list, or N for the last bit. Returns what follows, or an error pointer.
static const char* parse_position(const char* s, const char* end, unsigned int last,
                                  unsigned int* value) {
  u64 number = 0;
  if (s < end && *s == 'N') {
    *value = last;
    return s + 1;
  }
  if (s >= end || !isdigit(*s)) return ERR_PTR(-EINVAL);
  for (; s < end && isdigit(*s); s++) {
    number = number * 10 + (*s - '0');
    if (number > INT_MAX) return ERR_PTR(-EOVERFLOW);
  }
  *value = (unsigned int)number;
  return s;
}

struct region {
  unsigned int start, end, offset, group;
};

// start[-end[:used/group]] or all[:used/group].
static const char* parse_region(const char* s, const char* limit, unsigned int nbits,
                                struct region* r) {
  if (limit - s >= 3 && !strncasecmp(s, "all", 3)) {
    r->start = 0;
    r->end = nbits - 1;
    s += 3;
  } else {
    s = parse_position(s, limit, nbits - 1, &r->start);
    if (IS_ERR(s)) return s;
    r->end = r->start;
    r->offset = r->group = 1;
    if (s >= limit || *s != '-') return s;
    s = parse_position(s + 1, limit, nbits - 1, &r->end);
    if (IS_ERR(s)) return s;
  }
  r->offset = r->group = r->end - r->start + 1;
  if (s >= limit || *s != ':') return s;
  s = parse_position(s + 1, limit, nbits - 1, &r->offset);
  if (IS_ERR(s)) return s;
  if (s >= limit || *s != '/') return ERR_PTR(-EINVAL);
  return parse_position(s + 1, limit, nbits - 1, &r->group);
}

int bitmap_parselist(const char* buf, unsigned long* maskp, int nmaskbits) {
  const char* end = buf + strcspn(buf, "\n");
  struct region r;
  bitmap_zero(maskp, nmaskbits);
  for (;;) {
    unsigned int start;
    while (buf < end && (isspace(*buf) || *buf == ',')) buf++;
    if (buf >= end) return 0;
    buf = parse_region(buf, end, nmaskbits, &r);
    if (IS_ERR(buf)) return PTR_ERR(buf);
    if (buf < end && !isspace(*buf) && *buf != ',') return -EINVAL;
    if (r.start > r.end || r.group == 0 || r.offset > r.group) return -EINVAL;
    if (r.end >= (unsigned int)nmaskbits) return -ERANGE;
    for (start = r.start; start <= r.end; start += r.group)
      __bitmap_set(maskp, start, min(r.end - start + 1, r.offset));
  }
}
EXPORT_SYMBOL(bitmap_parselist);

// The last group of at most eight hexadecimal digits before *end, which moves in front of it.
static int parse_last_word(const char* begin, const char** end, u32* word) {
  const char* p = *end;
  int digits = 0;
  *word = 0;
  for (; p > begin && p[-1] != ',' && !isspace(p[-1]); p--, digits++) {
    int value = hex_to_bin(p[-1]);
    if (value < 0) return -EINVAL;
    if (digits == 8) return -EOVERFLOW;
    *word |= (u32)value << (4 * digits);
  }
  *end = p;
  return 0;
}

// Words are stored as they are read: a failure leaves those of the end of the text, also when it is
// about bits behind the last.
int bitmap_parse(const char* buf, unsigned int buflen, unsigned long* dst, int nbits) {
  const char* end = strnchrnul(buf, min(buflen, (unsigned int)INT_MAX), '\n');
  unsigned int stored = 0, words = BITS_TO_U32(nbits);
  for (;;) {
    u32 word;
    int error;
    while (end > buf && (isspace(end[-1]) || end[-1] == ',')) end--;
    if (end == buf) break;
    if (stored == words) return -EOVERFLOW;
    error = parse_last_word(buf, &end, &word);
    if (error) return error;
    dst[stored++] = word;
  }
  if (stored == words && nbits % 32 && dst[words - 1] >> (nbits % 32)) return -EOVERFLOW;
  while (stored < words) dst[stored++] = 0;
  return 0;
}
EXPORT_SYMBOL(bitmap_parse);

int bitmap_parse_user(const char __user* ubuf, unsigned int ulen, unsigned long* dst, int nbits) {
  char* buf = memdup_user_nul(ubuf, ulen);
  int error;
  if (IS_ERR(buf)) return PTR_ERR(buf);
  error = bitmap_parse(buf, UINT_MAX, dst, nbits);
  kfree(buf);
  return error;
}
EXPORT_SYMBOL(bitmap_parse_user);

int bitmap_print_to_pagebuf(bool list, char* buf, const unsigned long* maskp, int nmaskbits) {
  size_t room = PAGE_SIZE - offset_in_page(buf);
  return list ? scnprintf(buf, room, "%*pbl\n", nmaskbits, maskp)
              : scnprintf(buf, room, "%*pb\n", nmaskbits, maskp);
}
EXPORT_SYMBOL(bitmap_print_to_pagebuf);

// How many set bits lie before a set bit; -1 for a clear one.
static int bit_rank(const unsigned long* bits, unsigned int pos, unsigned int nbits) {
  return pos < nbits && test_bit(pos, bits) ? (int)bitmap_weight(bits, pos) : -1;
}

void bitmap_remap(unsigned long* dst, const unsigned long* src, const unsigned long* old,
                  const unsigned long* new_bits, unsigned int nbits) {
  unsigned int weight = bitmap_weight(new_bits, nbits), bit;
  if (dst == src) return;
  bitmap_zero(dst, nbits);
  for_each_set_bit(bit, src, nbits) {
    int rank = bit_rank(old, bit, nbits);
    if (rank < 0 || !weight)
      __set_bit(bit, dst);
    else
      __set_bit(find_nth_bit(new_bits, nbits, rank % weight), dst);
  }
}
EXPORT_SYMBOL(bitmap_remap);

int bitmap_bitremap(int oldbit, const unsigned long* old, const unsigned long* new_bits, int bits) {
  unsigned int weight = bitmap_weight(new_bits, bits);
  int rank = bit_rank(old, oldbit, bits);
  return rank < 0 || !weight ? oldbit : (int)find_nth_bit(new_bits, bits, rank % weight);
}
EXPORT_SYMBOL(bitmap_bitremap);

// A stretch of the text of a bitmap, for files that are read in pieces.
static int print_piece(const char* fmt, char* buf, const unsigned long* maskp, int nmaskbits,
                       loff_t off, size_t count) {
  char* text = kasprintf(GFP_KERNEL, fmt, nmaskbits, maskp);
  ssize_t size;
  if (!text) return -ENOMEM;
  size = memory_read_from_buffer(buf, count, &off, text, strlen(text) + 1);
  kfree(text);
  return size;
}
int bitmap_print_bitmask_to_buf(char* buf, const unsigned long* maskp, int nmaskbits, loff_t off,
                                size_t count) {
  return print_piece("%*pb\n", buf, maskp, nmaskbits, off, count);
}
EXPORT_SYMBOL(bitmap_print_bitmask_to_buf);
int bitmap_print_list_to_buf(char* buf, const unsigned long* maskp, int nmaskbits, loff_t off,
                             size_t count) {
  return print_piece("%*pbl\n", buf, maskp, nmaskbits, off, count);
}
EXPORT_SYMBOL(bitmap_print_list_to_buf);
