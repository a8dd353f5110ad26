// One LZMA2 chunk at a time, out of one buffer that fills up, into a dictionary that may fill up on
// the way.
#ifndef GUEST_KERNEL_LIB_LZMA2_H
#define GUEST_KERNEL_LIB_LZMA2_H

#include <linux/types.h>

#define LZMA_STATES 12
// No symbol takes more input.
#define LZMA_LONGEST_SYMBOL 21
#define LZMA_POS_STATES 16
#define LZMA_LITERAL_CODERS (0x300 << 4)

struct lzma_length {
  u16 choice, choice2;
  u16 low[LZMA_POS_STATES][8];
  u16 mid[LZMA_POS_STATES][8];
  u16 high[256];
};
struct lzma_models {
  u16 is_match[LZMA_STATES][LZMA_POS_STATES];
  u16 is_rep[LZMA_STATES];
  u16 is_rep0[LZMA_STATES];
  u16 is_rep1[LZMA_STATES];
  u16 is_rep2[LZMA_STATES];
  u16 is_rep0_long[LZMA_STATES][LZMA_POS_STATES];
  u16 slot[4][64];
  u16 special[115];
  u16 align[16];
  struct lzma_length match, rep;
  u16 literal[LZMA_LITERAL_CODERS];
};
// The dictionary: a ring of `size` bytes of which `full` are valid; `written` counts all bytes.
struct lzma_dict {
  u8* buf;
  size_t size, at, full;
  u64 written;
};
struct lzma {
  struct lzma_models models;
  struct lzma_dict dict;
  u32 range, code;
  const u8 *in, *in_end;  // of the chunk
  const u8* in_have;      // what of it is there
  u32 rep[4];
  u32 state;
  u32 length;  // of the match in progress
  u32 lc, lp_mask, pb_mask;
};

void lzma_reset_models(struct lzma* l);
// lc, lp and pb in one byte. False: not allowed.
bool lzma_properties(struct lzma* l, u8 byte);
// Begins a chunk of compressed data, of at least 5 bytes.
bool lzma_begin(struct lzma* l, const u8* in, size_t size);
// Makes up to `want` bytes, fewer when more input is needed; how many, or -1 for damaged data.
int lzma_decode(struct lzma* l, u32 want);
// All of the chunk's input was needed, and nothing is left over.
bool lzma_finished(struct lzma* l);
void lzma_dict_put(struct lzma_dict* d, u8 byte);

#endif
