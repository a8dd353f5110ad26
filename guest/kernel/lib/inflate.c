// Reading deflate streams (RFC 1950 and 1951), piece by piece as input and room come.
//
// Every mode has a step; what the steps made goes to the sum and the window at the end of a call,
// or before the sum is compared. Messages and the bytes taken are Linux's in every case. Linux: 6.1
// lib/zlib_inflate/inflate.c, inftrees.c; what it accepts, and its messages, are the same.
#include "inflate.h"

#include <linux/export.h>
#include <linux/kernel.h>
#include <linux/slab.h>
#include <linux/string.h>

int zlib_inflate_workspacesize(void) { return WORKSPACE_BYTES; }
EXPORT_SYMBOL(zlib_inflate_workspacesize);

enum step inflate_bad(z_streamp strm, const char* why) {
  strm->msg = (char*)why;
  strm->state->mode = BAD;
  return GO_ON;
}

bool need_bits(z_streamp strm, unsigned int n) {
  struct internal_state* s = strm->state;
  while (s->bits < n) {
    if (!strm->avail_in) return false;
    strm->avail_in--;
    strm->total_in++;
    s->hold |= (u32)*strm->next_in++ << s->bits;
    s->bits += 8;
  }
  return true;
}

u32 take_bits(struct internal_state* s, unsigned int n) {
  const u32 value = peek_bits(s, n);
  s->hold >>= n;
  s->bits -= n;
  return value;
}

static void drop_all_bits(struct internal_state* s) { s->hold = s->bits = 0; }

static enum step read_head(z_streamp strm) {
  struct internal_state* s = strm->state;
  if (!s->wrapped) {
    s->mode = BLOCK;
    return GO_ON;
  }
  if (!need_bits(strm, 16)) return LEAVE;
  if (((peek_bits(s, 8) << 8) + (s->hold >> 8)) % 31)
    return inflate_bad(strm, "incorrect header check");
  if (peek_bits(s, 4) != Z_DEFLATED) return inflate_bad(strm, "unknown compression method");
  take_bits(s, 4);
  if (peek_bits(s, 4) + 8 > s->window_bits) return inflate_bad(strm, "invalid window size");
  strm->adler = s->sum = zlib_adler32(0, NULL, 0);
  s->mode = s->hold & 0x200 ? DICTIONARY_SUM : BLOCK_OR_LEAVE;
  drop_all_bits(s);
  return GO_ON;
}

static enum step read_block(z_streamp strm) {
  struct internal_state* s = strm->state;
  if (s->last) {
    take_bits(s, s->bits & 7);
    s->mode = SUM;
    return GO_ON;
  }
  if (!need_bits(strm, 3)) return LEAVE;
  s->last = take_bits(s, 1);
  switch (take_bits(s, 2)) {
    case STORED_BLOCK:
      s->mode = STORED_LENGTH;
      break;
    case STATIC_TREES:
      fixed_codes(s);
      s->mode = SYMBOL;
      break;
    case DYN_TREES:
      s->mode = CODE_COUNTS;
      break;
    default:
      return inflate_bad(strm, "invalid block type");
  }
  return GO_ON;
}

static enum step read_stored_length(z_streamp strm) {
  struct internal_state* s = strm->state;
  take_bits(s, s->bits & 7);
  if (!need_bits(strm, 32)) return LEAVE;
  if ((s->hold & 0xffff) != (~s->hold >> 16))
    return inflate_bad(strm, "invalid stored block lengths");
  s->length = s->hold & 0xffff;
  drop_all_bits(s);
  s->mode = STORED_COPY;
  return GO_ON;
}

static void made(z_streamp strm, uLong bytes) {
  strm->next_out += bytes;
  strm->avail_out -= bytes;
  strm->total_out += bytes;
  strm->state->fresh += bytes;
}

static enum step copy_stored(z_streamp strm) {
  struct internal_state* s = strm->state;
  const uLong bytes = min3((uLong)s->length, strm->avail_in, strm->avail_out);
  if (!s->length) {
    s->mode = BLOCK_OR_LEAVE;
    return GO_ON;
  }
  if (!bytes) return LEAVE;
  memcpy(strm->next_out, strm->next_in, bytes);
  strm->next_in += bytes;
  strm->avail_in -= bytes;
  strm->total_in += bytes;
  made(strm, bytes);
  s->length -= bytes;
  return GO_ON;
}

static void put_literal(z_streamp strm, u8 byte) {
  *strm->next_out = byte;
  made(strm, 1);
}

static enum step read_symbol(z_streamp strm) {
  static const u16 base[] = {3,  4,  5,  6,  7,  8,  9,  10, 11,  13,  15,  17,  19,  23, 27,
                             31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227, 258};
  struct internal_state* s = strm->state;
  unsigned int bits, kind;
  u16 symbol;
  do {
    if (!(bits = next_code(strm, &s->literal_code, &symbol))) return LEAVE;
    take_bits(s, bits);
    if (symbol >= 256) break;
    if (!strm->avail_out) {
      s->length = symbol;
      s->mode = LITERAL;
      return LEAVE;
    }
    put_literal(strm, symbol);
  } while (1);
  if (symbol == 256) {
    s->mode = BLOCK_OR_LEAVE;
    return GO_ON;
  }
  if (symbol >= 286) return inflate_bad(strm, "invalid literal/length code");
  kind = symbol - 257;
  s->length = base[kind];
  s->extra = kind < 8 || kind == 28 ? 0 : (kind - 4) / 4;
  s->mode = LENGTH_EXTRA;
  return GO_ON;
}

