// Writing LZ4 blocks, after the description of the format.
//
// The last place of four bytes is found by their hash; where nothing is found, the steps become
// longer (the sooner, the higher the acceleration). Small inputs have a table of 16-bit offsets,
// with twice the entries. Positions are numbers: of a block, addresses or offsets from its start;
// of a stream, its bytes so far, so that blocks refer to what came before them: directly before, or
// in a dictionary elsewhere. Linux: 6.1 lib/lz4/lz4_compress.c: the same search on 32 bits, so the
// bytes are the same.
#include <asm/unaligned.h>
#include <linux/export.h>
#include <linux/kernel.h>
#include <linux/lz4.h>
#include <linux/string.h>

#define SHORTEST_MATCH 4
#define LAST_LITERALS 5
#define LAST_MATCH 12  // bytes from the end
#define SMALL_INPUT ((64 << 10) + LAST_MATCH - 1)
#define FARTHEST 65535
#define DICTIONARY_BYTES (64 << 10)

enum limit { NO_LIMIT, FAIL_WHEN_FULL, TAKE_WHAT_FITS };

struct packer {
  LZ4_stream_t_internal* stream;
  const u8 *source, *end, *match_end, *last_start;
  const u8 *in, *literals;
  u8 *out, *out_end, *dest;
  u8* token;
  enum limit limit;
  bool small, has_dictionary;
  u32 base;             // the position of an address is the address less this
  const u8* lowest;     // nothing before this is a match
  u32 lowest_position;  // as a position, when the table may hold older ones
  const u8* dictionary;
  long to_dictionary;  // from where a match would be, directly before the source, to where it is
};

static u32 hash_at(const struct packer* p, const u8* at) {
  return get_unaligned_le32(at) * 2654435761U >> (32 - LZ4_HASHLOG - (p->small ? 1 : 0));
}

static const u8* swap_position(struct packer* p, u32 hash, const u8* at) {
  const u32 now = (u32)at - p->base;
  u32 before;
  if (p->small) {
    before = ((u16*)p->stream->hashTable)[hash];
    ((u16*)p->stream->hashTable)[hash] = now;
  } else {
    before = p->stream->hashTable[hash];
    p->stream->hashTable[hash] = now;
  }
  return (const u8*)(before + p->base);
}

// How many bytes a place lies away from where a match is read.
static long shift_of(const struct packer* p, const u8* match) {
  return p->has_dictionary && (long)(match - p->source) < 0 ? p->to_dictionary : 0;
}

static bool is_match(const struct packer* p, const u8* match, const u8* at) {
  if (p->lowest_position && (u32)match - p->base < p->lowest_position) return false;
  if (!p->small && (u32)at - (u32)match > FARTHEST) return false;
  return get_unaligned_le32(match + shift_of(p, match)) == get_unaligned_le32(at);
}

// The next match, `in` moved to it; NULL: the end is too near.
static const u8* find_match(struct packer* p, unsigned int acceleration) {
  const u8 *next = p->in, *match;
  unsigned int tries = acceleration << 6, step = 1;
  u32 hash = hash_at(p, next);
  do {
    const u32 here = hash;
    p->in = next;
    next += step;
    step = tries++ >> 6;
    if (next > p->last_start) return NULL;
    hash = hash_at(p, next);
    match = swap_position(p, here, p->in);
  } while (!is_match(p, match, p->in));
  return match;
}

static const u8* catch_up(struct packer* p, const u8* match) {
  const long shift = shift_of(p, match);
  const u8* lowest = shift ? p->dictionary : p->lowest;
  while (p->in > p->literals && match + shift > lowest && p->in[-1] == match[shift - 1]) {
    p->in--;
    match--;
  }
  return match;
}

// A length of which the token holds up to 15.
static u8 put_length(struct packer* p, u32 length) {
  if (length < 15) return length;
  for (length -= 15; length >= 255; length -= 255) *p->out++ = 255;
  *p->out++ = length;
  return 15;
}

static bool literals_fit(const struct packer* p, u32 length) {
  const u8* out = p->out + 1;
  if (p->limit == FAIL_WHEN_FULL)
    return out + length + (2 + 1 + LAST_LITERALS) + length / 255 <= p->out_end;
  if (p->limit == TAKE_WHAT_FITS)
    return out + (length + 240) / 255 + length <= p->out_end - 2 - 8 - 1;
  return true;
}

static bool put_literals(struct packer* p) {
  const u32 length = p->in - p->literals;
  if (!literals_fit(p, length)) return false;
  p->token = p->out++;
  *p->token = put_length(p, length) << 4;
  memmove(p->out, p->literals, length);
  p->out += length;
  return true;
}

static u32 common(const u8* a, const u8* b, const u8* end) {
  const u8* from = a;
  while (a < end && *a == *b) a++, b++;
  return a - from;
}

