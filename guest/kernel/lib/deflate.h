// Writing deflate streams: the state, and what the matcher and the writer of blocks share.
//
// The workspace holds, one after the other: the state, a window of twice the matcher's reach, the
// links of equal hashes by position, the heads of these chains, and the buffer of what was written
// and not yet taken. The symbols of the block in progress, three bytes each, lie in that buffer
// too, from a quarter of it on: what a symbol becomes never reaches the next one (D1).
#ifndef MM32_DEFLATE_H
#define MM32_DEFLATE_H

#include <linux/zutil.h>

#define LITERALS 286
#define DISTANCES 30
#define LENGTH_CODES 19
#define END_OF_BLOCK 256
#define LONGEST_CODE 15
#define MIN_LOOKAHEAD (MAX_MATCH + MIN_MATCH + 1)

enum deflate_status { FRESH = 42, BUSY = 113, FINISHED = 666 };
enum wrapping { RAW, WRAPPED, WRAPPED_AND_CLOSED };

struct tree_node {
  union {
    u16 frequency;
    u16 code;
  };
  union {
    u16 parent;
    u16 length;
  };
};

// The heap of the trees to be joined; behind `sorted`, the order in which they were.
struct forest {
  struct tree_node* nodes;
  int size, sorted;
  u16 items[2 * LITERALS + 1];
  u16 by_length[LONGEST_CODE + 1];
  u8 depth[2 * LITERALS + 1];
};

struct internal_state {
  enum deflate_status status;
  enum wrapping wrapping;
  int level, strategy, last_flush;

  u32 window_size, window_mask;
  u8* window;
  u16 *previous, *head;
  u32 hash, hash_mask, hash_shift;
  long block_start;  // below the window: its bytes are gone
  u32 start, lookahead, match_start, match_length, previous_length;
  bool literal_waits;  // the byte before start is not yet in a symbol

  u8* pending_buffer;
  u8* pending_out;
  u32 pending, pending_room;
  u8* symbols;
  u32 symbol_count, symbol_room, matches;

  u32 bit_buffer, bit_count;
  u32 last_end_bits;  // the length of the end of the last block
  u32 best_bits, fixed_bits;
  struct tree_node literals[2 * LITERALS + 1], distances[2 * DISTANCES + 1];
  struct tree_node lengths[2 * LENGTH_CODES + 1];
  int largest_literal, largest_distance;
  struct forest forest;
};

void start_trees(struct internal_state* s);
/* One symbol: a literal (distance 0), or a match of length + MIN_MATCH. True: the block is full. */
bool tally(struct internal_state* s, u32 distance, u32 length);
enum last_block { MORE_FOLLOWS, LAST_BLOCK };
/* `bytes`: what the block stands for, NULL if that is not in the window any more. */
void write_block(struct internal_state* s, const u8* bytes, u32 n, enum last_block last);
void write_stored(struct internal_state* s, const u8* bytes, u32 n, enum last_block last);
void write_empty_fixed(struct internal_state* s);
void write_stored_type(struct internal_state* s);
void flush_bits(struct internal_state* s);

static inline void put_byte(struct internal_state* s, u8 byte) {
  s->pending_buffer[s->pending++] = byte;
}

#endif