static enum step read_length_extra(z_streamp strm) {
  struct internal_state* s = strm->state;
  if (!need_bits(strm, s->extra)) return LEAVE;
  s->length += take_bits(s, s->extra);
  s->mode = DISTANCE;
  return GO_ON;
}

static enum step read_distance(z_streamp strm) {
  struct internal_state* s = strm->state;
  unsigned int bits;
  u16 symbol;
  if (!(bits = next_code(strm, &s->distance_code, &symbol))) return LEAVE;
  take_bits(s, bits);
  if (symbol >= 30) return inflate_bad(strm, "invalid distance code");
  s->extra = symbol < 4 ? 0 : (symbol - 2) / 2;
  s->distance = symbol < 4 ? symbol + 1 : ((2U + (symbol & 1)) << s->extra) + 1;
  s->mode = DISTANCE_EXTRA;
  return GO_ON;
}

static enum step read_distance_extra(z_streamp strm) {
  struct internal_state* s = strm->state;
  if (!need_bits(strm, s->extra)) return LEAVE;
  s->distance += take_bits(s, s->extra);
  if (s->distance > s->have + s->fresh) return inflate_bad(strm, "invalid distance too far back");
  s->mode = MATCH;
  return GO_ON;
}

static enum step copy_a_match(z_streamp strm) {
  struct internal_state* s = strm->state;
  const u32 mask = (1U << s->window_bits) - 1;
  for (; s->length && strm->avail_out; s->length--) {
    if (s->distance > s->fresh)
      put_literal(strm, s->window[(s->next - (s->distance - s->fresh)) & mask]);
    else
      put_literal(strm, *(strm->next_out - s->distance));
  }
  if (s->length) return LEAVE;
  s->mode = SYMBOL;
  return GO_ON;
}

static enum step put_waiting_literal(z_streamp strm) {
  struct internal_state* s = strm->state;
  if (!strm->avail_out) return LEAVE;
  put_literal(strm, s->length);
  s->mode = SYMBOL;
  return GO_ON;
}

// What this call has made goes to the sum and, for the matches of later calls, to the window.
static void remember(struct internal_state* s, const Byte* bytes, uLong n) {
  const u32 size = 1U << s->window_bits;
  const uLong skip = n > size ? n - size : 0;
  const uLong kept = n - skip, first = min_t(uLong, kept, size - s->next);
  memcpy(s->window + s->next, bytes + skip, first);
  memcpy(s->window, bytes + skip + first, kept - first);
  s->next = (s->next + kept) & (size - 1);
  s->have = min_t(uLong, size, s->have + kept);
}

static void settle(z_streamp strm) {
  struct internal_state* s = strm->state;
  if (!s->fresh) return;
  if (s->wrapped) strm->adler = s->sum = zlib_adler32(s->sum, strm->next_out - s->fresh, s->fresh);
  remember(s, strm->next_out - s->fresh, s->fresh);
  s->fresh = 0;
}

static enum step check_sum(z_streamp strm) {
  struct internal_state* s = strm->state;
  if (s->wrapped) {
    if (!need_bits(strm, 32)) return LEAVE;
    settle(strm);
    if (__builtin_bswap32(s->hold) != s->sum) return inflate_bad(strm, "incorrect data check");
    drop_all_bits(s);
  }
  s->mode = DONE;
  return GO_ON;
}

static enum step read_dictionary_sum(z_streamp strm) {
  struct internal_state* s = strm->state;
  if (!need_bits(strm, 32)) return LEAVE;
  strm->adler = s->sum = __builtin_bswap32(s->hold);
  drop_all_bits(s);
  s->mode = DICTIONARY;
  return GO_ON;
}

static enum step (*const steps[])(z_streamp) = {
    [HEAD] = read_head,
    [DICTIONARY_SUM] = read_dictionary_sum,
    [BLOCK] = read_block,
    [STORED_LENGTH] = read_stored_length,
    [STORED_COPY] = copy_stored,
    [CODE_COUNTS] = read_counts,
    [CODE_LENGTH_LENGTHS] = read_code_length_lengths,
    [CODE_LENGTHS] = read_code_lengths,
    [SYMBOL] = read_symbol,
    [LENGTH_EXTRA] = read_length_extra,
    [DISTANCE] = read_distance,
    [DISTANCE_EXTRA] = read_distance_extra,
    [MATCH] = copy_a_match,
    [LITERAL] = put_waiting_literal,
    [SUM] = check_sum,
};

