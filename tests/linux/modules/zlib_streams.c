// Deflate: the bytes written at every level and strategy, piece by piece, flushes; reading, and
// wrong streams.
#include <linux/crc32.h>
#include <linux/module.h>
#include <linux/slab.h>
#include <linux/vmalloc.h>
#include <linux/zlib.h>
#include <linux/zutil.h>

#define SIZE 90000
#define ROOM (SIZE + SIZE / 8 + 4096)

static u8 *text, *packed, *back;
static z_stream out, in;
static u32 seed = 4711;

static u32 next(void) {
  seed = seed * 1664525 + 1013904223;
  return seed >> 8;
}

static const char* const words[] = {"page",  "slab", "zone", "the",     "of", "order ",
                                    "buddy", "\n",   " ",    "vmalloc", "0x", "e"};

// Text of words, noise, runs, long repetitions, numbers.
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
      default:
        text[i] = next() % 16 ? 'a' : 'b' + next() % 20;
        i++;
    }
  }
}

static int pack(int level, int bits, int mem, int strategy, int n, int piece, int flush) {
  int ret, done = 0;

  ret = zlib_deflateInit2(&out, level, Z_DEFLATED, bits, mem, strategy);
  if (ret != Z_OK) return ret;
  out.next_out = packed;
  out.avail_out = ROOM;
  out.next_in = text;
  while (done < n) {
    int now = min(piece, n - done);

    out.avail_in = now;
    done += now;
    ret = zlib_deflate(&out, done < n ? flush : Z_FINISH);
    if (ret < 0) return ret;
  }
  return ret;
}

static int unpack(int bits, int n, int piece_in, int piece_out) {
  int ret = zlib_inflateInit2(&in, bits), used = 0, made = 0, rounds = 0;

  memset(back, 0xaa, SIZE + 16);
  in.next_in = packed;
  in.next_out = back;
  in.avail_in = in.avail_out = 0;
  while (ret == Z_OK || ret == Z_BUF_ERROR) {
    int more = min(piece_in, n - used), room = min(piece_out, SIZE + 16 - made);

    if (in.avail_in == 0) {
      in.avail_in = more;
      used += more;
    }
    if (in.avail_out == 0) {
      in.avail_out = room;
      made += room;
    }
    if (rounds++ > 400000 || (more == 0 && in.avail_in == 0 && ret == Z_BUF_ERROR)) break;
    ret = zlib_inflate(&in, Z_SYNC_FLUSH);
  }
  return ret;
}

static void levels(void) {
  int kind, level;

  for (kind = 0; kind < 6; kind++) {
    fill(kind, SIZE);
    for (level = -1; level <= 9; level += kind > 2 ? 3 : 1) {
      int ret = pack(level, 15, 8, level % 3, SIZE, SIZE, Z_NO_FLUSH);

      pr_info("kind %d level %d: %d, %lu bytes, adler %08lx, crc %08x\n", kind, level, ret,
              out.total_out, out.adler, crc32(0, packed, out.total_out));
      ret = unpack(15, out.total_out, 1000 + level, 777);
      pr_info("  back %d: %lu of %lu, %s, type %d, left %lu\n", ret, in.total_out, in.total_in,
              memcmp(text, back, SIZE) ? "wrong" : "the same", in.data_type, in.avail_in);
      zlib_deflateEnd(&out);
    }
  }
}

static void sizes(void) {
  static const int bits[] = {9, 10, 12, 15, -9, -13, -15};
  int b, mem, n;

  fill(0, SIZE);
  for (b = 0; b < ARRAY_SIZE(bits); b++)
    for (mem = 1; mem <= 8; mem += 1 + b % 3) {
      int ret = pack(1 + (b + mem) % 9, bits[b], mem, 0, 30000, 1 + 1000 * mem, Z_NO_FLUSH);

      pr_info("window %d memory %d: needs %d; %d, %lu, %08x\n", bits[b], mem,
              zlib_deflate_workspacesize(bits[b], mem), ret, out.total_out,
              crc32(0, packed, out.total_out));
      ret = unpack(bits[b], out.total_out, 11, 13);
      pr_info("  back %d %lu %lu %d\n", ret, in.total_out, in.total_in, memcmp(text, back, 30000));
    }
  for (n = 0; n < 40; n++) {
    int ret = pack(n % 10, 15, 8, 0, n, n + 1, Z_NO_FLUSH);

    out.avail_in = 0;
    if (n == 0) ret = zlib_deflate(&out, Z_FINISH);
    pr_info("%d bytes: %d, %lu: %*ph\n", n, ret, out.total_out, (int)min(out.total_out, 24UL),
            packed);
  }
}

