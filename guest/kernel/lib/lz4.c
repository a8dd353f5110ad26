// Reading LZ4 blocks, after the description of the format.
//
// A block is sequences of a token, literals, and a match: two bytes of distance, a length. The last
// sequence has literals only, at least five bytes of them. A distance of 0, which no writer makes,
// is read as zeros, as Linux does. Every step is checked against both
// buffers. Linux: 6.1 lib/lz4/lz4_decompress.c.
#include <asm/unaligned.h>
#include <linux/export.h>
#include <linux/kernel.h>
#include <linux/lz4.h>
#include <linux/string.h>

#define LAST_LITERALS 5
#define SHORTEST_MATCH 4

struct block {
  const u8 *in, *in_end;
  u8 *start, *out, *out_end;
  const u8 *dict, *dict_end;  // what lies before start, somewhere else
  size_t prefix;              // what lies directly before start
  bool partial;               // the output may end anywhere
};

// The rest of a length whose first four bits are ones. False: the input ends.
static bool long_length(struct block* b, size_t* length) {
  u8 byte;
  do {
    if (b->in >= b->in_end) return false;
    byte = *b->in++;
    *length += byte;
  } while (byte == 255 && *length < INT_MAX);
  return *length < INT_MAX;
}

static bool copy_literals(struct block* b, size_t length) {
  if (length > (size_t)(b->out_end - b->out)) {
    if (!b->partial) return false;
    length = b->out_end - b->out;
  }
  if (length > (size_t)(b->in_end - b->in)) return false;
  memmove(b->out, b->in, length);
  b->in += length;
  b->out += length;
  return true;
}

static bool copy_match(struct block* b, size_t distance, size_t length) {
  const size_t made = b->out - b->start + b->prefix, dict = b->dict_end - b->dict;
  const size_t room = b->out_end - b->out;
  const u8* from;
  if (distance > made + dict) return false;
  if (b->partial) {
    length = min(length, room);
  } else if (length + LAST_LITERALS > room) {
    return false;
  }
  if (!distance) {
    memset(b->out, 0, length);
    b->out += length;
    return true;
  }
  for (; length; length--) {
    const size_t behind = b->out - b->start + b->prefix;
    if (distance <= behind) break;
    *b->out++ = *(b->dict_end - (distance - behind));
  }
  for (from = b->out - distance; length; length--) *b->out++ = *from++;
  return true;
}

enum end_of_block { INPUT_ENDS, OUTPUT_ENDS };

// The bytes made, or taken when the end is that of the output; negative: where the input is wrong.
static noinline int decode(struct block* b, enum end_of_block end) {
  const u8* source = b->in;
  while (b->in < b->in_end) {
    const u8 token = *b->in++;
    size_t length = token >> 4, distance;
    if (length == 15 && !long_length(b, &length)) break;
    if (!copy_literals(b, length)) break;
    if (b->out == b->out_end && (b->partial || end == OUTPUT_ENDS)) goto done;
    if (end == INPUT_ENDS && b->in == b->in_end) goto done;
    if (b->in_end - b->in < 2) break;
    distance = get_unaligned_le16(b->in);
    b->in += 2;
    length = token & 15;
    if (length == 15 && !long_length(b, &length)) break;
    if (!copy_match(b, distance, length + SHORTEST_MATCH)) break;
    if (b->partial && b->out == b->out_end) goto done;
  }
  return -(int)(b->in - source) - 1;
done:
  return end == OUTPUT_ENDS ? b->in - source : b->out - b->start;
}

static struct block block_of(const char* source, int in_bytes, char* dest, int out_bytes) {
  return (struct block){.in = (const u8*)source,
                        .in_end = (const u8*)source + in_bytes,
                        .start = (u8*)dest,
                        .out = (u8*)dest,
                        .out_end = (u8*)dest + out_bytes};
}

// Blocks of unknown length may not wrap around the address space.
static int longest(const char* source) { return min_t(unsigned long, INT_MAX, -(long)source - 1); }

