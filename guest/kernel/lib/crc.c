// Cyclic redundancy checks. Bit by bit over tables made at the first use; the values are those of
// the real kernel's functions of the same names.
#include <linux/bcd.h>
#include <linux/bitrev.h>
#include <linux/crc-ccitt.h>
#include <linux/crc-itu-t.h>
#include <linux/crc16.h>
#include <linux/crc32.h>
#include <linux/crc32c.h>
#include <linux/crc7.h>
#include <linux/crc8.h>
#include <linux/export.h>
#include <linux/kernel.h>

#define CRC32_LE 0xedb88320u
#define CRC32_BE 0x04c11db7u
#define CRC32C_LE 0x82f63b78u

struct table {
  u32 polynomial;
  bool ready;
  u32 values[256];
};
static struct table le = {.polynomial = CRC32_LE}, castagnoli = {.polynomial = CRC32C_LE};

static void fill_reflected(struct table* t) {
  u32 i, bit, value;
  for (i = 0; i < 256; i++) {
    value = i;
    for (bit = 0; bit < 8; bit++) value = (value >> 1) ^ (value & 1 ? t->polynomial : 0);
    t->values[i] = value;
  }
  t->ready = true;
}
static u32 reflected(struct table* t, u32 crc, const u8* p, size_t len) {
  if (!t->ready) fill_reflected(t);
  while (len--) crc = (crc >> 8) ^ t->values[(crc ^ *p++) & 0xff];
  return crc;
}
u32 crc32_le(u32 crc, unsigned char const* p, size_t len) { return reflected(&le, crc, p, len); }
EXPORT_SYMBOL(crc32_le);
u32 __crc32c_le(u32 crc, unsigned char const* p, size_t len) {
  return reflected(&castagnoli, crc, p, len);
}
EXPORT_SYMBOL(__crc32c_le);
u32 crc32c(u32 crc, const void* address, unsigned int length) {
  return __crc32c_le(crc, address, length);
}
EXPORT_SYMBOL(crc32c);

u32 crc32_be(u32 crc, unsigned char const* p, size_t len) {
  while (len--) {
    int bit;
    crc ^= (u32)*p++ << 24;
    for (bit = 0; bit < 8; bit++) crc = (crc << 1) ^ (crc & 0x80000000 ? CRC32_BE : 0);
  }
  return crc;
}
EXPORT_SYMBOL(crc32_be);

// The CRC after `len` more zero bytes.
u32 crc32_le_shift(u32 crc, size_t len) {
  static const u8 zero;
  while (len--) crc = crc32_le(crc, &zero, 1);
  return crc;
}
EXPORT_SYMBOL(crc32_le_shift);

static u16 reflected16(u16 crc, u16 polynomial, const u8* p, size_t len) {
  while (len--) {
    int bit;
    crc ^= *p++;
    for (bit = 0; bit < 8; bit++) crc = (crc >> 1) ^ (crc & 1 ? polynomial : 0);
  }
  return crc;
}
static u16 straight16(u16 crc, u16 polynomial, const u8* p, size_t len) {
  while (len--) {
    int bit;
    crc ^= (u16)(*p++ << 8);
    for (bit = 0; bit < 8; bit++) crc = (u16)((crc << 1) ^ (crc & 0x8000 ? polynomial : 0));
  }
  return crc;
}
u16 crc16(u16 crc, const u8* buffer, size_t len) { return reflected16(crc, 0xa001, buffer, len); }
EXPORT_SYMBOL(crc16);
u16 crc_ccitt(u16 crc, const u8* buffer, size_t len) {
  return reflected16(crc, 0x8408, buffer, len);
}
EXPORT_SYMBOL(crc_ccitt);
u16 crc_ccitt_false(u16 crc, const u8* buffer, size_t len) {
  return straight16(crc, 0x1021, buffer, len);
}
EXPORT_SYMBOL(crc_ccitt_false);
u16 crc_itu_t(u16 crc, const u8* buffer, size_t len) {
  return straight16(crc, 0x1021, buffer, len);
}
EXPORT_SYMBOL(crc_itu_t);

u8 crc7_be(u8 crc, const u8* buffer, size_t len) {
  while (len--) {
    int bit;
    crc ^= *buffer++;
    for (bit = 0; bit < 8; bit++) crc = (u8)((crc << 1) ^ (crc & 0x80 ? 0x12 : 0));
  }
  return crc;
}
EXPORT_SYMBOL(crc7_be);

void crc8_populate_msb(u8 table[256], u8 polynomial) {
  int i, bit;
  for (i = 0; i < 256; i++) {
    u8 value = i;
    for (bit = 0; bit < 8; bit++) value = (u8)((value << 1) ^ (value & 0x80 ? polynomial : 0));
    table[i] = value;
  }
}
EXPORT_SYMBOL(crc8_populate_msb);
void crc8_populate_lsb(u8 table[256], u8 polynomial) {
  int i, bit;
  for (i = 0; i < 256; i++) {
    u8 value = i;
    for (bit = 0; bit < 8; bit++) value = (u8)((value >> 1) ^ (value & 1 ? polynomial : 0));
    table[i] = value;
  }
}
EXPORT_SYMBOL(crc8_populate_lsb);
u8 crc8(const u8 table[256], const u8* pdata, size_t nbytes, u8 crc) {
  while (nbytes--) crc = table[(crc ^ *pdata++) & 0xff];
  return crc;
}
EXPORT_SYMBOL(crc8);

unsigned _bcd2bin(unsigned char val) { return (val & 0x0f) + (val >> 4) * 10; }
EXPORT_SYMBOL(_bcd2bin);
unsigned char _bin2bcd(unsigned val) { return ((val / 10) << 4) + val % 10; }
EXPORT_SYMBOL(_bin2bcd);