// How long the match goes on behind its first four bytes: out of the dictionary into the source.
static u32 measure(const struct packer* p, const u8* match) {
  const u8 *at = p->in + SHORTEST_MATCH, *limit = p->match_end;
  const long shift = shift_of(p, match);
  u32 length;
  if (!shift) return common(at, match + SHORTEST_MATCH, limit);
  match += shift;
  limit = min(limit, p->in + (p->dictionary + p->stream->dictSize - match));
  length = common(at, match + SHORTEST_MATCH, limit);
  if (at + length == limit) length += common(limit, p->source, p->match_end);
  return length;
}

// False: there is no room for it.
static bool put_match(struct packer* p, const u8* match) {
  u32 length;
  put_unaligned_le16(p->in - match, p->out);
  p->out += 2;
  length = measure(p, match);
  if (p->limit == TAKE_WHAT_FITS) {
    const u8* last = p->out_end - LAST_LITERALS - 1;
    if (p->out + (length + 240) / 255 > last) length = 15 - 1 + (last - p->out) * 255;
  }
  p->in += SHORTEST_MATCH + length;
  if (p->limit == FAIL_WHEN_FULL && p->out + (1 + LAST_LITERALS) + (length >> 8) > p->out_end)
    return false;
  *p->token += put_length(p, length);
  p->literals = p->in;
  return true;
}

enum sequence { GOES_ON, NEAR_END, OUT_OF_ROOM };

// A match with the literals before it, and the matches that follow without any.
static enum sequence put_sequence(struct packer* p, const u8* match) {
  if (!put_literals(p)) return p->limit == FAIL_WHEN_FULL ? OUT_OF_ROOM : NEAR_END;
  for (;;) {
    if (!put_match(p, match)) return OUT_OF_ROOM;
    if (p->in > p->last_start) return NEAR_END;
    if (p->limit == TAKE_WHAT_FITS && p->out > p->out_end - 2 - 8 - 1 - 1) return NEAR_END;
    swap_position(p, hash_at(p, p->in - 2), p->in - 2);
    match = swap_position(p, hash_at(p, p->in), p->in);
    if (!is_match(p, match, p->in)) break;
    p->token = p->out++;
    *p->token = 0;
  }
  p->in++;
  return GOES_ON;
}

static int put_last_literals(struct packer* p) {
  size_t length = p->end - p->literals;
  const size_t needed = length + 1 + (length + 255 - 15) / 255;
  if (p->limit == FAIL_WHEN_FULL && p->out - p->dest + needed > p->out_end - p->dest) return 0;
  if (p->limit == TAKE_WHAT_FITS && p->out + needed > p->out_end) {
    length = p->out_end - p->out - 1;
    length -= (length + 240) / 255;
  }
  p->token = p->out++;
  *p->token = put_length(p, length) << 4;
  memcpy(p->out, p->literals, length);
  p->out += length;
  p->in = p->literals + length;
  return p->out - p->dest;
}

// The bytes made; 0: they do not fit.
static int pack(struct packer* p, unsigned int acceleration) {
  enum sequence sequence = GOES_ON;
  p->out = p->dest;
  p->in = p->literals = p->source;
  p->match_end = p->end - LAST_LITERALS;
  p->last_start = p->end - LAST_MATCH;
  if ((u32)(p->end - p->source) > LZ4_MAX_INPUT_SIZE) return 0;
  if (p->end - p->source > LAST_MATCH) {
    swap_position(p, hash_at(p, p->in), p->in);
    p->in++;
    while (sequence == GOES_ON) {
      const u8* match = find_match(p, acceleration);
      if (!match) break;
      sequence = put_sequence(p, catch_up(p, match));
    }
  }
  return sequence == OUT_OF_ROOM ? 0 : put_last_literals(p);
}

static void set_block(struct packer* p, const char* source, char* dest, int size, int room) {
  p->source = p->lowest = (const u8*)source;
  p->end = p->source + size;
  p->dest = (u8*)dest;
  p->out_end = p->dest + room;
}

static void forget(LZ4_stream_t* stream) { memset(stream, 0, sizeof(*stream)); }

int LZ4_compress_fast(const char* source, char* dest, int inputSize, int maxOutputSize,
                      int acceleration, void* wrkmem) {
  struct packer p = {.stream = wrkmem};
  set_block(&p, source, dest, inputSize, maxOutputSize);
  p.limit = maxOutputSize >= LZ4_COMPRESSBOUND(inputSize) ? NO_LIMIT : FAIL_WHEN_FULL;
  p.small = inputSize < SMALL_INPUT;
  if (p.small) p.base = (u32)source;
  forget(wrkmem);
  return pack(&p, max(acceleration, LZ4_ACCELERATION_DEFAULT));
}
EXPORT_SYMBOL(LZ4_compress_fast);

int LZ4_compress_default(const char* source, char* dest, int inputSize, int maxOutputSize,
                         void* wrkmem) {
  return LZ4_compress_fast(source, dest, inputSize, maxOutputSize, LZ4_ACCELERATION_DEFAULT,
                           wrkmem);
}
EXPORT_SYMBOL(LZ4_compress_default);

