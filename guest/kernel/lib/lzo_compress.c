// Writing LZO1X, after the description of the stream in Linux's Documentation/staging/lzo.rst.
//
// The input is taken in blocks that a 16-bit table can point into. Four bytes are looked up by
// their hash; where there is no match the steps become longer. A later version of the stream has an
// instruction for runs of zeros as well. L1: `literals` begin where the last instruction's bytes
// end. Linux: 6.1 lib/lzo/lzo1x_compress.c: the same choices, so the bytes are the same.
#include <asm/unaligned.h>
#include <linux/bitops.h>
#include <linux/export.h>
#include <linux/kernel.h>
#include <linux/lzo.h>
#include <linux/string.h>

#define TABLE_BITS 13
#define LAST_BYTES 20  // no match begins in them
#define ZERO_RUN_MIN 4
#define ZERO_RUN_MAX (2047 + ZERO_RUN_MIN)
#define SHORT_LENGTH 8
#define SHORT_DISTANCE 0x800
#define MIDDLE_LENGTH 33
#define MIDDLE_DISTANCE 0x4000
#define LONG_LENGTH 9
#define MIDDLE_MARK 32
#define LONG_MARK 16

struct packer {
  const u8 *block, *in, *literals, *match_end;  // match_end: no search from there on
  u8 *start, *out, *out_end;                    // out_end NULL: there is room for all
  u8* state;                                    // where up to three literals are noted
  u16* table;
  bool version_1, full;
};

// False, and full from now on: there is not so much room.
static bool has_room(struct packer* p, size_t bytes) {
  if (p->out_end && (size_t)(p->out_end - p->out) < bytes) p->full = true;
  return !p->full;
}

static void put(struct packer* p, u8 byte) {
  if (has_room(p, 1)) *p->out++ = byte;
}

// What is left of a length: 255 for each zero byte.
static void put_length(struct packer* p, size_t length) {
  for (; length > 255; length -= 255) put(p, 0);
  put(p, length);
}

static void put_bytes(struct packer* p, const u8* bytes, size_t n, size_t room) {
  if (!has_room(p, room)) return;
  memcpy(p->out, bytes, n);
  p->out += n;
}

static void put_literals(struct packer* p, size_t n) {
  const u8* bytes = p->literals;
  if (!n) return;
  if (n <= 3) {
    *p->state |= n;
    put_bytes(p, bytes, n, 4);
  } else if (n <= 16) {
    if (!has_room(p, 17)) return;
    put(p, n - 3);
    put_bytes(p, bytes, n, n);
  } else {
    put(p, n <= 18 ? n - 3 : 0);
    if (n > 18) put_length(p, n - 18);
    put_bytes(p, bytes, n, n);
  }
}

static void put_marked_length(struct packer* p, u8 mark, size_t length, size_t most) {
  put(p, length <= most ? mark | (length - 2) : mark);
  if (length > most) put_length(p, length - most);
}

// Lengths of 261 to 264 from certain distances would read as a run of zeros.
static bool is_ambiguous(const struct packer* p, size_t distance, size_t length) {
  return p->version_1 && (distance & 0x403f) == 0x403f && length >= 261 && length <= 264;
}

static void put_match(struct packer* p, size_t distance, size_t length) {
  if (length <= SHORT_LENGTH && distance <= SHORT_DISTANCE) {
    distance--;
    put(p, (length - 1) << 5 | (distance & 7) << 2);
    put(p, distance >> 3);
    return;
  }
  if (distance <= MIDDLE_DISTANCE) {
    distance--;
    put_marked_length(p, MIDDLE_MARK, length, MIDDLE_LENGTH);
  } else {
    distance -= 0x4000;
    put_marked_length(p, LONG_MARK | (distance >> 11 & 8), length, LONG_LENGTH);
  }
  put(p, distance << 2);
  put(p, distance >> 6);
}

static u32 word_at(const u8* at) { return get_unaligned_le32(at); }

static size_t match_length(const struct packer* p, const u8* there) {
  const u8* here = p->in;
  size_t n = 4;
  u32 differ = word_at(here + n) ^ word_at(there + n);
  while (!differ) {
    n += 4;
    differ = word_at(here + n) ^ word_at(there + n);
    if (differ) break;
    n += 4;
    differ = word_at(here + n) ^ word_at(there + n);
    if (here + n >= p->match_end) return n;
  }
  return n + __ffs(differ) / 8;
}

static size_t zero_run(const struct packer* p) {
  const u8* limit = min(p->match_end, p->in + ZERO_RUN_MAX + 1);
  const u8* at = p->in + ZERO_RUN_MIN;
  while (at < limit && !*at) at++;
  return min_t(size_t, at - p->in, ZERO_RUN_MAX);
}

