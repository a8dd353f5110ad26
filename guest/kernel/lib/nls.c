// Character sets: a list of tables, the default one, and the Unicode encodings.
//
// A code point is at most 0x10ffff and no surrogate; every encoding must be the shortest one.
// Converting a text skips what cannot be converted on the way to UTF-8, and fails on the way from
// it. Linux: 6.1 fs/nls/nls_base.c.
#include <asm/byteorder.h>
#include <linux/export.h>
#include <linux/module.h>
#include <linux/nls.h>
#include <linux/string.h>

#define LAST_CODE_POINT 0x10ffff
#define PLANE 0x10000
#define HALF_BITS 0x3ff

static bool is_surrogate(u32 code) { return (code & ~0x7ffU) == 0xd800; }
static bool is_low_half(u32 code) { return (code & ~0x3ffU) == 0xdc00; }
static bool is_code_point(u32 code) { return code <= LAST_CODE_POINT && !is_surrogate(code); }

// The first code point that needs so many bytes.
static u32 first_of_length(int bytes) {
  return bytes < 2 ? 0 : bytes == 2 ? 0x80 : 1U << (5 * bytes - 4);
}
// What the first of so many bytes begins with: as many ones, and a zero.
static u8 lead(int bytes) { return bytes < 2 ? 0 : 0xff00 >> bytes; }
static u8 lead_mask(int bytes) { return bytes < 2 ? 0x80 : 0xff80 >> bytes; }

int utf8_to_utf32(const u8* s, int inlen, unicode_t* pu) {
  const u8 first = *s;
  u32 code = first;
  int bytes;
  for (bytes = 1; bytes <= 6; bytes++) {
    if ((first & lead_mask(bytes)) == lead(bytes)) {
      code &= (u32)((bytes < 2 ? 0x80ULL : 1ULL << (5 * bytes + 1)) - 1);
      if (code < first_of_length(bytes) || !is_code_point(code)) return -EILSEQ;
      *pu = code;
      return bytes;
    }
    if (inlen <= bytes) return -EOVERFLOW;
    if ((s[bytes] & 0xc0) != 0x80) return -EILSEQ;
    code = code << 6 | (s[bytes] & 0x3f);
  }
  return -EILSEQ;
}
EXPORT_SYMBOL(utf8_to_utf32);

int utf32_to_utf8(unicode_t u, u8* s, int maxout) {
  int bytes = 1, i;
  if (!s) return 0;
  if (!is_code_point(u)) return -EILSEQ;
  while (u >= first_of_length(bytes + 1)) bytes++;
  if (bytes > maxout) return -EOVERFLOW;
  s[0] = lead(bytes) | u >> (6 * (bytes - 1));
  for (i = 1; i < bytes; i++) s[i] = 0x80 | (u >> (6 * (bytes - 1 - i)) & 0x3f);
  return bytes;
}
EXPORT_SYMBOL(utf32_to_utf8);

static wchar_t in_order(wchar_t c, enum utf16_endian endian) {
  return endian == UTF16_BIG_ENDIAN ? __builtin_bswap16(c) : c;
}

int utf8s_to_utf16s(const u8* s, int inlen, enum utf16_endian endian, wchar_t* pwcs, int maxout) {
  wchar_t* out = pwcs;
  while (inlen > 0 && maxout > 0 && *s) {
    unicode_t u = *s;
    const int bytes = u & 0x80 ? utf8_to_utf32(s, inlen, &u) : 1;
    if (bytes < 0) return -EINVAL;
    if (u >= PLANE && maxout < 2) break;
    s += bytes;
    inlen -= bytes;
    maxout -= u >= PLANE ? 2 : 1;
    if (u >= PLANE) {
      u -= PLANE;
      *out++ = in_order(0xd800 | (u >> 10 & HALF_BITS), endian);
      u = 0xdc00 | (u & HALF_BITS);
    }
    *out++ = in_order(u, endian);
  }
  return out - pwcs;
}
EXPORT_SYMBOL(utf8s_to_utf16s);

