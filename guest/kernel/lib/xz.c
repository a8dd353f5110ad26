// Reading .xz streams: the container, with LZMA2 as the one filter.
//
// Input is gathered until a part (a header, a chunk) is complete, so calls may give it in any
// pieces; output leaves as there is room. X1: s->temp holds the part that s->step waits for.
// Linux: 6.1 lib/xz/xz_dec_stream.c, whose results for wrong input these are.
#include <asm/unaligned.h>
#include <linux/crc32.h>
#include <linux/export.h>
#include <linux/kernel.h>
#include <linux/slab.h>
#include <linux/string.h>
#include <linux/vmalloc.h>
#include <linux/xz.h>

#include "lzma2.h"

#define HEADER_BYTES 12
#define CHUNK_BYTES 65536
#define LZMA_START_BYTES 5

enum step {
  STREAM_HEADER,
  BLOCK_SIZE,
  BLOCK_HEADER,
  CHUNK_CONTROL,
  CHUNK_HEADER,
  CHUNK_DATA,
  CHUNK_COPY,
  BLOCK_PADDING,
  BLOCK_CHECK,
  INDEX,
  INDEX_CHECK,
  STREAM_FOOTER,
  DONE
};

// What blocks and the index must agree on: sizes, and a hash over them.
struct sums {
  u64 unpadded, uncompressed;
  u32 hash;
  u64 blocks;
};

struct xz_dec {
  enum xz_mode mode;
  u32 dict_max, dict_room;
  enum step step;
  bool stuck_before;
  u8 check_type, control;
  bool need_dict_reset, need_properties, need_state_reset;
  u32 crc, index_crc, chunk_out;
  size_t chunk_in, want, have;
  u64 block_in, block_out, index_bytes, number;
  u32 number_bits, index_numbers;
  struct sums blocks, index;
  struct lzma l;
  u8 temp[CHUNK_BYTES];
};

static bool take(struct xz_dec* s, struct xz_buf* b, size_t want) {
  const size_t n = min(want - s->have, b->in_size - b->in_pos);
  memcpy(s->temp + s->have, b->in + b->in_pos, n);
  b->in_pos += n;
  s->have += n;
  s->block_in += n;
  if (s->have < want) return false;
  s->have = 0;
  return true;
}

static u32 crc_of(const void* data, size_t size) { return ~crc32_le(~0u, data, size); }

static enum xz_ret next(struct xz_dec* s, enum step step) {
  s->step = step;
  return XZ_OK;
}

static enum xz_ret stream_header(struct xz_dec* s) {
  if (memcmp(s->temp,
             "\xfd"
             "7zXZ",
             6))
    return XZ_FORMAT_ERROR;
  if (crc_of(s->temp + 6, 2) != get_unaligned_le32(s->temp + 8)) return XZ_DATA_ERROR;
  if (s->temp[6]) return XZ_OPTIONS_ERROR;
  s->check_type = s->temp[7];
  if (s->check_type > 1) return XZ_OPTIONS_ERROR;
  return next(s, BLOCK_SIZE);
}

static enum xz_ret set_dictionary(struct xz_dec* s, u8 bits) {
  struct lzma_dict* d = &s->l.dict;
  u64 size;
  if (bits > 39) return XZ_OPTIONS_ERROR;
  size = (u64)(2 + (bits & 1)) << (bits / 2 + 11);
  s->need_dict_reset = true;
  if (s->mode == XZ_SINGLE) return XZ_OK;
  if (size > s->dict_max) return XZ_MEMLIMIT_ERROR;
  d->size = size;
  if (s->mode == XZ_PREALLOC || size <= s->dict_room) return XZ_OK;
  vfree(d->buf);
  d->buf = vmalloc(size);
  s->dict_room = d->buf ? size : 0;
  return d->buf ? XZ_OK : XZ_MEM_ERROR;
}

// A number of up to nine bytes of seven bits, in a buffer. False: it is damaged.
static bool header_number(const u8* h, size_t* at, size_t end, u64* number) {
  u32 shift = 0;
  for (*number = 0; *at < end && shift < 63; shift += 7) {
    const u8 byte = h[(*at)++];
    *number |= (u64)(byte & 0x7f) << shift;
    if (!(byte & 0x80)) return byte || !shift;
  }
  return false;
}

