// The blocks of a deflate stream: symbols, their prefix codes, and which kind of block is shortest.
//
// Code lengths come from Huffman's algorithm on a heap (equal weights: the shallower tree first),
// and are cut to what the format allows by moving leaves from the deepest level. A block becomes a
// stored one if that is not longer, else one with the fixed codes if these are not, else one with
// its own. Linux: 6.1 lib/zlib_deflate/deftree.c: every choice, ties too, as there, so the bytes
// are the same.
#include <linux/kernel.h>
#include <linux/string.h>

#include "deflate.h"

static const u8 length_order[LENGTH_CODES] = {16, 17, 18, 0, 8,  7, 9,  6, 10, 5,
                                              11, 4,  12, 3, 13, 2, 14, 1, 15};

static u32 length_extra(u32 kind) { return kind < 8 || kind == 28 ? 0 : (kind - 4) / 4; }
static u32 distance_extra(u32 kind) { return kind < 4 ? 0 : (kind - 2) / 2; }
static u32 repeat_extra(u32 symbol) {
  return symbol < 16 ? 0 : symbol == 16 ? 2 : symbol == 17 ? 3 : 7;
}

// The kind of a match length (less MIN_MATCH), and its first length.
static u32 length_kind(u32 length, u32* base) {
  u32 bits;
  if (length == MAX_MATCH - MIN_MATCH) {
    *base = length;
    return 28;
  }
  bits = length < 8 ? 0 : fls(length) - 3;
  *base = length >> bits << bits;
  return bits * 4 + (length >> bits);
}

// The same of a distance less 1.
static u32 distance_kind(u32 distance, u32* base) {
  const u32 bits = distance < 4 ? 0 : fls(distance) - 2;
  *base = distance >> bits << bits;
  return bits * 2 + (distance >> bits);
}

static u32 fixed_length(u32 symbol) {
  return symbol < 144 ? 8 : symbol < 256 ? 9 : symbol < 280 ? 7 : 8;
}

static u32 reversed(u32 code, u32 length) {
  u32 back = 0;
  for (; length; length--, code >>= 1) back = back << 1 | (code & 1);
  return back;
}

static struct tree_node fixed_code(u32 symbol) {
  struct tree_node node = {.length = fixed_length(symbol)};
  const u32 code = symbol < 144   ? 0x30 + symbol
                   : symbol < 256 ? 0x190 + symbol - 144
                   : symbol < 280 ? symbol - 256
                                  : 0xc0 + symbol - 280;
  node.code = reversed(code, node.length);
  return node;
}

static void put_bits(struct internal_state* s, u32 value, u32 n) {
  s->bit_buffer |= value << s->bit_count;
  s->bit_count += n;
  for (; s->bit_count > 16; s->bit_count -= 16, s->bit_buffer >>= 16) {
    put_byte(s, s->bit_buffer);
    put_byte(s, s->bit_buffer >> 8);
  }
}

static void put_code(struct internal_state* s, struct tree_node node) {
  put_bits(s, node.code, node.length);
}

void flush_bits(struct internal_state* s) {
  for (; s->bit_count >= 8; s->bit_count -= 8, s->bit_buffer >>= 8) put_byte(s, s->bit_buffer);
}

static void fill_last_byte(struct internal_state* s) {
  flush_bits(s);
  if (s->bit_count) put_byte(s, s->bit_buffer);
  s->bit_buffer = s->bit_count = 0;
}

static void begin_block(struct internal_state* s) {
  memset(s->literals, 0, sizeof(s->literals));
  memset(s->distances, 0, sizeof(s->distances));
  memset(s->lengths, 0, sizeof(s->lengths));
  s->literals[END_OF_BLOCK].frequency = 1;
  s->best_bits = s->fixed_bits = 0;
  s->symbol_count = s->matches = 0;
}

void start_trees(struct internal_state* s) {
  s->bit_buffer = s->bit_count = 0;
  s->last_end_bits = 8;
  begin_block(s);
}