int LZ4_compress_destSize(const char* src, char* dst, int* srcSizePtr, int targetDstSize,
                          void* wrkmem) {
  struct packer p = {.stream = wrkmem, .limit = TAKE_WHAT_FITS};
  int made;
  if (targetDstSize >= LZ4_COMPRESSBOUND(*srcSizePtr))
    return LZ4_compress_fast(src, dst, *srcSizePtr, targetDstSize, 1, wrkmem);
  forget(wrkmem);
  if (targetDstSize < 1) return 0;
  set_block(&p, src, dst, *srcSizePtr, targetDstSize);
  p.small = *srcSizePtr < SMALL_INPUT;
  if (p.small) p.base = (u32)src;
  made = pack(&p, 1);
  if (p.in) *srcSizePtr = p.in - p.source;
  return made;
}
EXPORT_SYMBOL(LZ4_compress_destSize);

int LZ4_loadDict(LZ4_stream_t* LZ4_dict, const char* dictionary, int dictSize) {
  LZ4_stream_t_internal* stream = &LZ4_dict->internal_donotuse;
  struct packer p = {.stream = stream};
  const u8 *at = (const u8*)dictionary, *end = at + dictSize;
  if (stream->initCheck || stream->currentOffset > 1U << 30) forget(LZ4_dict);
  if (dictSize < (int)sizeof(size_t)) {
    stream->dictionary = NULL;
    stream->dictSize = 0;
    return 0;
  }
  if (end - at > DICTIONARY_BYTES) at = end - DICTIONARY_BYTES;
  stream->currentOffset += DICTIONARY_BYTES;
  p.base = (u32)at - stream->currentOffset;
  stream->dictionary = at;
  stream->dictSize = end - at;
  stream->currentOffset += stream->dictSize;
  for (; at <= end - sizeof(size_t); at += 3) swap_position(&p, hash_at(&p, at), at);
  return stream->dictSize;
}
EXPORT_SYMBOL(LZ4_loadDict);

int LZ4_saveDict(LZ4_stream_t* LZ4_dict, char* safeBuffer, int dictSize) {
  LZ4_stream_t_internal* stream = &LZ4_dict->internal_donotuse;
  const u8* end = stream->dictionary + stream->dictSize;
  const u32 size = min3((u32)dictSize, (u32)DICTIONARY_BYTES, stream->dictSize);
  memmove(safeBuffer, end - size, size);
  stream->dictionary = (const u8*)safeBuffer;
  stream->dictSize = size;
  return size;
}
EXPORT_SYMBOL(LZ4_saveDict);

// Positions stay below 2 GiB, and below the addresses they stand for.
static void lower_positions(LZ4_stream_t_internal* stream, const u8* source) {
  const u8* end = stream->dictionary + stream->dictSize;
  const u32 by = stream->currentOffset - DICTIONARY_BYTES;
  int i;
  if (stream->currentOffset <= 0x80000000 && stream->currentOffset <= (u32)source) return;
  for (i = 0; i < LZ4_HASH_SIZE_U32; i++)
    stream->hashTable[i] = stream->hashTable[i] < by ? 0 : stream->hashTable[i] - by;
  stream->currentOffset = DICTIONARY_BYTES;
  stream->dictSize = min_t(u32, stream->dictSize, DICTIONARY_BYTES);
  stream->dictionary = end - stream->dictSize;
}

// What the new bytes overwrite is no dictionary any more.
static void cut_dictionary(LZ4_stream_t_internal* stream, const u8* source_end) {
  const u8* end = stream->dictionary + stream->dictSize;
  if (source_end <= stream->dictionary || source_end >= end) return;
  stream->dictSize = min_t(u32, end - source_end, DICTIONARY_BYTES);
  if (stream->dictSize < 4) stream->dictSize = 0;
  stream->dictionary = end - stream->dictSize;
}

int LZ4_compress_fast_continue(LZ4_stream_t* LZ4_stream, const char* source, char* dest,
                               int inputSize, int maxOutputSize, int acceleration) {
  LZ4_stream_t_internal* stream = &LZ4_stream->internal_donotuse;
  struct packer p = {.stream = stream, .limit = FAIL_WHEN_FULL};
  const u8* end = stream->dictionary + stream->dictSize;
  int made;
  if (stream->initCheck) return 0;
  set_block(&p, source, dest, inputSize, maxOutputSize);
  lower_positions(stream, stream->dictSize && p.source > end ? end : p.source);
  cut_dictionary(stream, p.end);
  p.base = (u32)source - stream->currentOffset;
  p.dictionary = stream->dictionary;
  p.has_dictionary = end != p.source;
  p.to_dictionary = p.has_dictionary ? stream->dictionary + stream->dictSize - p.source : 0;
  if (!p.has_dictionary) p.lowest = p.source - stream->dictSize;
  if (stream->dictSize < DICTIONARY_BYTES && stream->dictSize < stream->currentOffset)
    p.lowest_position = stream->currentOffset - stream->dictSize;
  made = pack(&p, max(acceleration, LZ4_ACCELERATION_DEFAULT));
  if (p.has_dictionary) {
    stream->dictionary = p.source;
    stream->dictSize = 0;
  }
  stream->dictSize += inputSize;
  stream->currentOffset += inputSize;
  return made;
}
EXPORT_SYMBOL(LZ4_compress_fast_continue);
