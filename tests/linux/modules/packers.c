// LZ4 and LZO: the bytes written for many kinds of input, with little room, in streams with
// dictionaries.
#include <linux/crc32.h>
#include <linux/lz4.h>
#include <linux/lzo.h>
#include <linux/module.h>
#include <linux/slab.h>
#include <linux/vmalloc.h>

#define SIZE 150000
#define ROOM (SIZE + SIZE / 8 + 4096)

static u8 *text, *packed, *back;
static void* work;
static u32 seed = 815;

static u32 next(void) {
  seed = seed * 1664525 + 1013904223;
  return seed >> 8;
}

static const char* const words[] = {"page",  "slab", "zone", "the",     "of", "order ",
                                    "buddy", "\n",   " ",    "vmalloc", "0x", "e"};

static void fill(int kind, int n) {
  int i = 0;

  memset(text, 0, SIZE);
  while (i < n) {
    const char* w = words[next() % ARRAY_SIZE(words)];

    switch (kind) {
      case 0:
        i += scnprintf(text + i, n - i + 1, "%s ", w);
        break;
      case 1:
        text[i++] = next();
        break;
      case 2:
        text[i] = i / 1000;
        i++;
        break;
      case 3:
        text[i] = i < 40000 ? next() : text[i - 30000 - (i / 997) % 3000];
        i++;
        break;
      case 4:
        i += scnprintf(text + i, n - i + 1, "%u,", next() % 1000);
        break;
      case 5:
        text[i] = next() % 16 ? 'a' : 'b' + next() % 20;
        i++;
        break;
      case 6:
        text[i++] = 0;
        break;
      case 7:
        text[i] = next() % 40 ? 0 : next();
        i++;
        break;
      default:
        // Blocks that come again from far away, some zeros.
        text[i] = i < 49000 ? next() * (i % 700 > 300) : text[i - 49000 + 64 * (i / 5000 % 3)];
        i++;
    }
  }
}

static const int sizes[] = {0,     1,     2,     3,     4,     5,     12,    13,
                            14,    19,    20,    21,    22,    25,    40,    100,
                            255,   256,   300,   1000,  4096,  4097,  20000, 49150,
                            49151, 49152, 65535, 65546, 65547, 65548, 70000, SIZE};

static void lz4_sizes(void) {
  int kind, i, room;

  for (kind = 0; kind < 9; kind++)
    for (i = 0; i < ARRAY_SIZE(sizes); i++) {
      int n = sizes[i], made, ret, less;

      fill(kind, n);
      made = LZ4_compress_default(text, packed, n, LZ4_COMPRESSBOUND(n), work);
      ret = LZ4_decompress_safe(packed, back, made, SIZE);
      pr_info("lz4 kind %d of %d: %d %08x, back %d %d", kind, n, made, crc32(0, packed, made), ret,
              memcmp(text, back, n));
      less = LZ4_compress_fast(text, packed, n, made, 1 + i, work);
      pr_cont("; fast %d %08x", less, crc32(0, packed, less));
      less = LZ4_compress_fast(text, packed, n, made + 10, -1, work);
      pr_cont("; room %d", less);
      for (room = made; room > 0 && LZ4_compress_default(text, packed, n, room, work);
           room -= 1 + made / 30)
        ;
      pr_cont(", least %d\n", room);
    }
}

static void lz4_fit(void) {
  int kind, i, room;

  for (kind = 0; kind < 9; kind += 2)
    for (i = 0; i < ARRAY_SIZE(sizes); i += 3)
      for (room = 0; room < 3000; room = room * 3 + 1) {
        int n = sizes[i], made, ret;

        fill(kind, n);
        made = LZ4_compress_destSize(text, packed, &n, room, work);
        ret = LZ4_decompress_safe(packed, back, made, SIZE);
        pr_info("fit kind %d of %d in %d: %d of %d %08x, back %d %d\n", kind, sizes[i], room, made,
                n, crc32(0, packed, made), ret, memcmp(text, back, n));
      }
}