static void flushes(void) {
  int flush, kind, size;

  for (kind = 0; kind < 3; kind++)
    for (flush = 0; flush < 5; flush++)
      for (size = 1; size < 9000; size = size * 7 + 3) {
        int ret, n = min(size * 50, 20000);

        fill(kind, 20000);
        ret = pack(1 + flush, flush & 1 ? -15 : 15, 8, 0, n, size, flush);
        pr_info("kind %d flush %d every %d: %d, %lu, %08x\n", kind, flush, size, ret, out.total_out,
                crc32(0, packed, out.total_out));
        if (flush == Z_PACKET_FLUSH) continue;
        ret = unpack(flush & 1 ? -15 : 15, out.total_out, 100, 99);
        pr_info("  back %d %lu %lu %d\n", ret, in.total_out, in.total_in, memcmp(text, back, n));
      }
}

// Little room: every call is told.
static void little_room(void) {
  int i, ret = zlib_deflateInit2(&out, 5, Z_DEFLATED, 15, 8, 0);
  u32 calls = 0, sum = 0;

  fill(4, 5000);
  out.next_in = text;
  out.avail_in = 5000;
  out.next_out = packed;
  for (i = 0; i < 5000 && ret == Z_OK; i++) {
    out.avail_out = i % 7;
    ret = zlib_deflate(&out, i < 100 ? Z_SYNC_FLUSH : Z_FINISH);
    sum = sum * 31 + ret + out.avail_out * 8 + out.total_out;
    calls++;
    if (ret == Z_BUF_ERROR) ret = Z_OK;
  }
  pr_info("little room: %d after %u calls, sum %08x, %lu, adler %08lx, end %d\n", ret, calls, sum,
          out.total_out, out.adler, zlib_deflateEnd(&out));
  pr_info("twice: %d, NULL %d %d %d\n", zlib_deflateEnd(&out), zlib_deflateEnd(NULL),
          zlib_inflateEnd(NULL), zlib_inflateReset(NULL));
}

static void wrong_calls(void) {
  int ret;

  pr_info("init: %d %d %d %d %d %d %d\n", zlib_deflateInit2(&out, 10, 8, 15, 8, 0),
          zlib_deflateInit2(&out, -2, 8, 15, 8, 0), zlib_deflateInit2(&out, 1, 7, 15, 8, 0),
          zlib_deflateInit2(&out, 1, 8, 16, 8, 0), zlib_deflateInit2(&out, 1, 8, 8, 8, 0),
          zlib_deflateInit2(&out, 1, 8, 15, 9, 0), zlib_deflateInit2(&out, 1, 8, 15, 8, 3));
  pr_info("inflate: %d %d %d %d %d\n", zlib_inflateInit2(&in, 7), zlib_inflateInit2(&in, 16),
          zlib_inflateInit2(&in, 47), zlib_inflateInit2(NULL, 15), zlib_inflateInit(&in));
  zlib_deflateInit(&out, 6);
  out.next_in = text;
  out.avail_in = 100;
  out.next_out = NULL;
  out.avail_out = 100;
  pr_info("no output: %d\n", zlib_deflate(&out, 0));
  out.next_out = packed;
  pr_info("flush 6: %d, -1: %d\n", zlib_deflate(&out, 6), zlib_deflate(&out, -1));
  out.avail_out = 0;
  pr_info("no room: %d\n", zlib_deflate(&out, Z_FINISH));
  out.avail_out = 1000;
  ret = zlib_deflate(&out, 0);
  pr_info("all taken: %d, %lu, end before the end %d\n", ret, out.total_out, zlib_deflateEnd(&out));
  zlib_deflateInit(&out, 6);
  out.avail_in = 100;
  ret = zlib_deflate(&out, Z_FINISH);
  pr_info("finished %d, %lu left; again %d, with 0 %d", ret, out.avail_out,
          zlib_deflate(&out, Z_FINISH), zlib_deflate(&out, 0));
  out.avail_in = 1;
  pr_cont(", with more %d\n", zlib_deflate(&out, Z_FINISH));
  ret = zlib_deflateReset(&out);
  pr_info("reset %d: %lu %lu %lu\n", ret, out.total_in, out.total_out, out.adler);
  pr_info("size %d, %lu, %d\n", zlib_inflate_workspacesize(), deflateBound(12345),
          zlib_deflate_dfltcc_enabled());
}