static enum xz_ret block_header(struct xz_dec* s) {
  const size_t size = s->want - 4;
  const u8* h = s->temp;
  size_t at = 2;
  u64 ignored;
  if (crc_of(h, size) != get_unaligned_le32(h + size)) return XZ_DATA_ERROR;
  if (h[1] & 0x3f) return XZ_OPTIONS_ERROR;
  if ((h[1] & 0x40) && !header_number(h, &at, size, &ignored)) return XZ_DATA_ERROR;
  if ((h[1] & 0x80) && !header_number(h, &at, size, &ignored)) return XZ_DATA_ERROR;
  if (size - at < 2) return XZ_DATA_ERROR;
  if (h[at++] != 0x21 || h[at++] != 1) return XZ_OPTIONS_ERROR;
  if (size - at < 1) return XZ_DATA_ERROR;
  s->block_out = 0;
  s->crc = ~0u;
  s->control = h[at++];
  for (; at < size; at++)
    if (h[at]) return XZ_OPTIONS_ERROR;
  s->step = CHUNK_CONTROL;
  return set_dictionary(s, s->control);
}

static enum xz_ret chunk_control(struct xz_dec* s, struct xz_buf* b) {
  struct lzma_dict* d = &s->l.dict;
  const u8 control = s->control = s->temp[0];
  if (!control) return next(s, BLOCK_PADDING);
  if (control >= 0xe0 || control == 1) {
    s->need_properties = true;
    s->need_dict_reset = false;
    if (s->mode == XZ_SINGLE) {
      d->buf = b->out + b->out_pos;
      d->size = b->out_size - b->out_pos;
    }
    d->at = d->full = d->written = 0;
  } else if (s->need_dict_reset) {
    return XZ_DATA_ERROR;
  }
  if (control < 0x80 && control > 2) return XZ_DATA_ERROR;
  if (control >= 0xc0) {
    s->need_properties = false;
  } else if (control >= 0x80 && s->need_properties) {
    return XZ_DATA_ERROR;
  }
  s->want = control >= 0xc0 ? 5 : control >= 0x80 ? 4 : 2;
  return next(s, CHUNK_HEADER);
}

static enum xz_ret chunk_header(struct xz_dec* s) {
  const u8* h = s->temp;
  if (s->control < 0x80) {
    s->chunk_out = get_unaligned_be16(h) + 1;
    return next(s, CHUNK_COPY);
  }
  s->chunk_out = ((s->control & 0x1f) << 16) + get_unaligned_be16(h) + 1;
  s->chunk_in = get_unaligned_be16(h + 2) + 1;
  if (s->control >= 0xc0 && !lzma_properties(&s->l, h[4])) return XZ_DATA_ERROR;
  if (s->control >= 0xa0) lzma_reset_models(&s->l);
  return next(s, CHUNK_DATA);
}

// The last n bytes of the dictionary to the output, where they are already in single mode.
static void give_out(struct xz_dec* s, struct xz_buf* b, u32 n) {
  const struct lzma_dict* d = &s->l.dict;
  u8* out = b->out + b->out_pos;
  const size_t behind = n > d->at ? n - d->at : 0;
  if (s->mode != XZ_SINGLE) {
    memcpy(out, d->buf + d->size - behind, behind);
    memcpy(out + behind, d->buf + d->at - (n - behind), n - behind);
  }
  if (s->check_type == 1) s->crc = crc32_le(s->crc, out, n);
  b->out_pos += n;
  s->block_out += n;
  s->chunk_out -= n;
}

static u32 room_for(const struct xz_dec* s, const struct xz_buf* b) {
  return min3((size_t)s->chunk_out, b->out_size - b->out_pos, s->l.dict.size);
}

// Takes the chunk as it comes, and decodes as far as it goes.
static enum xz_ret chunk_data(struct xz_dec* s, struct xz_buf* b, bool* waits) {
  const size_t had = s->have;
  const bool complete = had == s->chunk_in || take(s, b, s->chunk_in);
  const u32 room = room_for(s, b);
  int made = 0;
  if (complete) s->have = s->chunk_in;
  if (had < LZMA_START_BYTES && s->have >= LZMA_START_BYTES)
    lzma_begin(&s->l, s->temp, s->chunk_in);
  s->l.in_have = s->temp + s->have;
  if (complete && s->chunk_in < LZMA_START_BYTES) return XZ_DATA_ERROR;
  if (room && s->have >= LZMA_START_BYTES) made = lzma_decode(&s->l, room);
  if (made < 0) return XZ_DATA_ERROR;
  give_out(s, b, made);
  *waits = s->chunk_out && !made && s->have == had;
  if (s->chunk_out) return XZ_OK;
  s->have = 0;
  return complete && lzma_finished(&s->l) ? next(s, CHUNK_CONTROL) : XZ_DATA_ERROR;
}

