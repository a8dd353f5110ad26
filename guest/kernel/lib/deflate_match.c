// Deflate's window and the search for matches in it.
//
// The last bytes are found again by a hash of three of them. A fast level takes every match; the
// others keep a match back for one byte, and take it unless the next one is longer. How far a chain
// is followed, and from which length on less or not at all, depends on the level.
// Linux: 6.1 lib/zlib_deflate/deflate.c: the same search in the same order, so the bytes are the
// same.
#include <asm/unaligned.h>
#include <linux/bitops.h>
#include <linux/kernel.h>
#include <linux/string.h>

#include "deflate.h"

#define TOO_FAR 4096  // a match of three bytes from there is not worth it

struct effort {
  u16 good, lazy, nice, chain;
  enum progress (*compress)(z_streamp strm, int flush);
};
static enum progress store(z_streamp strm, int flush);
static enum progress compress_fast(z_streamp strm, int flush);
static enum progress compress_lazily(z_streamp strm, int flush);
static const struct effort efforts[10] = {
    {0, 0, 0, 0, store},
    {4, 4, 8, 4, compress_fast},
    {4, 5, 16, 8, compress_fast},
    {4, 6, 32, 32, compress_fast},
    {4, 4, 16, 16, compress_lazily},
    {8, 16, 32, 32, compress_lazily},
    {8, 16, 128, 128, compress_lazily},
    {8, 32, 128, 256, compress_lazily},
    {32, 128, 258, 1024, compress_lazily},
    {32, 258, 258, 4096, compress_lazily},
};

static u32 farthest(const struct internal_state* s) { return s->window_size - MIN_LOOKAHEAD; }

void forget_hashes(struct internal_state* s) {
  memset(s->head, 0, (s->hash_mask + 1) * sizeof(*s->head));
}

static void add_to_hash(struct internal_state* s, u8 byte) {
  s->hash = ((s->hash << s->hash_shift) ^ byte) & s->hash_mask;
}

static void restart_hash(struct internal_state* s) {
  s->hash = s->window[s->start];
  add_to_hash(s, s->window[s->start + 1]);
}

// Enters the string at start; returns the one before of the same hash, 0 for none.
static u32 enter_string(struct internal_state* s) {
  u32 before;
  add_to_hash(s, s->window[s->start + MIN_MATCH - 1]);
  before = s->previous[s->start & s->window_mask] = s->head[s->hash];
  s->head[s->hash] = s->start;
  return before;
}

static u32 take_input(z_streamp strm, u8* to, u32 room) {
  const u32 n = min_t(uLong, strm->avail_in, room);
  if (strm->state->wrapping == WRAPPED) strm->adler = zlib_adler32(strm->adler, strm->next_in, n);
  memcpy(to, strm->next_in, n);
  strm->next_in += n;
  strm->avail_in -= n;
  strm->total_in += n;
  return n;
}

static void slide_positions(u16* positions, u32 n, u32 by) {
  for (; n; n--, positions++) *positions = *positions >= by ? *positions - by : 0;
}

static void slide_window(struct internal_state* s) {
  const u32 size = s->window_size;
  memcpy(s->window, s->window + size, size);
  s->match_start -= size;
  s->start -= size;
  s->block_start -= size;
  slide_positions(s->head, s->hash_mask + 1, size);
  slide_positions(s->previous, size, size);
}

static void fill_window(z_streamp strm) {
  struct internal_state* s = strm->state;
  do {
    if (s->start >= s->window_size + farthest(s)) slide_window(s);
    if (!strm->avail_in) return;
    s->lookahead += take_input(strm, s->window + s->start + s->lookahead,
                               2 * s->window_size - s->lookahead - s->start);
    if (s->lookahead >= MIN_MATCH) restart_hash(s);
  } while (s->lookahead < MIN_LOOKAHEAD && strm->avail_in);
}