static void read_bytes(const char* what, int bits, const u8* bytes, int n) {
  int ret;

  memset(&in, 0, offsetof(z_stream, workspace));
  in.state = NULL;
  zlib_inflateInit2(&in, bits);
  in.next_in = bytes;
  in.avail_in = n;
  in.next_out = back;
  in.avail_out = 1000;
  ret = zlib_inflate(&in, Z_FINISH);
  pr_info("%s: %d '%s', in %lu left %lu, out %lu, adler %08lx, type %d", what, ret, in.msg ?: "",
          in.total_in, in.avail_in, in.total_out, in.adler, in.data_type);
  ret = zlib_inflate(&in, Z_NO_FLUSH);
  pr_cont(", again %d\n", ret);
}

#define STREAM(bits, ...)                           \
  do {                                              \
    static const u8 _b[] = {__VA_ARGS__};           \
    read_bytes(#__VA_ARGS__, bits, _b, sizeof(_b)); \
  } while (0)

static void wrong_streams(void) {
  int i;

  STREAM(15, 0x78, 0x9d, 0);
  STREAM(15, 0x77, 0x85, 0);
  STREAM(15, 0x88, 0x1c, 0);
  STREAM(10, 0x78, 0x9c, 0);
  STREAM(15, 0x78, 0xbb, 1, 2, 3, 4, 5);
  STREAM(15, 0x78);
  STREAM(15, 0x78, 0x9c, 7);
  STREAM(15, 0x78, 0x9c, 3, 0);
  STREAM(15, 0x78, 0x9c, 3, 0, 0, 0, 0, 1, 9, 9);
  STREAM(15, 0x78, 0x9c, 3, 0, 0, 0, 0, 2, 9);
  STREAM(-15, 0, 5, 0, 0xfa, 0xff, 1, 2, 3);
  STREAM(-15, 1, 5, 0, 0xfb, 0xff, 1, 2, 3, 4, 5);
  STREAM(-15, 1, 3, 0, 0xfc, 0xff, 1, 2, 3, 4, 5);
  STREAM(-15, 6, 5);
  STREAM(-15, 0xfc, 0xff, 0xff, 0xff);
  STREAM(-15, 4, 0xff, 0xff, 0xff);
  STREAM(-15, 4, 0, 0x24, 0x49, 0xff);
  STREAM(-15, 4, 0, 0x24, 0xe9, 0xff, 0xff);
  STREAM(-15, 4, 0, 0x24, 0xe9, 0xff, 0x6d);
  STREAM(-15, 4, 0xe0, 0, 0, 0, 0, 0, 0);
  STREAM(-15, 0x4b, 0x04, 0x02, 0x80, 0);
  STREAM(-15, 0x4b, 0x84, 0xa2, 0x80, 0);
  STREAM(-15, 0x1b, 0xc0, 0x80, 0, 0);
  STREAM(-15, 0x1b, 0x03, 0x07, 0, 0);
  STREAM(-15, 0x4b, 0x4c, 0x04, 0x02, 0x00, 1, 2, 3);
  STREAM(-15, 0x4b, 0x4c, 0x3c, 0xfe, 0x00, 1, 2, 3);
  STREAM(-15, 4, 0xc0, 0x81, 8, 0, 0, 0, 0, 0x20, 0x7f, 0xeb, 0x0b, 0, 0);
  STREAM(-15, 4, 0, 0xfe, 0xff);
  STREAM(-15, 4, 0x80, 0x49, 0x92, 0x24, 0x49, 0x92, 0x24, 0x0f, 0xb4, 0xff, 0xff, 0xc3, 0x84);
  STREAM(-15, 4, 0xc0, 0x81, 8, 0, 0, 0, 0, 0x20, 0x7f, 0xeb, 0x0b, 0, 0);
  STREAM(-15, 0x0c, 0xc0, 0x81, 0, 0, 0, 0, 0, 0x90, 0xff, 0x6b, 0x04, 0);
  STREAM(-15, 0x05, 0xe0, 0x81, 0x08, 0, 0, 0, 0, 0x20, 0x7f, 0xeb, 0x0b, 0, 0);
  STREAM(-15, 0x1d, 0xc6, 0x49, 1, 0, 0, 0, 0x10, 0x40, 0xc0, 0xac, 0xa3, 0x7f, 0x88, 0x3d, 0x3c,
         0x20, 0x2a, 0x97, 0x9d, 0x37, 0x5e, 0x1d, 0x0c);
  // Any bytes.
  for (i = 0; i < 400; i++) {
    static u8 bytes[64];
    int k;

    for (k = 0; k < 64; k++) bytes[k] = next() & next() & (i & 1 ? 0xff : next());
    bytes[0] = (bytes[0] & ~7) | 4 | (i & 2 ? 1 : 0) | (i % 5 ? 0 : 2);
    if (i & 4) bytes[1] &= 0x7b;
    read_bytes("any", -15, bytes, 64);
  }
  // A good stream with one bit turned.
  fill(0, 400);
  pack(9, 15, 8, 0, 400, 400, 0);
  for (i = 0; i < out.total_out; i++) {
    packed[i] ^= 1 << i % 8;
    read_bytes("turned", 15, packed, out.total_out);
    packed[i] ^= 1 << i % 8;
  }
}

static void packets(void) {
  int i, ret;

  fill(0, 4000);
  zlib_deflateInit2(&out, 6, Z_DEFLATED, -12, 8, 0);
  zlib_inflateInit2(&in, -12);
  out.next_in = text;
  in.next_out = back;
  for (i = 0; i < 8; i++) {
    out.next_out = packed;
    out.avail_out = ROOM;
    out.avail_in = 500;
    ret = zlib_deflate(&out, Z_PACKET_FLUSH);
    pr_info("packet: %d, %lu bytes %*ph", ret, out.total_out, 8, packed);
    in.next_in = packed;
    in.avail_in = out.next_out - packed;
    in.avail_out = SIZE - in.total_out;
    ret = zlib_inflate(&in, Z_PACKET_FLUSH);
    pr_cont("; %d %lu %lu %d\n", ret, in.total_in, in.total_out, in.data_type);
    if (i == 4) {
      in.next_in = text;
      in.avail_in = 100;
      ret = zlib_inflateIncomp(&in);
      pr_info("plain: %d, %lu %lu %lx\n", ret, in.total_in, in.total_out, in.adler);
    }
  }
  pr_info("the same: %d\n", !memcmp(text, back, 4000));
}

static void blobs(void) {
  int ret;

  fill(0, 3000);
  pack(6, -15, 8, 0, 3000, 3000, 0);
  pr_info("blob: %d", zlib_inflate_blob(back, 3000, packed, out.total_out));
  pr_cont(" %d", memcmp(text, back, 3000));
  pr_cont(", small %d", zlib_inflate_blob(back, 2999, packed, out.total_out));
  pr_cont(", cut %d", zlib_inflate_blob(back, 3000, packed, out.total_out - 1));
  ret = zlib_inflate_blob(back, SIZE, text, 100);
  pr_cont(", none %d, empty %d\n", ret, zlib_inflate_blob(back, SIZE, text, 0));
}

static int __init zlib_streams_init(void) {
  text = vmalloc(SIZE + 64);
  packed = vmalloc(ROOM);
  back = vmalloc(SIZE + 64);
  out.workspace = vzalloc(zlib_deflate_workspacesize(15, 8));
  in.workspace = vzalloc(zlib_inflate_workspacesize());
  if (text && packed && back && out.workspace && in.workspace) {
    levels();
    sizes();
    flushes();
    little_room();
    wrong_calls();
    wrong_streams();
    packets();
    blobs();
  }
  vfree(text);
  vfree(packed);
  vfree(back);
  vfree(out.workspace);
  vfree(in.workspace);
  return 0;
}

static void __exit zlib_streams_exit(void) {}

module_init(zlib_streams_init);
module_exit(zlib_streams_exit);
MODULE_LICENSE("GPL");
MODULE_DESCRIPTION("Deflate, both ways");
