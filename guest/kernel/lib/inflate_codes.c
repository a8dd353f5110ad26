// The prefix codes of a deflate stream.
//
// A code is decoded by a table of its short members and, for the long ones, by counting: how many
// there are of each length says where one lies among the sorted symbols. A set of lengths must be
// that of a complete code, or of a single code of one bit, or of none.
// Linux: 6.1 lib/zlib_inflate/inftrees.c, inflate.c.
#include <linux/string.h>

#include "inflate.h"

static u32 reversed(u32 code, unsigned int length) {
  u32 back = 0;
  for (; length; length--, code >>= 1) back = back << 1 | (code & 1);
  return back;
}

enum code_kind { MUST_BE_COMPLETE, MAY_BE_ONE_CODE };

// False: the lengths are those of no code.
static bool make_code(struct prefix_code* code, const u8* lengths, unsigned int n,
                      enum code_kind kind) {
  u16 at[LONGEST_CODE + 2] = {0};
  u32 first[LONGEST_CODE + 2] = {0};
  int room = 1, length;
  unsigned int i, longest = 0;
  memset(code, 0, sizeof(*code));
  for (i = 0; i < n; i++) code->count[lengths[i]]++;
  for (length = 1; length <= LONGEST_CODE; length++) {
    room = room * 2 - code->count[length];
    if (room < 0) return false;
    if (code->count[length]) longest = length;
    at[length + 1] = at[length] + code->count[length];
    first[length + 1] = (first[length] + code->count[length]) << 1;
  }
  code->incomplete = room > 0;
  if (longest && room > 0 && (kind == MUST_BE_COMPLETE || longest != 1)) return false;
  for (i = 0; i < n; i++) {
    u32 bits;
    if (!lengths[i]) continue;
    code->symbol[at[lengths[i]]++] = i;
    bits = reversed(first[lengths[i]]++, lengths[i]);
    if (lengths[i] > SHORT_CODE) continue;
    for (; bits < 1 << SHORT_CODE; bits += 1U << lengths[i])
      code->quick[bits] = i << 4 | lengths[i];
  }
  return true;
}

// The length of the code that the held bits begin with, 0 when there are too few of them.
static unsigned int find_code(const struct internal_state* s, const struct prefix_code* code,
                              u16* symbol) {
  const u16 quick = code->quick[peek_bits(s, SHORT_CODE)];
  u32 word = 0, first = 0, index = 0;
  unsigned int length;
  if (quick && (quick & 15) <= s->bits) {
    *symbol = quick >> 4;
    return quick & 15;
  }
  for (length = 1; length <= min_t(u32, s->bits, LONGEST_CODE); length++) {
    word |= s->hold >> (length - 1) & 1;
    if (word < first + code->count[length]) {
      *symbol = code->symbol[index + word - first];
      return length;
    }
    *symbol = NO_SYMBOL;
    if (code->incomplete) return 1;
    index += code->count[length];
    first = (first + code->count[length]) << 1;
    word <<= 1;
  }
  return 0;
}

// The length of the next code, its bits not taken yet; 0: the input ends before it does.
unsigned int next_code(z_streamp strm, const struct prefix_code* code, u16* symbol) {
  struct internal_state* s = strm->state;
  unsigned int length;
  while (!(length = find_code(s, code, symbol)))
    if (!need_bits(strm, s->bits + 1)) return 0;
  return length;
}

void fixed_codes(struct internal_state* s) {
  unsigned int i;
  for (i = 0; i < 288; i++) s->lengths[i] = i < 144 ? 8 : i < 256 ? 9 : i < 280 ? 7 : 8;
  make_code(&s->literal_code, s->lengths, 288, MUST_BE_COMPLETE);
  memset(s->lengths, 5, 32);
  make_code(&s->distance_code, s->lengths, 32, MUST_BE_COMPLETE);
}

enum step read_counts(z_streamp strm) {
  struct internal_state* s = strm->state;
  if (!need_bits(strm, 14)) return LEAVE;
  s->literals = take_bits(s, 5) + 257;
  s->distances = take_bits(s, 5) + 1;
  s->code_lengths = take_bits(s, 4) + 4;
  if (s->literals > 286 || s->distances > 30)
    return inflate_bad(strm, "too many length or distance symbols");
  s->lengths_read = 0;
  memset(s->lengths, 0, 19);
  s->mode = CODE_LENGTH_LENGTHS;
  return GO_ON;
}

enum step read_code_length_lengths(z_streamp strm) {
  static const u8 order[] = {16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15};
  struct internal_state* s = strm->state;
  for (; s->lengths_read < s->code_lengths; s->lengths_read++) {
    if (!need_bits(strm, 3)) return LEAVE;
    s->lengths[order[s->lengths_read]] = take_bits(s, 3);
  }
  if (!make_code(&s->literal_code, s->lengths, 19, MUST_BE_COMPLETE))
    return inflate_bad(strm, "invalid code lengths set");
  s->lengths_read = 0;
  s->mode = CODE_LENGTHS;
  return GO_ON;
}

// One symbol of the code of code lengths: a length, or a repetition.
static enum step read_a_code_length(z_streamp strm) {
  static const u8 extra[] = {2, 3, 7}, least[] = {3, 3, 11};
  struct internal_state* s = strm->state;
  unsigned int repeat, kind, bits;
  u16 symbol;
  u8 value = 0;
  if (!(bits = next_code(strm, &s->literal_code, &symbol))) return LEAVE;
  if (symbol == NO_SYMBOL) symbol = 0;  // there is no code at all: Linux reads zeros
  if (symbol < 16) {
    take_bits(s, bits);
    s->lengths[s->lengths_read++] = symbol;
    return GO_ON;
  }
  kind = symbol - 16;
  if (!need_bits(strm, bits + extra[kind])) return LEAVE;
  take_bits(s, bits);
  if (!kind) {
    if (!s->lengths_read) return inflate_bad(strm, "invalid bit length repeat");
    value = s->lengths[s->lengths_read - 1];
  }
  repeat = least[kind] + take_bits(s, extra[kind]);
  if (s->lengths_read + repeat > s->literals + s->distances)
    return inflate_bad(strm, "invalid bit length repeat");
  memset(s->lengths + s->lengths_read, value, repeat);
  s->lengths_read += repeat;
  return GO_ON;
}

enum step read_code_lengths(z_streamp strm) {
  struct internal_state* s = strm->state;
  while (s->lengths_read < s->literals + s->distances)
    if (read_a_code_length(strm) == LEAVE)
      return LEAVE;
    else if (s->mode == BAD)
      return GO_ON;
  if (!make_code(&s->literal_code, s->lengths, s->literals, MAY_BE_ONE_CODE))
    return inflate_bad(strm, "invalid literal/lengths set");
  if (!make_code(&s->distance_code, s->lengths + s->literals, s->distances, MAY_BE_ONE_CODE))
    return inflate_bad(strm, "invalid distances set");
  s->mode = SYMBOL;
  return GO_ON;
}