static u32 common_length(const u8* a, const u8* b) {
  u32 n = 0;
  for (; n + sizeof(u32) <= MAX_MATCH; n += sizeof(u32)) {
    const u32 differ = get_unaligned((const u32*)(a + n)) ^ get_unaligned((const u32*)(b + n));
    if (differ) return n + __ffs(differ) / 8;
  }
  while (n < MAX_MATCH && a[n] == b[n]) n++;
  return n;
}

// The longest match along a chain that is longer than the one kept back; where it is: match_start.
static u32 longest_match(struct internal_state* s, u32 at) {
  const struct effort* effort = &efforts[s->level];
  const u32 limit = s->start > farthest(s) ? s->start - farthest(s) : 0;
  const u32 nice = min_t(u32, effort->nice, s->lookahead);
  u32 best = s->previous_length, chain = effort->chain;
  const u8* here = s->window + s->start;
  if (best >= effort->good) chain >>= 2;
  do {
    const u8* there = s->window + at;
    u32 length;
    if (there[best] != here[best] || there[best - 1] != here[best - 1]) continue;
    length = common_length(here, there);
    if (length <= best) continue;
    s->match_start = at;
    best = length;
    if (length >= nice) break;
  } while ((at = s->previous[at & s->window_mask]) > limit && --chain);
  return min(best, s->lookahead);
}

void flush_pending(z_streamp strm) {
  struct internal_state* s = strm->state;
  const u32 n = min_t(uLong, s->pending, strm->avail_out);
  if (!n) return;
  if (strm->next_out) {
    memcpy(strm->next_out, s->pending_out, n);
    strm->next_out += n;
  }
  strm->total_out += n;
  strm->avail_out -= n;
  s->pending_out += n;
  s->pending -= n;
  if (!s->pending) s->pending_out = s->pending_buffer;
}

// False: there is no more room for output.
static bool end_block(z_streamp strm, enum last_block last) {
  struct internal_state* s = strm->state;
  write_block(s, s->block_start >= 0 ? s->window + s->block_start : NULL, s->start - s->block_start,
              last);
  s->block_start = s->start;
  flush_pending(strm);
  return strm->avail_out;
}

static enum progress end_input(z_streamp strm, int flush) {
  if (flush == Z_FINISH) return end_block(strm, LAST_BLOCK) ? FINISH_DONE : FINISH_STARTED;
  return end_block(strm, MORE_FOLLOWS) ? BLOCK_DONE : NEED_MORE;
}

static enum progress store(z_streamp strm, int flush) {
  struct internal_state* s = strm->state;
  const u32 most = min_t(u32, 0xffff, s->pending_room - 5);
  for (;;) {
    u32 limit;
    if (s->lookahead <= 1) {
      fill_window(strm);
      if (!s->lookahead && flush == Z_NO_FLUSH) return NEED_MORE;
      if (!s->lookahead) break;
    }
    s->start += s->lookahead;
    s->lookahead = 0;
    limit = s->block_start + most;
    if (!s->start || s->start >= limit) {
      s->lookahead = s->start - limit;
      s->start = limit;
      if (!end_block(strm, MORE_FOLLOWS)) return NEED_MORE;
    }
    if (s->start - s->block_start >= farthest(s) && !end_block(strm, MORE_FOLLOWS))
      return NEED_MORE;
  }
  return end_input(strm, flush);
}

enum lookahead { ENOUGH, INPUT_ENDED, WAIT };

static enum lookahead look_ahead(z_streamp strm, int flush) {
  struct internal_state* s = strm->state;
  if (s->lookahead >= MIN_LOOKAHEAD) return ENOUGH;
  fill_window(strm);
  if (s->lookahead < MIN_LOOKAHEAD && flush == Z_NO_FLUSH) return WAIT;
  return s->lookahead ? ENOUGH : INPUT_ENDED;
}

static bool tally_literal(struct internal_state* s, u8 byte) { return tally(s, 0, byte); }