// The code point at *from; LAST_CODE_POINT + 1: a half without its other one.
static u32 next_utf16(const wchar_t** from, int* left, enum utf16_endian endian) {
  const u32 high = in_order(**from, endian);
  u32 low;
  ++*from;
  --*left;
  if (!is_surrogate(high)) return high;
  if (is_low_half(high) || *left <= 0) return LAST_CODE_POINT + 1;
  low = in_order(**from, endian);
  if (!is_low_half(low)) return LAST_CODE_POINT + 1;
  ++*from;
  --*left;
  return PLANE + ((high & HALF_BITS) << 10) + (low & HALF_BITS);
}

int utf16s_to_utf8s(const wchar_t* pwcs, int inlen, enum utf16_endian endian, u8* s, int maxout) {
  u8* out = s;
  while (inlen > 0 && maxout > 0 && *pwcs) {
    const int bytes = utf32_to_utf8(next_utf16(&pwcs, &inlen, endian), out, maxout);
    if (bytes == -EOVERFLOW) break;
    if (bytes < 0) continue;
    out += bytes;
    maxout -= bytes;
  }
  return out - s;
}
EXPORT_SYMBOL(utf16s_to_utf8s);

static int default_to_char(wchar_t uni, unsigned char* out, int boundlen) {
  if (boundlen <= 0) return -ENAMETOOLONG;
  if (!uni || uni > 0xff) return -EINVAL;
  *out = uni;
  return 1;
}

static int default_from_char(const unsigned char* rawstring, int boundlen, wchar_t* uni) {
  *uni = *rawstring;
  return *uni ? 1 : -EINVAL;
}

#define ROW(from)                                                                                 \
  from, from + 1, from + 2, from + 3, from + 4, from + 5, from + 6, from + 7, from + 8, from + 9, \
      from + 10, from + 11, from + 12, from + 13, from + 14, from + 15
#define UPPER_HALF \
  ROW(0x80), ROW(0x90), ROW(0xa0), ROW(0xb0), ROW(0xc0), ROW(0xd0), ROW(0xe0), ROW(0xf0)
#define LETTERS(from)                                                                     \
  ROW(from), from + 16, from + 17, from + 18, from + 19, from + 20, from + 21, from + 22, \
      from + 23, from + 24, from + 25
#define UP_TO_LETTERS ROW(0), ROW(16), ROW(32), ROW(48), '@'
static const unsigned char to_lower[256] = {UP_TO_LETTERS, LETTERS('a'), '[', '\\', ']', '^', '_',
                                            '`',           LETTERS('a'), '{', '|',  '}', '~', 127,
                                            UPPER_HALF};
static const unsigned char to_upper[256] = {UP_TO_LETTERS, LETTERS('A'), '[', '\\', ']', '^', '_',
                                            '`',           LETTERS('A'), '{', '|',  '}', '~', 127,
                                            UPPER_HALF};

static struct nls_table default_table = {
    .charset = "default",
    .uni2char = default_to_char,
    .char2uni = default_from_char,
    .charset2lower = to_lower,
    .charset2upper = to_upper,
};
static struct nls_table* tables = &default_table;

// Where the list points to it; at the end of the list if it does not.
static struct nls_table** place_of(struct nls_table* nls) {
  struct nls_table** at = &tables;
  while (*at && *at != nls) at = &(*at)->next;
  return at;
}

int __register_nls(struct nls_table* nls, struct module* owner) {
  if (nls->next || *place_of(nls)) return -EBUSY;
  nls->owner = owner;
  nls->next = tables;
  tables = nls;
  return 0;
}
EXPORT_SYMBOL(__register_nls);

int unregister_nls(struct nls_table* nls) {
  struct nls_table** at = place_of(nls);
  if (!*at) return -EINVAL;
  *at = nls->next;
  return 0;
}
EXPORT_SYMBOL(unregister_nls);

struct nls_table* load_nls(const char* charset) {
  struct nls_table* nls;
  for (nls = tables; nls; nls = nls->next)
    if (!strcmp(nls->charset, charset) || (nls->alias && !strcmp(nls->alias, charset)))
      return try_module_get(nls->owner) ? nls : NULL;
  return NULL;
}
EXPORT_SYMBOL(load_nls);

struct nls_table* load_nls_default(void) {
  return load_nls("utf8") ?: &default_table;
}
EXPORT_SYMBOL(load_nls_default);

void unload_nls(struct nls_table* nls) {
  if (nls) module_put(nls->owner);
}
EXPORT_SYMBOL(unload_nls);