int LZ4_decompress_safe(const char* source, char* dest, int compressedSize,
                        int maxDecompressedSize) {
  struct block b = block_of(source, compressedSize, dest, maxDecompressedSize);
  if (!maxDecompressedSize) return compressedSize == 1 && !*source ? 0 : -1;
  return decode(&b, INPUT_ENDS);
}
EXPORT_SYMBOL(LZ4_decompress_safe);

int LZ4_decompress_safe_partial(const char* source, char* dest, int compressedSize,
                                int targetOutputSize, int maxDecompressedSize) {
  struct block b =
      block_of(source, compressedSize, dest, min(targetOutputSize, maxDecompressedSize));
  b.partial = true;
  return decode(&b, INPUT_ENDS);
}
EXPORT_SYMBOL(LZ4_decompress_safe_partial);

int LZ4_decompress_fast(const char* source, char* dest, int originalSize) {
  struct block b = block_of(source, longest(source), dest, originalSize);
  return decode(&b, OUTPUT_ENDS);
}
EXPORT_SYMBOL(LZ4_decompress_fast);

static void set_dictionary(struct block* b, const char* start, int size) {
  if (size <= 0) return;
  if (start + size == (const char*)b->start) {
    b->prefix = size;
    return;
  }
  b->dict = (const u8*)start;
  b->dict_end = (const u8*)start + size;
}

int LZ4_decompress_safe_usingDict(const char* source, char* dest, int compressedSize,
                                  int maxDecompressedSize, const char* dictStart, int dictSize) {
  struct block b = block_of(source, compressedSize, dest, maxDecompressedSize);
  set_dictionary(&b, dictStart, dictSize);
  return decode(&b, INPUT_ENDS);
}
EXPORT_SYMBOL(LZ4_decompress_safe_usingDict);

int LZ4_decompress_fast_usingDict(const char* source, char* dest, int originalSize,
                                  const char* dictStart, int dictSize) {
  struct block b = block_of(source, longest(source), dest, originalSize);
  set_dictionary(&b, dictStart, dictSize);
  return decode(&b, OUTPUT_ENDS);
}
EXPORT_SYMBOL(LZ4_decompress_fast_usingDict);

int LZ4_setStreamDecode(LZ4_streamDecode_t* LZ4_streamDecode, const char* dictionary,
                        int dictSize) {
  LZ4_streamDecode->internal_donotuse = (LZ4_streamDecode_t_internal){
      .prefixSize = dictSize, .prefixEnd = (const u8*)dictionary + dictSize};
  return 1;
}
EXPORT_SYMBOL(LZ4_setStreamDecode);

// The stream's past: directly before the block, or in two places.
static noinline int decode_next(LZ4_streamDecode_t_internal* s, struct block* b,
                                enum end_of_block end) {
  int result;
  if (s->prefixEnd != b->start) {
    s->externalDict = s->prefixEnd - s->prefixSize;
    s->extDictSize = s->prefixSize;
    s->prefixSize = 0;
  }
  b->prefix = s->prefixSize;
  b->dict = s->externalDict;
  b->dict_end = s->externalDict + s->extDictSize;
  result = decode(b, end);
  if (result <= 0) return result;
  s->prefixSize += b->out - b->start;
  s->prefixEnd = b->out;
  return result;
}

int LZ4_decompress_safe_continue(LZ4_streamDecode_t* LZ4_streamDecode, const char* source,
                                 char* dest, int compressedSize, int maxDecompressedSize) {
  struct block b = block_of(source, compressedSize, dest, maxDecompressedSize);
  return decode_next(&LZ4_streamDecode->internal_donotuse, &b, INPUT_ENDS);
}
EXPORT_SYMBOL(LZ4_decompress_safe_continue);

int LZ4_decompress_fast_continue(LZ4_streamDecode_t* LZ4_streamDecode, const char* source,
                                 char* dest, int originalSize) {
  struct block b = block_of(source, longest(source), dest, originalSize);
  return decode_next(&LZ4_streamDecode->internal_donotuse, &b, OUTPUT_ENDS);
}
EXPORT_SYMBOL(LZ4_decompress_fast_continue);
