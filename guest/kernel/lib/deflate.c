// Writing deflate streams (RFC 1950 and 1951): the calls, the head and the end of a stream,
// flushes.
//
// A call goes on until input or room is used up; what was written and has no room waits in the
// buffer, and nothing more is written before it is gone. Linux: 6.1 lib/zlib_deflate/deflate.c.
#include "deflate.h"

#include <linux/export.h>
#include <linux/kernel.h>
#include <linux/string.h>

#include "../bug_at.h"

#define STATE_BYTES 5836  // what Linux's takes: the size of a workspace may be printed
static_assert(sizeof(struct internal_state) <= STATE_BYTES);

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
    progress = compress(strm, flush);
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
