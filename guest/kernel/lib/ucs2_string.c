// Strings of 16-bit characters, and as UTF-8. Linux: 6.1 lib/ucs2_string.c.
#include <linux/export.h>
#include <linux/limits.h>
#include <linux/ucs2_string.h>

unsigned long ucs2_strnlen(const ucs2_char_t* s, size_t maxlength) {
  unsigned long length = 0;
  while (length < maxlength && s[length]) length++;
  return length;
}
EXPORT_SYMBOL(ucs2_strnlen);
unsigned long ucs2_strlen(const ucs2_char_t* s) { return ucs2_strnlen(s, ~0UL); }
EXPORT_SYMBOL(ucs2_strlen);
unsigned long ucs2_strsize(const ucs2_char_t* data, unsigned long maxlength) {
  return ucs2_strnlen(data, maxlength / sizeof(ucs2_char_t)) * sizeof(ucs2_char_t);
}
EXPORT_SYMBOL(ucs2_strsize);
int ucs2_strncmp(const ucs2_char_t* a, const ucs2_char_t* b, size_t len) {
  for (; len; len--, a++, b++) {
    if (*a < *b) return -1;
    if (*a > *b) return 1;
    if (!*a) return 0;
  }
  return 0;
}
EXPORT_SYMBOL(ucs2_strncmp);

static unsigned int utf8_bytes(ucs2_char_t c) { return c >= 0x800 ? 3 : c >= 0x80 ? 2 : 1; }
unsigned long ucs2_utf8size(const ucs2_char_t* src) {
  unsigned long size = 0;
  for (; *src; src++) size += utf8_bytes(*src);
  return size;
}
EXPORT_SYMBOL(ucs2_utf8size);

unsigned long ucs2_as_utf8(u8* dest, const ucs2_char_t* src, unsigned long maxlength) {
  unsigned long done = 0, left = ucs2_strnlen(src, maxlength);
  for (; maxlength && left && *src; left--, src++) {
    ucs2_char_t c = *src;
    unsigned int bytes = utf8_bytes(c);
    if (maxlength < bytes) break;
    maxlength -= bytes;
    if (bytes == 3) {
      dest[done++] = 0xe0 | c >> 12;
      dest[done++] = 0x80 | (c >> 6 & 0x3f);
    } else if (bytes == 2) {
      dest[done++] = 0xc0 | c >> 6;
    }
    dest[done++] = bytes == 1 ? c : 0x80 | (c & 0x3f);
  }
  if (maxlength) dest[done] = '\0';
  return done;
}
EXPORT_SYMBOL(ucs2_as_utf8);