// After some thousand symbols: is the block so good that it should end here?
static bool worth_ending(const struct internal_state* s) {
  u32 out_bits = s->symbol_count * 8, in = s->start - s->block_start, kind;
  if (s->level <= 2 || (s->symbol_count & 0xfff)) return false;
  for (kind = 0; kind < DISTANCES; kind++)
    out_bits += s->distances[kind].frequency * (5 + distance_extra(kind));
  return s->matches < s->symbol_count / 2 && out_bits / 8 < in / 2;
}

bool tally(struct internal_state* s, u32 distance, u32 length) {
  u8* symbol = s->symbols + 3 * s->symbol_count++;
  u32 base;
  symbol[0] = distance;
  symbol[1] = distance >> 8;
  symbol[2] = length;
  if (!distance) {
    s->literals[length].frequency++;
  } else {
    s->matches++;
    s->literals[length_kind(length, &base) + 257].frequency++;
    s->distances[distance_kind(distance - 1, &base)].frequency++;
  }
  return worth_ending(s) || s->symbol_count == s->symbol_room - 1;
}

static bool before(const struct forest* f, u32 a, u32 b) {
  const u16 x = f->nodes[a].frequency, y = f->nodes[b].frequency;
  return x < y || (x == y && f->depth[a] <= f->depth[b]);
}

static void sink(struct forest* f, int at) {
  const u16 item = f->items[at];
  int child = at * 2;
  for (; child <= f->size; child *= 2) {
    if (child < f->size && before(f, f->items[child + 1], f->items[child])) child++;
    if (before(f, item, f->items[child])) break;
    f->items[at] = f->items[child];
    at = child;
  }
  f->items[at] = item;
}

// What a kind of symbol costs: its extra bits, and its length in the fixed codes (0: there are
// none).
struct cost {
  int symbols, longest;
  u32 (*extra)(u32 symbol);
  u32 (*fixed)(u32 symbol);
};
static u32 literal_extra(u32 symbol) { return symbol < 257 ? 0 : length_extra(symbol - 257); }
static u32 five_bits(u32 symbol) { return 5; }
static const struct cost literal_cost = {LITERALS, LONGEST_CODE, literal_extra, fixed_length};
static const struct cost distance_cost = {DISTANCES, LONGEST_CODE, distance_extra, five_bits};
static const struct cost length_cost = {LENGTH_CODES, 7, repeat_extra, NULL};

static void count_bits(struct internal_state* s, const struct cost* cost, u32 symbol, u32 frequency,
                       u32 length) {
  s->best_bits += frequency * (length + cost->extra(symbol));
  if (cost->fixed) s->fixed_bits += frequency * (cost->fixed(symbol) + cost->extra(symbol));
}

// Leaves that lie too deep come up: each pair takes the place of a leaf further up.
static void cut_depth(struct forest* f, int overflow, int longest) {
  for (; overflow > 0; overflow -= 2) {
    int bits = longest - 1;
    while (!f->by_length[bits]) bits--;
    f->by_length[bits]--;
    f->by_length[bits + 1] += 2;
    f->by_length[longest]--;
  }
}

static void set_lengths(struct internal_state* s, struct forest* f, const struct cost* cost,
                        int largest) {
  struct tree_node* nodes = f->nodes;
  int h = f->sorted + 1, bits, overflow = 0;
  nodes[f->items[f->sorted]].length = 0;
  for (; h < 2 * cost->symbols + 1; h++) {
    const u16 n = f->items[h];
    bits = nodes[nodes[n].parent].length + 1;
    if (bits > cost->longest) {
      bits = cost->longest;
      overflow++;
    }
    nodes[n].length = bits;
    if (n > largest) continue;
    f->by_length[bits]++;
    count_bits(s, cost, n, nodes[n].frequency, bits);
  }
  if (!overflow) return;
  cut_depth(f, overflow, cost->longest);
  for (h = 2 * cost->symbols + 1, bits = cost->longest; bits; bits--) {
    int left = f->by_length[bits];
    while (left) {
      const u16 n = f->items[--h];
      if (n > largest) continue;
      s->best_bits += ((u32)bits - nodes[n].length) * nodes[n].frequency;
      nodes[n].length = bits;
      left--;
    }
  }
}