static void put_zero_run(struct packer* p, size_t length) {
  const u32 rest = length - ZERO_RUN_MIN;
  if (!has_room(p, 4)) return;
  put_unaligned_le32(rest << 21 | 0xfffc18 | (rest & 7), p->out);
  p->out += 4;
  p->state = p->out - 3;
  p->in += length;
}

// Where the four bytes at `in` were before; NULL: nowhere.
static const u8* look_up(struct packer* p) {
  const u32 word = word_at(p->in);
  u16* entry = p->table + (word * 0x1824429d >> (32 - TABLE_BITS));
  const u8* there = p->block + *entry;
  *entry = p->in - p->block;
  return word == word_at(there) ? there : NULL;
}

static void take_match(struct packer* p, const u8* there) {
  const size_t distance = p->in - there;
  size_t length = match_length(p, there);
  if (distance > MIDDLE_DISTANCE && is_ambiguous(p, distance - 0x4000, length)) length = 260;
  put_match(p, distance, length);
  p->state = p->out - 2;
  p->in += length;
}

// One block of n bytes; those behind the last instruction stay as literals. `waiting`: how many lie
// before it.
static void pack_block(struct packer* p, size_t n, size_t waiting) {
  const u8* from = p->block;
  p->match_end = p->block + n - LAST_BYTES;
  p->in = p->block + (waiting < 4 ? 4 - waiting : 0);
  p->in += 1 + ((p->in - from) >> 5);
  while (p->in < p->match_end && !p->full) {
    const bool zeros = p->version_1 && !word_at(p->in);
    const u8* there = zeros ? NULL : look_up(p);
    if (!zeros && !there) {
      p->in += 1 + ((p->in - from) >> 5);
      continue;
    }
    put_literals(p, p->in - p->literals);
    if (p->full) return;
    if (zeros)
      put_zero_run(p, zero_run(p));
    else
      take_match(p, there);
    from = p->literals = p->in;
  }
}

static void put_last_literals(struct packer* p, size_t n, const u8* first_out) {
  if (p->out == first_out && n <= 238) {
    put(p, 17 + n);
  } else if (n <= 3) {
    *p->state |= n;
  } else if (n <= 18) {
    put(p, n - 3);
  } else {
    put(p, 0);
    put_length(p, n - 18);
  }
  put_bytes(p, p->literals, n, n);
}

static int pack(const u8* in, size_t in_len, u8* out, u8* out_end, size_t* out_len, void* wrkmem,
                bool version_1) {
  struct packer p = {.literals = in, .out = out, .out_end = out_end, .table = wrkmem};
  const size_t most = version_1 ? 0xbffe + 1 : 0xbfff + 1;
  size_t left = in_len;
  const u8* first_out;
  p.version_1 = version_1;
  if (version_1) {
    put(&p, 17);
    put(&p, 1);
  }
  first_out = p.out;
  p.state = p.out - 2;
  for (p.block = in; left > LAST_BYTES && !p.full;) {
    const size_t n = min(left, most);
    memset(wrkmem, 0, LZO1X_1_MEM_COMPRESS);
    pack_block(&p, n, p.block - p.literals);
    p.block += n;
    left -= n;
  }
  if (p.literals < in + in_len) put_last_literals(&p, in + in_len - p.literals, first_out);
  if (has_room(&p, 3)) {
    *p.out++ = LONG_MARK | 1;
    *p.out++ = 0;
    *p.out++ = 0;
  }
  if (p.full) return LZO_E_OUTPUT_OVERRUN;
  *out_len = p.out - out;
  return LZO_E_OK;
}

int lzo1x_1_compress(const unsigned char* src, size_t src_len, unsigned char* dst, size_t* dst_len,
                     void* wrkmem) {
  return pack(src, src_len, dst, NULL, dst_len, wrkmem, false);
}
EXPORT_SYMBOL_GPL(lzo1x_1_compress);

int lzo1x_1_compress_safe(const unsigned char* src, size_t src_len, unsigned char* dst,
                          size_t* dst_len, void* wrkmem) {
  return pack(src, src_len, dst, dst + *dst_len, dst_len, wrkmem, false);
}
EXPORT_SYMBOL_GPL(lzo1x_1_compress_safe);

int lzorle1x_1_compress(const unsigned char* src, size_t src_len, unsigned char* dst,
                        size_t* dst_len, void* wrkmem) {
  return pack(src, src_len, dst, NULL, dst_len, wrkmem, true);
}
EXPORT_SYMBOL_GPL(lzorle1x_1_compress);

int lzorle1x_1_compress_safe(const unsigned char* src, size_t src_len, unsigned char* dst,
                             size_t* dst_len, void* wrkmem) {
  return pack(src, src_len, dst, dst + *dst_len, dst_len, wrkmem, true);
}
EXPORT_SYMBOL_GPL(lzorle1x_1_compress_safe);