static void lz4_streams(void) {
  LZ4_stream_t* stream = work;
  int kind, i, step;

  for (kind = 0; kind < 9; kind++)
    for (step = 500; step < 50000; step = step * 5 + 7) {
      int at, ret;

      fill(kind, SIZE);
      memset(stream, 0, sizeof(*stream));
      ret = LZ4_loadDict(stream, text + 1000, kind % 3 ? 3000 * kind : kind / 3);
      pr_info("stream kind %d by %d: dictionary %d, offset %u\n", kind, step, ret,
              stream->internal_donotuse.currentOffset);
      for (i = 0, at = 5000; i < 12 && at + step < SIZE; i++, at += step + (i % 4 == 3 ? 100 : 0)) {
        int made = LZ4_compress_fast_continue(stream, text + at, packed, step,
                                              i % 5 == 4 ? step / 2 : ROOM, i);

        if (i == 6) {
          memcpy(back, text, at + step);
          ret = LZ4_saveDict(stream, back + SIZE - 20000, step % 20000);
        }
        pr_info("  %d: %d %08x, saved %d, dictionary %u, offset %u\n", i, made,
                crc32(0, packed, made), ret, stream->internal_donotuse.dictSize,
                stream->internal_donotuse.currentOffset);
      }
    }
}

static int lzo(int version, int n, size_t* made) {
  switch (version) {
    case 0:
      return lzo1x_1_compress(text, n, packed, made, work);
    case 1:
      return lzorle1x_1_compress(text, n, packed, made, work);
    case 2:
      return lzo1x_1_compress_safe(text, n, packed, made, work);
    default:
      return lzorle1x_1_compress_safe(text, n, packed, made, work);
  }
}

static void lzo_sizes(void) {
  int kind, i, version;

  for (version = 0; version < 2; version++)
    for (kind = 0; kind < 9; kind++)
      for (i = 0; i < ARRAY_SIZE(sizes); i++) {
        size_t made = 12345, room, full, unpacked = SIZE;
        int n = sizes[i], ret, steps = 0;

        fill(kind, n);
        ret = lzo(version, n, &made);
        pr_info("lzo%d kind %d of %d: %d %zu %08x", version, kind, n, ret, made,
                crc32(0, packed, made));
        full = made;
        ret = lzo1x_decompress_safe(packed, made, back, &unpacked);
        pr_cont(", back %d %zu %d", ret, unpacked, memcmp(text, back, n));
        for (room = full + 20; room; room--) {
          made = room;
          ret = lzo(version + 2, n, &made);
          if (ret || ++steps > 40) break;
        }
        pr_cont(", too small at %zu: %d\n", room, ret);
      }
}

// Matches of every length from every kind of distance.
static void lzo_matches(void) {
  static const int distances[] = {1,     2,     3,     4,      7,      2048,  2049,
                                  16384, 16385, 32767, 0x803f, 0x80ff, 0xbf00};
  int d, length, version;

  for (version = 0; version < 2; version++)
    for (d = 0; d < ARRAY_SIZE(distances); d++) {
      u32 sum = 0, total = 0;

      for (length = 3; length < 600; length += length < 50                    ? 1
                                               : length > 255 && length < 270 ? 1
                                                                              : 37) {
        size_t made, unpacked = SIZE;
        int i, at = distances[d], ret;

        fill(1, at);
        for (i = 0; i < length; i++) text[at + i] = text[at + i - distances[d]];
        for (i = 0; i < 30; i++) text[at + length + i] = next();
        ret = lzo(version, at + length + 30, &made);
        sum = crc32(sum, packed, made);
        total += made + ret;
        ret = lzo1x_decompress_safe(packed, made, back, &unpacked);
        if (ret || memcmp(text, back, at + length + 30))
          pr_info("length %d from %d: %d\n", length, at, ret);
      }
      pr_info("matches from %d, version %d: %u bytes %08x\n", distances[d], version, total, sum);
    }
}

static int __init packers_init(void) {
  text = vzalloc(SIZE + 64);
  packed = vzalloc(ROOM);
  back = vzalloc(SIZE + 64);
  work = vzalloc(LZ4_MEM_COMPRESS);
  if (text && packed && back && work) {
    pr_info("work %zu %zu, bounds %d %d, worst %d\n", (size_t)LZ4_MEM_COMPRESS, LZO1X_MEM_COMPRESS,
            LZ4_compressBound(1000), LZ4_compressBound(0x7E000001), lzo1x_worst_compress(1000));
    lz4_sizes();
    lz4_fit();
    lz4_streams();
    lzo_sizes();
    lzo_matches();
  }
  vfree(text);
  vfree(packed);
  vfree(back);
  vfree(work);
  return 0;
}

static void __exit packers_exit(void) {}

module_init(packers_init);
module_exit(packers_exit);
MODULE_LICENSE("GPL");
MODULE_DESCRIPTION("LZ4 and LZO");