static enum xz_ret chunk_copy(struct xz_dec* s, struct xz_buf* b) {
  const u32 n = min_t(size_t, room_for(s, b), b->in_size - b->in_pos);
  u32 i;
  for (i = 0; i < n; i++) lzma_dict_put(&s->l.dict, b->in[b->in_pos++]);
  s->block_in += n;
  give_out(s, b, n);
  return s->chunk_out ? XZ_OK : next(s, CHUNK_CONTROL);
}

static void add_sums(struct sums* sums) {
  const u64 sizes[2] = {sums->unpadded, sums->uncompressed};
  sums->blocks++;
  sums->hash = crc32_le(sums->hash, (const u8*)sizes, sizeof(sizes));
}

static enum xz_ret block_check(struct xz_dec* s) {
  if (s->check_type == 1 && get_unaligned_le32(s->temp) != ~s->crc) return XZ_DATA_ERROR;
  s->blocks.uncompressed = s->block_out;
  add_sums(&s->blocks);
  return next(s, BLOCK_SIZE);
}

// The index: the number of records, then two numbers each.
static enum xz_ret index_number(struct xz_dec* s) {
  const u64 number = s->number;
  s->number = 0;
  s->number_bits = 0;
  if (!s->index_numbers++) {
    if (number != s->blocks.blocks) return XZ_DATA_ERROR;
  } else if (s->index_numbers % 2 == 0) {
    s->index.unpadded = number;
  } else {
    s->index.uncompressed = number;
    add_sums(&s->index);
  }
  return XZ_OK;
}

static bool index_is_complete(const struct xz_dec* s) {
  return s->index_numbers == 1 + 2 * s->blocks.blocks;
}

static enum xz_ret index_byte(struct xz_dec* s) {
  const u8 byte = s->temp[0];
  s->index_bytes++;
  s->index_crc = crc32_le(s->index_crc, &byte, 1);
  if (index_is_complete(s)) return byte ? XZ_DATA_ERROR : XZ_OK;
  s->number |= (u64)(byte & 0x7f) << s->number_bits;
  s->number_bits += 7;
  if (byte & 0x80) return s->number_bits < 63 ? XZ_OK : XZ_DATA_ERROR;
  return !byte && s->number_bits > 7 ? XZ_DATA_ERROR : index_number(s);
}

static enum xz_ret index_check(struct xz_dec* s) {
  if (get_unaligned_le32(s->temp) != ~s->index_crc || s->index.hash != s->blocks.hash)
    return XZ_DATA_ERROR;
  return next(s, STREAM_FOOTER);
}

static enum xz_ret stream_footer(struct xz_dec* s) {
  const u8* f = s->temp;
  if (f[10] != 'Y' || f[11] != 'Z') return XZ_DATA_ERROR;
  if (crc_of(f + 4, 6) != get_unaligned_le32(f)) return XZ_DATA_ERROR;
  if (get_unaligned_le32(f + 4) != s->index_bytes / 4 - 1) return XZ_DATA_ERROR;
  if (f[8] || f[9] != s->check_type) return XZ_DATA_ERROR;
  s->step = DONE;
  return XZ_STREAM_END;
}

static enum xz_ret block_size(struct xz_dec* s) {
  s->block_in = 1;
  if (s->temp[0]) {
    s->want = s->temp[0] * 4 + 4;
    s->have = 1;
    return next(s, BLOCK_HEADER);
  }
  s->index_bytes = 1;
  s->index_crc = crc32_le(~0u, s->temp, 1);
  return next(s, INDEX);
}