static int run_steps(z_streamp strm, int flush) {
  struct internal_state* s = strm->state;
  for (;;) {
    switch (s->mode) {
      case DICTIONARY:
        return Z_NEED_DICT;
      case DONE:
        return Z_STREAM_END;
      case BAD:
        return Z_DATA_ERROR;
      case BLOCK_OR_LEAVE:
        if (flush == Z_BLOCK) return Z_OK;
        s->mode = BLOCK;
        break;
      case HEAD ... DICTIONARY_SUM:
      case BLOCK ... SUM:
        if (steps[s->mode](strm) == LEAVE) return Z_OK;
        break;
      default:
        return Z_STREAM_ERROR;
    }
  }
}

// A packet ends where a stored block would begin, without its length.
static int end_packet(struct internal_state* s) {
  if (s->mode != STORED_LENGTH || s->bits) return Z_DATA_ERROR;
  s->mode = BLOCK_OR_LEAVE;
  return Z_OK;
}

int zlib_inflate(z_streamp strm, int flush) {
  struct internal_state* s;
  uLong in, out, in_before;
  int ret;
  if (!strm || !strm->state || (!strm->next_in && strm->avail_in)) return Z_STREAM_ERROR;
  s = strm->state;
  if (s->mode == BLOCK_OR_LEAVE) s->mode = BLOCK;
  in_before = strm->total_in;
  in = strm->avail_in;
  out = strm->avail_out;
  s->fresh = 0;
  ret = run_steps(strm, flush);
  if (ret == Z_NEED_DICT) {
    strm->total_in = in_before;
    return ret;
  }
  settle(strm);
  strm->data_type = s->bits + (s->last ? 64 : 0) + (s->mode == BLOCK_OR_LEAVE ? 128 : 0);
  if (flush == Z_PACKET_FLUSH && ret == Z_OK && strm->avail_out && !strm->avail_in)
    return end_packet(s);
  if (ret == Z_OK && ((in == strm->avail_in && out == strm->avail_out) || flush == Z_FINISH))
    return Z_BUF_ERROR;
  return ret;
}
EXPORT_SYMBOL(zlib_inflate);

int zlib_inflateReset(z_streamp strm) {
  struct internal_state* s;
  if (!strm || !strm->state) return Z_STREAM_ERROR;
  s = strm->state;
  strm->total_in = strm->total_out = 0;
  strm->msg = NULL;
  strm->adler = 1;
  s->mode = HEAD;
  s->last = false;
  s->have = s->next = 0;
  drop_all_bits(s);
  return Z_OK;
}
EXPORT_SYMBOL(zlib_inflateReset);

int zlib_inflateInit2(z_streamp strm, int windowBits) {
  if (!strm) return Z_STREAM_ERROR;
  strm->msg = NULL;
  strm->state = strm->workspace;
  strm->state->wrapped = windowBits >= 0;
  windowBits = windowBits < 0 ? -windowBits : windowBits;
  if (windowBits < 8 || windowBits > MAX_WBITS) return Z_STREAM_ERROR;
  strm->state->window_bits = windowBits;
  return zlib_inflateReset(strm);
}
EXPORT_SYMBOL(zlib_inflateInit2);

int zlib_inflateEnd(z_streamp strm) { return !strm || !strm->state ? Z_STREAM_ERROR : Z_OK; }
EXPORT_SYMBOL(zlib_inflateEnd);

// A packet that came uncompressed is part of what later ones refer to.
int zlib_inflateIncomp(z_stream* strm) {
  struct internal_state* s = strm->state;
  if (s->mode != BLOCK_OR_LEAVE && s->mode != HEAD) return Z_DATA_ERROR;
  remember(s, strm->next_in, strm->avail_in);
  strm->adler = s->sum = zlib_adler32(s->sum, strm->next_in, strm->avail_in);
  strm->total_out += strm->avail_in;
  strm->total_in += strm->avail_in;
  strm->next_in += strm->avail_in;
  strm->avail_in = 0;
  return Z_OK;
}
EXPORT_SYMBOL(zlib_inflateIncomp);

// Without wrapping, in one go. The bytes made, or -EINVAL, -ENOMEM.
int zlib_inflate_blob(void* dst, unsigned int dst_sz, const void* src, unsigned int src_sz) {
  struct z_stream_s* strm = kmalloc(sizeof(*strm), GFP_KERNEL);
  int ret = -ENOMEM;
  if (!strm) return ret;
  strm->workspace = kmalloc(zlib_inflate_workspacesize(), GFP_KERNEL);
  if (strm->workspace) {
    strm->next_in = src;
    strm->avail_in = src_sz;
    strm->next_out = dst;
    strm->avail_out = dst_sz;
    ret = zlib_inflateInit2(strm, -MAX_WBITS);
    if (ret == Z_OK) ret = zlib_inflate(strm, Z_FINISH);
    ret = ret == Z_STREAM_END ? (int)(dst_sz - strm->avail_out) : -EINVAL;
  }
  kfree(strm->workspace);
  kfree(strm);
  return ret;
}
EXPORT_SYMBOL(zlib_inflate_blob);