static void set_codes(struct forest* f, int largest) {
  u32 next[LONGEST_CODE + 1], code = 0;
  int n, bits;
  for (bits = 1; bits <= LONGEST_CODE; bits++) {
    code = (code + f->by_length[bits - 1]) << 1;
    next[bits] = code;
  }
  for (n = 0; n <= largest; n++) {
    const u32 length = f->nodes[n].length;
    if (length) f->nodes[n].code = reversed(next[length]++, length);
  }
}

static void join_trees(struct forest* f, int node) {
  do {
    const u16 least = f->items[1];
    u16 second;
    f->items[1] = f->items[f->size--];
    sink(f, 1);
    second = f->items[1];
    f->items[--f->sorted] = least;
    f->items[--f->sorted] = second;
    f->nodes[node].frequency = f->nodes[least].frequency + f->nodes[second].frequency;
    f->depth[node] = max(f->depth[least], f->depth[second]) + 1;
    f->nodes[least].parent = f->nodes[second].parent = node;
    f->items[1] = node++;
    sink(f, 1);
  } while (f->size >= 2);
  f->items[--f->sorted] = f->items[1];
}

// Frequencies become codes; returns the largest symbol with one. There are always at least two.
static int make_code(struct internal_state* s, struct tree_node* nodes, const struct cost* cost) {
  struct forest* f = &s->forest;
  int n, largest = -1;
  memset(f, 0, sizeof(*f));
  f->nodes = nodes;
  f->sorted = 2 * cost->symbols + 1;
  for (n = 0; n < cost->symbols; n++) {
    nodes[n].length = 0;
    if (nodes[n].frequency) f->items[++f->size] = largest = n;
  }
  while (f->size < 2) {
    n = f->items[++f->size] = largest < 2 ? ++largest : 0;
    nodes[n].frequency = 1;
    s->best_bits--;
    if (cost->fixed) s->fixed_bits -= cost->fixed(n);
  }
  for (n = f->size / 2; n; n--) sink(f, n);
  join_trees(f, cost->symbols);
  set_lengths(s, f, cost, largest);
  set_codes(f, largest);
  return largest;
}

typedef void (*length_visitor)(struct internal_state* s, u32 symbol, u32 extra);

static void count_length(struct internal_state* s, u32 symbol, u32 extra) {
  s->lengths[symbol].frequency++;
}

static void put_length(struct internal_state* s, u32 symbol, u32 extra) {
  put_code(s, s->lengths[symbol]);
  if (symbol >= 16) put_bits(s, extra, repeat_extra(symbol));
}

static void visit_run(struct internal_state* s, u32 length, u32 previous, u32 count,
                      length_visitor visit) {
  if (length && length != previous) {
    visit(s, length, 0);
    count--;
  }
  if (length) {
    visit(s, 16, count - 3);
  } else if (count <= 10) {
    visit(s, 17, count - 3);
  } else {
    visit(s, 18, count - 11);
  }
}

// The lengths of a tree as runs: of zeros up to 138, of a new length up to 7, of the one before up
// to 6.
static void visit_lengths(struct internal_state* s, const struct tree_node* nodes, int largest,
                          length_visitor visit) {
  u32 previous = 0xffff, count = 0, i, most;
  int n;
  for (n = 0; n <= largest; n++) {
    const u32 next = n < largest ? nodes[n + 1].length : 0xffff, length = nodes[n].length;
    count++;
    most = !length ? 138 : length == previous ? 6 : 7;
    if (count < most && length == next) continue;
    if (count < (length && length != previous ? 4 : 3)) {
      for (i = 0; i < count; i++) visit(s, length, 0);
    } else {
      visit_run(s, length, previous, count, visit);
    }
    count = 0;
    previous = length;
  }
}

// The codes of the block; returns the index of the last length of the code of lengths that is sent.
static int make_codes(struct internal_state* s) {
  int last = LENGTH_CODES - 1;
  s->largest_literal = make_code(s, s->literals, &literal_cost);
  s->largest_distance = make_code(s, s->distances, &distance_cost);
  visit_lengths(s, s->literals, s->largest_literal, count_length);
  visit_lengths(s, s->distances, s->largest_distance, count_length);
  make_code(s, s->lengths, &length_cost);
  while (last >= 3 && !s->lengths[length_order[last]].length) last--;
  s->best_bits += 3 * (last + 1) + 5 + 5 + 4;
  return last;
}