static enum xz_ret one_step(struct xz_dec* s, struct xz_buf* b, bool* waits) {
  static const size_t fixed[] = {[STREAM_HEADER] = HEADER_BYTES,
                                 [BLOCK_SIZE] = 1,
                                 [CHUNK_CONTROL] = 1,
                                 [BLOCK_PADDING] = 1,
                                 [INDEX] = 1,
                                 [INDEX_CHECK] = 4,
                                 [STREAM_FOOTER] = HEADER_BYTES,
                                 [DONE] = 0};
  size_t want = fixed[s->step];
  if (s->step == CHUNK_DATA) return chunk_data(s, b, waits);
  if (s->step == CHUNK_COPY) return chunk_copy(s, b);
  if (s->step == DONE) return XZ_STREAM_END;
  if (s->step == BLOCK_HEADER || s->step == CHUNK_HEADER) want = s->want;
  if (s->step == BLOCK_PADDING && s->block_in % 4 == 0) {
    s->blocks.unpadded = s->blocks.unpadded ? s->blocks.unpadded : s->block_in;
    s->blocks.unpadded += 4 * s->check_type;
    return next(s, BLOCK_CHECK);
  }
  if (s->step == BLOCK_PADDING && !s->blocks.unpadded) s->blocks.unpadded = s->block_in;
  if (s->step == BLOCK_CHECK) want = 4 * s->check_type;
  if (s->step == INDEX && index_is_complete(s) && s->index_bytes % 4 == 0) {
    s->index_bytes += 4;
    return next(s, INDEX_CHECK);
  }
  *waits = !take(s, b, want);
  if (*waits) return XZ_OK;
  switch (s->step) {
    case STREAM_HEADER:
      return stream_header(s);
    case BLOCK_SIZE:
      s->blocks.unpadded = 0;
      return block_size(s);
    case BLOCK_HEADER:
      return block_header(s);
    case CHUNK_CONTROL:
      return chunk_control(s, b);
    case CHUNK_HEADER:
      return chunk_header(s);
    case BLOCK_PADDING:
      return s->temp[0] ? XZ_DATA_ERROR : XZ_OK;
    case BLOCK_CHECK:
      return block_check(s);
    case INDEX:
      return index_byte(s);
    case INDEX_CHECK:
      return index_check(s);
    default:
      return stream_footer(s);
  }
}

enum xz_ret xz_dec_run(struct xz_dec* s, struct xz_buf* b) {
  const size_t in_start = b->in_pos, out_start = b->out_pos;
  enum xz_ret ret = XZ_OK;
  bool waits = false;
  if (s->mode == XZ_SINGLE) xz_dec_reset(s);
  while (ret == XZ_OK && !waits) {
    if (s->step == CHUNK_COPY && (b->out_pos == b->out_size || b->in_pos == b->in_size)) break;
    ret = one_step(s, b, &waits);
  }
  if (s->mode == XZ_SINGLE) {
    if (ret == XZ_OK) ret = b->in_pos == b->in_size ? XZ_DATA_ERROR : XZ_BUF_ERROR;
    if (ret != XZ_STREAM_END) {
      b->in_pos = in_start;
      b->out_pos = out_start;
    }
  } else if (ret == XZ_OK && b->in_pos == in_start && b->out_pos == out_start) {
    if (s->stuck_before) ret = XZ_BUF_ERROR;
    s->stuck_before = true;
  } else {
    s->stuck_before = false;
  }
  return ret;
}
EXPORT_SYMBOL(xz_dec_run);

void xz_dec_reset(struct xz_dec* s) {
  memset(&s->blocks, 0, sizeof(s->blocks));
  memset(&s->index, 0, sizeof(s->index));
  s->step = STREAM_HEADER;
  s->have = 0;
  s->stuck_before = false;
  s->number = 0;
  s->number_bits = s->index_numbers = 0;
}
EXPORT_SYMBOL(xz_dec_reset);

struct xz_dec* xz_dec_init(enum xz_mode mode, uint32_t dict_max) {
  struct xz_dec* s = vzalloc(sizeof(*s));
  if (!s) return NULL;
  s->mode = mode;
  s->dict_max = dict_max;
  if (mode == XZ_PREALLOC) {
    s->l.dict.buf = vmalloc(dict_max);
    s->dict_room = dict_max;
    if (!s->l.dict.buf) {
      vfree(s);
      return NULL;
    }
  }
  xz_dec_reset(s);
  return s;
}
EXPORT_SYMBOL(xz_dec_init);

void xz_dec_end(struct xz_dec* s) {
  if (!s) return;
  if (s->mode != XZ_SINGLE) vfree(s->l.dict.buf);
  vfree(s);
}
EXPORT_SYMBOL(xz_dec_end);
