// Reading LZO1X, after the description of the stream in Linux's Documentation/staging/lzo.rst.
//
// An instruction copies literals, or a match and up to three literals behind it; what the smallest
// instructions mean depends on the literals before. Linux: 6.1 lib/lzo/lzo1x_decompress_safe.c.
#include <asm/unaligned.h>
#include <linux/export.h>
#include <linux/kernel.h>
#include <linux/lzo.h>
#include <linux/string.h>

#define ZERO_RUN_MIN 4

struct stream {
  const u8 *in, *in_end;
  u8 *start, *out, *out_end;
  size_t distance, length;
  unsigned int literals;  // copied before this instruction: 0 to 3, or 4 for more
  bool has_zero_runs;
};

static bool has_input(const struct stream* s, size_t bytes) {
  return (size_t)(s->in_end - s->in) >= bytes;
}

// Behind literals the next instruction is wanted, too: three bytes.
static int copy_literals(struct stream* s, size_t length) {
  if (!has_input(s, length + 3)) return LZO_E_INPUT_OVERRUN;
  if (length > (size_t)(s->out_end - s->out)) return LZO_E_OUTPUT_OVERRUN;
  memcpy(s->out, s->in, length);
  s->in += length;
  s->out += length;
  return LZO_E_OK;
}

static int copy_literal_run(struct stream* s, size_t length) {
  s->literals = 4;
  return length > (size_t)(s->out_end - s->out) ? LZO_E_OUTPUT_OVERRUN : copy_literals(s, length);
}

// A length of 0 goes on in the following bytes: 255 for each 0, then the first other one.
static int long_length(struct stream* s, size_t base) {
  if (s->length) return LZO_E_OK;
  for (s->length = base; has_input(s, 1) && !*s->in; s->in++) {
    s->length += 255;
    if (s->length > INT_MAX) return LZO_E_ERROR;
  }
  if (!has_input(s, 1)) return LZO_E_INPUT_OVERRUN;
  s->length += *s->in++;
  return LZO_E_OK;
}

static int copy_match(struct stream* s) {
  if (s->distance > (size_t)(s->out - s->start)) return LZO_E_LOOKBEHIND_OVERRUN;
  if (s->length > (size_t)(s->out_end - s->out)) return LZO_E_OUTPUT_OVERRUN;
  for (; s->length; s->length--, s->out++) *s->out = *(s->out - s->distance);
  return LZO_E_OK;
}

static int zero_run(struct stream* s, u8 byte) {
  const size_t length = (s->in[2] << 3 | (byte & 7)) + ZERO_RUN_MIN;
  s->literals = s->in[0] & 3;
  s->in += 3;
  if (length > (size_t)(s->out_end - s->out)) return LZO_E_OUTPUT_OVERRUN;
  memset(s->out, 0, length);
  s->out += length;
  return LZO_E_OK;
}

// The two bytes behind a far match: distance and literals.
static int far_distance(struct stream* s) {
  u16 word;
  if (!has_input(s, 2)) return LZO_E_INPUT_OVERRUN;
  word = get_unaligned_le16(s->in);
  s->in += 2;
  s->distance += word >> 2;
  s->literals = word & 3;
  return LZO_E_OK;
}

// A match by its first byte: distance, length and the number of literals behind.
static int near_match(struct stream* s, u8 byte) {
  if (!has_input(s, 1)) return LZO_E_INPUT_OVERRUN;
  if (byte >= 64) {
    s->distance = ((size_t)*s->in++ << 3) + (byte >> 2 & 7) + 1;
    s->length = (byte >> 5) + 1;
  } else {
    s->distance = ((size_t)*s->in++ << 2) + (byte >> 2) + (s->literals == 4 ? 2049 : 1);
    s->length = s->literals == 4 ? 3 : 2;
  }
  s->literals = byte & 3;
  return copy_match(s);
}

#define END_OF_STREAM 1

static int far_match(struct stream* s, u8 byte) {
  const bool very_far = byte < 32;
  int error;
  if (very_far && s->has_zero_runs && has_input(s, 3) && (byte & 0xf8) == 0x18 &&
      (get_unaligned_le16(s->in) & 0xfffc) == 0xfffc)
    return zero_run(s, byte);
  s->length = very_far ? byte & 7 : byte & 31;
  error = long_length(s, very_far ? 7 : 31);
  if (error) return error;
  s->length += 2;
  s->distance = very_far ? 16384 + ((size_t)(byte & 8) << 11) : 1;
  error = far_distance(s);
  if (error) return error;
  if (very_far && s->distance == 16384) return END_OF_STREAM;
  return copy_match(s);
}

static int literal_run(struct stream* s, u8 byte) {
  int error;
  s->length = byte;
  error = long_length(s, 15);
  if (error) return error;
  return copy_literal_run(s, s->length + 3);
}

static int instruction(struct stream* s) {
  const u8 byte = *s->in++;
  int error;
  if (byte < 16 && !s->literals) return literal_run(s, byte);
  error = byte >= 64 || byte < 16 ? near_match(s, byte) : far_match(s, byte);
  return error ? error : copy_literals(s, s->literals);
}

static int first_literals(struct stream* s) {
  unsigned int count;
  if (has_input(s, 5) && *s->in == 17) {
    s->has_zero_runs = s->in[1] > 0;
    s->in += 2;
  }
  if (*s->in <= 17) return LZO_E_OK;
  count = *s->in++ - 17;
  if (count >= 4) return copy_literal_run(s, count);
  s->literals = count;
  return copy_literals(s, count);
}

int lzo1x_decompress_safe(const unsigned char* src, size_t src_len, unsigned char* dst,
                          size_t* dst_len) {
  struct stream s = {
      .in = src, .in_end = src + src_len, .start = dst, .out = dst, .out_end = dst + *dst_len};
  int error = src_len < 3 ? LZO_E_INPUT_OVERRUN : first_literals(&s);
  while (!error) error = has_input(&s, 1) ? instruction(&s) : LZO_E_INPUT_OVERRUN;
  *dst_len = s.out - s.start;
  if (error != END_OF_STREAM) return error;
  if (s.length != 3) return LZO_E_ERROR;
  return s.in == s.in_end ? LZO_E_OK : LZO_E_INPUT_NOT_CONSUMED;
}
EXPORT_SYMBOL_GPL(lzo1x_decompress_safe);
