// Reading deflate streams: the state, and what inflate.c and inflate_codes.c share.
//
// A stream is a machine of modes in the caller's workspace; a mode that lacks input or room leaves,
// and the next call goes on there. Bytes are taken from the input only when a step needs them, so
// what is left behind the stream stays with the caller (I1: between steps fewer than 8 bits are
// held).
#ifndef MM32_INFLATE_H
#define MM32_INFLATE_H

#include <linux/zutil.h>

#define LONGEST_CODE 15
#define SHORT_CODE 9
#define WINDOW_BYTES (1 << MAX_WBITS)
#define WORKSPACE_BYTES 42284  // what Linux's takes: it may be printed

enum inflate_mode {
  HEAD,
  DICTIONARY_SUM,
  DICTIONARY,
  BLOCK_OR_LEAVE,
  BLOCK,
  STORED_LENGTH,
  STORED_COPY,
  CODE_COUNTS,
  CODE_LENGTH_LENGTHS,
  CODE_LENGTHS,
  SYMBOL,
  LENGTH_EXTRA,
  DISTANCE,
  DISTANCE_EXTRA,
  MATCH,
  LITERAL,
  SUM,
  DONE,
  BAD
};

struct prefix_code {
  u16 count[LONGEST_CODE + 1];
  u16 symbol[288];             // by code
  u16 quick[1 << SHORT_CODE];  // symbol << 4 | length, by the next bits; 0: longer, or none
  bool incomplete;             // one code of one bit, or none at all
};

struct internal_state {
  enum inflate_mode mode;
  bool last, wrapped;
  unsigned int window_bits, have, next;  // bytes in the window, and where the next goes
  u32 hold, bits;
  u32 length, distance, extra;
  unsigned int literals, distances, code_lengths, lengths_read;
  uLong sum;
  uLong fresh;  // bytes of output that this call has made, and the sum does not know
  u8 lengths[320];
  struct prefix_code literal_code, distance_code;
  u8 window[WINDOW_BYTES];
};
static_assert(sizeof(struct internal_state) <= WORKSPACE_BYTES);

enum step { GO_ON, LEAVE };

#define NO_SYMBOL 0xffff

enum step inflate_bad(z_streamp strm, const char* why);
/* False: the input ends before. */
bool need_bits(z_streamp strm, unsigned int n);
u32 take_bits(struct internal_state* s, unsigned int n);
static inline u32 peek_bits(const struct internal_state* s, unsigned int n) {
  return s->hold & ((1U << n) - 1);
}

/* The length of the next code, its bits not taken yet; 0: the input ends before it does. */
unsigned int next_code(z_streamp strm, const struct prefix_code* code, u16* symbol);
/* The codes of a block: the fixed ones, or those that it begins with. */
void fixed_codes(struct internal_state* s);
enum step read_counts(z_streamp strm);
enum step read_code_length_lengths(z_streamp strm);
enum step read_code_lengths(z_streamp strm);

#endif