// Passes the match; short ones enter their strings.
static bool take_fast_match(struct internal_state* s) {
  const bool full = tally(s, s->start - s->match_start, s->match_length - MIN_MATCH);
  s->lookahead -= s->match_length;
  if (s->match_length <= efforts[s->level].lazy && s->lookahead >= MIN_MATCH) {
    while (--s->match_length) {
      s->start++;
      enter_string(s);
    }
    s->start++;
  } else {
    s->start += s->match_length;
    s->match_length = 0;
    restart_hash(s);
  }
  return full;
}

static enum progress compress_fast(z_streamp strm, int flush) {
  struct internal_state* s = strm->state;
  for (;;) {
    const enum lookahead ahead = look_ahead(strm, flush);
    u32 before = 0;
    bool full;
    if (ahead == WAIT) return NEED_MORE;
    if (ahead == INPUT_ENDED) break;
    if (s->lookahead >= MIN_MATCH) before = enter_string(s);
    if (before && s->start - before <= farthest(s) && s->strategy != Z_HUFFMAN_ONLY)
      s->match_length = longest_match(s, before);
    if (s->match_length >= MIN_MATCH) {
      full = take_fast_match(s);
    } else {
      full = tally_literal(s, s->window[s->start++]);
      s->lookahead--;
    }
    if (full && !end_block(strm, MORE_FOLLOWS)) return NEED_MORE;
  }
  return end_input(strm, flush);
}

// The match at start, if it is worth taking.
static void find_lazy_match(struct internal_state* s, u32 before) {
  s->previous_length = s->match_length;
  s->match_length = MIN_MATCH - 1;
  if (!before || s->previous_length >= efforts[s->level].lazy || s->start - before > farthest(s))
    return;
  if (s->strategy != Z_HUFFMAN_ONLY) s->match_length = longest_match(s, before);
  if (s->match_length > 5) return;
  if (s->strategy == Z_FILTERED ||
      (s->match_length == MIN_MATCH && s->start - s->match_start > TOO_FAR))
    s->match_length = MIN_MATCH - 1;
}

// The match kept back, which began one byte before start.
static bool take_previous_match(struct internal_state* s, u32 at) {
  const u32 last = s->start + s->lookahead - MIN_MATCH;
  const bool full = tally(s, s->start - 1 - at, s->previous_length - MIN_MATCH);
  s->lookahead -= s->previous_length - 1;
  for (s->previous_length -= 2; s->previous_length; s->previous_length--)
    if (++s->start <= last) enter_string(s);
  s->literal_waits = false;
  s->match_length = MIN_MATCH - 1;
  s->start++;
  return full;
}

static enum progress compress_lazily(z_streamp strm, int flush) {
  struct internal_state* s = strm->state;
  for (;;) {
    const enum lookahead ahead = look_ahead(strm, flush);
    u32 before = 0, previous_match;
    if (ahead == WAIT) return NEED_MORE;
    if (ahead == INPUT_ENDED) break;
    if (s->lookahead >= MIN_MATCH) before = enter_string(s);
    previous_match = s->match_start;
    find_lazy_match(s, before);
    if (s->previous_length >= MIN_MATCH && s->match_length <= s->previous_length) {
      if (take_previous_match(s, previous_match) && !end_block(strm, MORE_FOLLOWS))
        return NEED_MORE;
      continue;
    }
    if (s->literal_waits && tally_literal(s, s->window[s->start - 1]))
      end_block(strm, MORE_FOLLOWS);
    s->start++;
    s->lookahead--;
    if (s->literal_waits && !strm->avail_out) return NEED_MORE;
    s->literal_waits = true;
  }
  if (s->literal_waits) tally_literal(s, s->window[s->start - 1]);
  s->literal_waits = false;
  return end_input(strm, flush);
}

enum progress compress(z_streamp strm, int flush) {
  return efforts[strm->state->level].compress(strm, flush);
}
