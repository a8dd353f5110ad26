// Base 64, RFC 4648. Linux: 6.1 lib/base64.c.
#include <linux/base64.h>
#include <linux/export.h>
#include <linux/string.h>

static const char alphabet[65] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

int base64_encode(const u8* src, int len, char* dst) {
  char* at = dst;
  u32 pending = 0;
  int bits = 0, i;
  for (i = 0; i < len; i++) {
    pending = pending << 8 | src[i];
    for (bits += 8; bits >= 6;) *at++ = alphabet[pending >> (bits -= 6) & 0x3f];
  }
  if (bits) *at++ = alphabet[pending << (6 - bits) & 0x3f];
  while ((at - dst) % 4) *at++ = '=';
  return at - dst;
}
EXPORT_SYMBOL_GPL(base64_encode);

int base64_decode(const char* src, int len, u8* dst) {
  u8* at = dst;
  u32 pending = 0;
  int bits = 0, i;
  for (i = 0; i < len; i++) {
    const char* digit = src[i] ? strchr(alphabet, src[i]) : NULL;
    if (!digit && src[i] != '=') return -1;
    pending = pending << 6 | (digit ? digit - alphabet : 0);
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    if (digit) *at++ = pending >> bits;
  }
  return pending & ((1 << bits) - 1) ? -1 : at - dst;
}
EXPORT_SYMBOL_GPL(base64_decode);