static void put_codes(struct internal_state* s, int last) {
  int rank;
  put_bits(s, s->largest_literal - 256, 5);
  put_bits(s, s->largest_distance, 5);
  put_bits(s, last - 3, 4);
  for (rank = 0; rank <= last; rank++) put_bits(s, s->lengths[length_order[rank]].length, 3);
  visit_lengths(s, s->literals, s->largest_literal, put_length);
  visit_lengths(s, s->distances, s->largest_distance, put_length);
}

enum codes { FIXED, OWN };

static struct tree_node literal_node(const struct internal_state* s, enum codes codes, u32 symbol) {
  return codes == FIXED ? fixed_code(symbol) : s->literals[symbol];
}

static void put_match(struct internal_state* s, enum codes codes, u32 distance, u32 length) {
  u32 base, kind = length_kind(length, &base);
  put_code(s, literal_node(s, codes, kind + 257));
  put_bits(s, length - base, length_extra(kind));
  kind = distance_kind(distance - 1, &base);
  if (codes == FIXED)
    put_bits(s, reversed(kind, 5), 5);
  else
    put_code(s, s->distances[kind]);
  put_bits(s, distance - 1 - base, distance_extra(kind));
}

static void put_symbols(struct internal_state* s, enum codes codes) {
  u32 i;
  for (i = 0; i < s->symbol_count; i++) {
    const u8* symbol = s->symbols + 3 * i;
    const u32 distance = symbol[0] | symbol[1] << 8;
    if (distance)
      put_match(s, codes, distance, symbol[2]);
    else
      put_code(s, literal_node(s, codes, symbol[2]));
  }
  put_code(s, literal_node(s, codes, END_OF_BLOCK));
  s->last_end_bits = literal_node(s, codes, END_OF_BLOCK).length;
}

void write_stored_type(struct internal_state* s) {
  put_bits(s, STORED_BLOCK << 1, 3);
  fill_last_byte(s);
}

void write_stored(struct internal_state* s, const u8* bytes, u32 n, enum last_block last) {
  put_bits(s, (STORED_BLOCK << 1) + last, 3);
  fill_last_byte(s);
  s->last_end_bits = 8;
  put_byte(s, n);
  put_byte(s, n >> 8);
  put_byte(s, ~n);
  put_byte(s, ~n >> 8);
  memcpy(s->pending_buffer + s->pending, bytes, n);
  s->pending += n;
}

// As much as a reader with one code in hand needs to see the end of what came before.
void write_empty_fixed(struct internal_state* s) {
  put_bits(s, STATIC_TREES << 1, 3);
  put_code(s, fixed_code(END_OF_BLOCK));
  flush_bits(s);
  if (1 + s->last_end_bits + 10 - s->bit_count < 9) {
    put_bits(s, STATIC_TREES << 1, 3);
    put_code(s, fixed_code(END_OF_BLOCK));
    flush_bits(s);
  }
  s->last_end_bits = 7;
}

void write_block(struct internal_state* s, const u8* bytes, u32 n, enum last_block last) {
  u32 best = n + 5, fixed = n + 5;
  int last_length = 0;
  if (s->level > 0) {
    last_length = make_codes(s);
    best = (s->best_bits + 3 + 7) / 8;
    fixed = (s->fixed_bits + 3 + 7) / 8;
    best = min(best, fixed);
  }
  if (n + 4 <= best && bytes) {
    write_stored(s, bytes, n, last);
  } else if (fixed == best) {
    put_bits(s, (STATIC_TREES << 1) + last, 3);
    put_symbols(s, FIXED);
  } else {
    put_bits(s, (DYN_TREES << 1) + last, 3);
    put_codes(s, last_length);
    put_symbols(s, OWN);
  }
  begin_block(s);
  if (last == LAST_BLOCK) fill_last_byte(s);
}
