// Writing deflate streams (RFC 1950 and 1951): the window, the search for matches, the calls.
//
// The last bytes are found again by a hash of three of them. A fast level takes every match; the
// others keep a match back for one byte, and take it unless the next one is longer. How far a chain
// is followed, and from which length on less or not at all, depends on the level. Linux: 6.1
// lib/zlib_deflate/deflate.c: the same search in the same order, so the bytes are the same.
#include "deflate.h"

#include <linux/export.h>
#include <linux/kernel.h>
#include <linux/string.h>

#include "../bug_at.h"

#define TOO_FAR 4096      // a match of three bytes from there is not worth it
#define STATE_BYTES 5836  // what Linux's takes: the size of a workspace may be printed
static_assert(sizeof(struct internal_state) <= STATE_BYTES);

enum progress { NEED_MORE, BLOCK_DONE, FINISH_STARTED, FINISH_DONE };

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

static void forget_hashes(struct internal_state* s) {
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

static void flush_pending(z_streamp strm) {
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

static void put_short(struct internal_state* s, u32 value) {
  put_byte(s, value >> 8);
  put_byte(s, value);
}

static void write_head(z_streamp strm) {
  struct internal_state* s = strm->state;
  const u32 level = min_t(u32, (u32)(s->level - 1) >> 1, 3);
  u32 head = (Z_DEFLATED + ((ilog2(s->window_size) - 8) << 4)) << 8 | level << 6;
  if (s->start) head |= PRESET_DICT;
  head += 31 - head % 31;
  s->status = BUSY;
  put_short(s, head);
  if (s->start) {
    put_short(s, strm->adler >> 16);
    put_short(s, strm->adler);
  }
  strm->adler = 1;
}

static void write_mark(struct internal_state* s, int flush) {
  if (flush == Z_PARTIAL_FLUSH) {
    write_empty_fixed(s);
  } else if (flush == Z_PACKET_FLUSH) {
    write_stored_type(s);
  } else {
    write_stored(s, s->window, 0, MORE_FOLLOWS);
    if (flush == Z_FULL_FLUSH) forget_hashes(s);
  }
}

// The next call has something to do, whatever it is asked.
static int room_used_up(struct internal_state* s) {
  s->last_flush = -1;
  return Z_OK;
}

static int close_stream(z_streamp strm) {
  struct internal_state* s = strm->state;
  if (s->wrapping != WRAPPED) return Z_STREAM_END;
  put_short(s, strm->adler >> 16);
  put_short(s, strm->adler);
  flush_pending(strm);
  s->wrapping = WRAPPED_AND_CLOSED;
  return s->pending ? Z_OK : Z_STREAM_END;
}

static bool wrong_call(z_streamp strm, int flush) {
  if (!strm || !strm->state || flush > Z_FINISH || flush < 0) return true;
  return (!strm->next_in && strm->avail_in) ||
         (strm->state->status == FINISHED && flush != Z_FINISH);
}

int zlib_deflate(z_streamp strm, int flush) {
  struct internal_state* s;
  enum progress progress;
  int last_flush;
  if (wrong_call(strm, flush)) return Z_STREAM_ERROR;
  if (!strm->avail_out) return Z_BUF_ERROR;
  s = strm->state;
  last_flush = s->last_flush;
  s->last_flush = flush;
  if (s->status == FRESH) {
    if (s->wrapping == RAW)
      s->status = BUSY;
    else
      write_head(strm);
  }
  if (s->pending) {
    flush_pending(strm);
    if (!strm->avail_out) return room_used_up(s);
  } else if (!strm->avail_in && flush <= last_flush && flush != Z_FINISH) {
    return Z_BUF_ERROR;
  }
  if (s->status == FINISHED && strm->avail_in) return Z_BUF_ERROR;
  if (strm->avail_in || s->lookahead || (flush != Z_NO_FLUSH && s->status != FINISHED)) {
    progress = efforts[s->level].compress(strm, flush);
    if (progress == FINISH_STARTED || progress == FINISH_DONE) s->status = FINISHED;
    if (progress == NEED_MORE || progress == FINISH_STARTED)
      return strm->avail_out ? Z_OK : room_used_up(s);
    if (progress == BLOCK_DONE) {
      write_mark(s, flush);
      flush_pending(strm);
      if (!strm->avail_out) return room_used_up(s);
    }
  }
  return flush == Z_FINISH ? close_stream(strm) : Z_OK;
}
EXPORT_SYMBOL(zlib_deflate);

int zlib_deflateReset(z_streamp strm) {
  struct internal_state* s;
  if (!strm || !strm->state) return Z_STREAM_ERROR;
  strm->total_in = strm->total_out = 0;
  strm->msg = NULL;
  strm->data_type = Z_UNKNOWN;
  s = strm->state;
  s->pending = 0;
  s->pending_out = s->pending_buffer;
  if (s->wrapping == WRAPPED_AND_CLOSED) s->wrapping = WRAPPED;
  s->status = s->wrapping == RAW ? BUSY : FRESH;
  strm->adler = 1;
  s->last_flush = Z_NO_FLUSH;
  start_trees(s);
  forget_hashes(s);
  s->start = s->lookahead = s->hash = s->match_start = 0;
  s->block_start = 0;
  s->match_length = s->previous_length = MIN_MATCH - 1;
  s->literal_waits = false;
  return Z_OK;
}
EXPORT_SYMBOL(zlib_deflateReset);

static void lay_out(struct internal_state* s, int window_bits, int memory_level) {
  const u32 hash_bits = memory_level + 7;
  u8* at = (u8*)s + STATE_BYTES;
  s->window_size = 1U << window_bits;
  s->window_mask = s->window_size - 1;
  s->hash_mask = (1U << hash_bits) - 1;
  s->hash_shift = (hash_bits + MIN_MATCH - 1) / MIN_MATCH;
  s->window = at;
  s->previous = (u16*)(at += 2 * s->window_size);
  s->head = (u16*)(at += 2 * s->window_size);
  s->pending_buffer = at += 2 * (s->hash_mask + 1);
  s->symbol_room = 1U << (memory_level + 6);
  s->pending_room = 4 * s->symbol_room;
  s->symbols = s->pending_buffer + s->symbol_room;
}

int zlib_deflateInit2(z_streamp strm, int level, int method, int windowBits, int memLevel,
                      int strategy) {
  struct internal_state* s;
  const bool raw = windowBits < 0;
  if (!strm) return Z_STREAM_ERROR;
  strm->msg = NULL;
  if (level == Z_DEFAULT_COMPRESSION) level = 6;
  windowBits = raw ? -windowBits : windowBits;
  if (memLevel < 1 || memLevel > MAX_MEM_LEVEL || method != Z_DEFLATED || windowBits < 9 ||
      windowBits > MAX_WBITS || level < 0 || level > 9 || strategy < 0 || strategy > Z_HUFFMAN_ONLY)
    return Z_STREAM_ERROR;
  s = strm->state = strm->workspace;
  lay_out(s, windowBits, memLevel);
  s->wrapping = raw ? RAW : WRAPPED;
  s->level = level;
  s->strategy = strategy;
  return zlib_deflateReset(strm);
}
EXPORT_SYMBOL(zlib_deflateInit2);

int zlib_deflateEnd(z_streamp strm) {
  enum deflate_status status;
  if (!strm || !strm->state) return Z_STREAM_ERROR;
  status = strm->state->status;
  if (status != FRESH && status != BUSY && status != FINISHED) return Z_STREAM_ERROR;
  strm->state = NULL;
  return status == BUSY ? Z_DATA_ERROR : Z_OK;
}
EXPORT_SYMBOL(zlib_deflateEnd);

int zlib_deflate_workspacesize(int windowBits, int memLevel) {
  if (windowBits < 0) windowBits = -windowBits;
  BUG_ON_AT(memLevel < 1 || memLevel > MAX_MEM_LEVEL || windowBits < 9 || windowBits > MAX_WBITS,
            "lib/zlib_deflate/deflate.c", 1133);
  return STATE_BYTES + (4 << windowBits) + (2 << (memLevel + 7)) + (4 << (memLevel + 6));
}
EXPORT_SYMBOL(zlib_deflate_workspacesize);

int zlib_deflate_dfltcc_enabled(void) { return 0; }
EXPORT_SYMBOL(zlib_deflate_dfltcc_enabled);
