// Cyclic redundancy checks, a byte a step. The tables are made from the polynomials: those that
// modules may read by the compiler, the others at the first use.
//
// A reflected CRC shifts right, a straight one left. Linux: 6.1 lib/crc*.c.
#include <linux/bcd.h>
#include <linux/bitrev.h>
#include <linux/crc-ccitt.h>
#include <linux/crc-itu-t.h>
#include <linux/crc-t10dif.h>
#include <linux/crc16.h>
#include <linux/crc32.h>
#include <linux/crc32c.h>
#include <linux/crc64.h>
#include <linux/crc7.h>
#include <linux/crc8.h>
#include <linux/export.h>
#include <linux/kernel.h>

struct table {
  u32 polynomial;
  bool ready;
  u32 values[256];
};
static struct table le = {.polynomial = 0xedb88320u}, castagnoli = {.polynomial = 0x82f63b78u},
                    be = {.polynomial = 0x04c11db7u}, t10dif = {.polynomial = 0x8bb7u << 16};

static u32 reflected_value(u32 value, u32 polynomial) {
  int bit;
  for (bit = 0; bit < 8; bit++) value = (value >> 1) ^ (value & 1 ? polynomial : 0);
  return value;
}
static u32 straight_value(u32 value, u32 polynomial) {
  int bit;
  for (bit = 0; bit < 8; bit++) value = (value << 1) ^ (value & 0x80000000u ? polynomial : 0);
  return value;
}
static void fill_reflected(struct table* t) {
  u32 i;
  for (i = 0; i < 256; i++) t->values[i] = reflected_value(i, t->polynomial);
  t->ready = true;
}
static void fill_straight(struct table* t) {
  u32 i;
  for (i = 0; i < 256; i++) t->values[i] = straight_value(i << 24, t->polynomial);
  t->ready = true;
}

static u32 reflected(struct table* t, u32 crc, const u8* p, size_t len) {
  if (!t->ready) fill_reflected(t);
  while (len--) crc = (crc >> 8) ^ t->values[(crc ^ *p++) & 0xff];
  return crc;
}
static u32 straight(struct table* t, u32 crc, const u8* p, size_t len) {
  if (!t->ready) fill_straight(t);
  while (len--) crc = (crc << 8) ^ t->values[crc >> 24 ^ *p++];
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
u32 crc32_be(u32 crc, unsigned char const* p, size_t len) { return straight(&be, crc, p, len); }
EXPORT_SYMBOL(crc32_be);

// The CRC after `len` more zero bytes: as many multiplications by x^8 in the field.
static u32 multiply(u32 x, u32 y, u32 polynomial) {
  u32 product = x & 1 ? y : 0;
  int i;
  for (i = 0; i < 31; i++) {
    product = (product >> 1) ^ (product & 1 ? polynomial : 0);
    x >>= 1;
    product ^= x & 1 ? y : 0;
  }
  return product;
}
static u32 shifted(u32 crc, size_t len, u32 polynomial) {
  u32 power = 0x00800000u;  // x^8, the highest power in bit 0
  for (; len; len >>= 1) {
    if (len & 1) crc = multiply(crc, power, polynomial);
    power = multiply(power, power, polynomial);
  }
  return crc;
}
u32 crc32_le_shift(u32 crc, size_t len) { return shifted(crc, len, le.polynomial); }
EXPORT_SYMBOL(crc32_le_shift);
u32 __crc32c_le_shift(u32 crc, size_t len) { return shifted(crc, len, castagnoli.polynomial); }
EXPORT_SYMBOL(__crc32c_le_shift);

// A CRC is linear: the value of a byte is the sum of those of its bits, which are powers of x.
#define LOWER(value, polynomial) (((value) >> 1) ^ ((value)&1 ? (polynomial) : 0))
#define HIGHER(value, polynomial, top) \
  ((((value) << 1) & ((top)*2 - 1)) ^ ((value) & (top) ? (polynomial) : 0))
#define REFLECTED(name, polynomial)             \
  enum {                                        \
    name##_80 = (polynomial),                   \
    name##_40 = LOWER(name##_80, (polynomial)), \
    name##_20 = LOWER(name##_40, (polynomial)), \
    name##_10 = LOWER(name##_20, (polynomial)), \
    name##_08 = LOWER(name##_10, (polynomial)), \
    name##_04 = LOWER(name##_08, (polynomial)), \
    name##_02 = LOWER(name##_04, (polynomial)), \
    name##_01 = LOWER(name##_02, (polynomial)), \
  }
#define STRAIGHT(name, polynomial, top)               \
  enum {                                              \
    name##_01 = (polynomial),                         \
    name##_02 = HIGHER(name##_01, (polynomial), top), \
    name##_04 = HIGHER(name##_02, (polynomial), top), \
    name##_08 = HIGHER(name##_04, (polynomial), top), \
    name##_10 = HIGHER(name##_08, (polynomial), top), \
    name##_20 = HIGHER(name##_10, (polynomial), top), \
    name##_40 = HIGHER(name##_20, (polynomial), top), \
    name##_80 = HIGHER(name##_40, (polynomial), top), \
  }
#define BIT_OF(n, bit, name) ((n)&0x##bit ? name##_##bit : 0)
#define VALUE(n, name)                                                                     \
  (BIT_OF(n, 01, name) ^ BIT_OF(n, 02, name) ^ BIT_OF(n, 04, name) ^ BIT_OF(n, 08, name) ^ \
   BIT_OF(n, 10, name) ^ BIT_OF(n, 20, name) ^ BIT_OF(n, 40, name) ^ BIT_OF(n, 80, name))
#define VALUES_4(n, name) VALUE(n, name), VALUE(n + 1, name), VALUE(n + 2, name), VALUE(n + 3, name)
#define VALUES_16(n, name) \
  VALUES_4(n, name), VALUES_4(n + 4, name), VALUES_4(n + 8, name), VALUES_4(n + 12, name)
#define VALUES_64(n, name) \
  VALUES_16(n, name), VALUES_16(n + 16, name), VALUES_16(n + 32, name), VALUES_16(n + 48, name)
#define VALUES(name) \
  { VALUES_64(0, name), VALUES_64(64, name), VALUES_64(128, name), VALUES_64(192, name) }

REFLECTED(ansi, 0xa001);
REFLECTED(ccitt, 0x8408);
STRAIGHT(itu, 0x1021, 0x8000);
STRAIGHT(seven, 0x12, 0x80);
const u16 crc16_table[256] = VALUES(ansi);
const u16 crc_ccitt_table[256] = VALUES(ccitt);
const u16 crc_ccitt_false_table[256] = VALUES(itu);
const u16 crc_itu_t_table[256] = VALUES(itu);
const u8 crc7_be_syndrome_table[256] = VALUES(seven);
EXPORT_SYMBOL(crc16_table);
EXPORT_SYMBOL(crc_ccitt_table);
EXPORT_SYMBOL(crc_ccitt_false_table);
EXPORT_SYMBOL(crc_itu_t_table);
EXPORT_SYMBOL(crc7_be_syndrome_table);

static u16 reflected16(u16 crc, const u16 table[256], const u8* p, size_t len) {
  while (len--) crc = (crc >> 8) ^ table[(crc ^ *p++) & 0xff];
  return crc;
}
static u16 straight16(u16 crc, const u16 table[256], const u8* p, size_t len) {
  while (len--) crc = (u16)((crc << 8) ^ table[(crc >> 8 ^ *p++) & 0xff]);
  return crc;
}
u16 crc16(u16 crc, const u8* buffer, size_t len) {
  return reflected16(crc, crc16_table, buffer, len);
}
EXPORT_SYMBOL(crc16);
u16 crc_ccitt(u16 crc, const u8* buffer, size_t len) {
  return reflected16(crc, crc_ccitt_table, buffer, len);
}
EXPORT_SYMBOL(crc_ccitt);
u16 crc_ccitt_false(u16 crc, const u8* buffer, size_t len) {
  return straight16(crc, crc_ccitt_false_table, buffer, len);
}
EXPORT_SYMBOL(crc_ccitt_false);
u16 crc_itu_t(u16 crc, const u8* buffer, size_t len) {
  return straight16(crc, crc_itu_t_table, buffer, len);
}
EXPORT_SYMBOL(crc_itu_t);

__u16 crc_t10dif_generic(__u16 crc, const unsigned char* buffer, size_t len) {
  return straight(&t10dif, (u32)crc << 16, buffer, len) >> 16;
}
EXPORT_SYMBOL(crc_t10dif_generic);
__u16 crc_t10dif_update(__u16 crc, const unsigned char* buffer, size_t len) {
  return crc_t10dif_generic(crc, buffer, len);
}
EXPORT_SYMBOL(crc_t10dif_update);
__u16 crc_t10dif(const unsigned char* buffer, size_t len) {
  return crc_t10dif_generic(0, buffer, len);
}
EXPORT_SYMBOL(crc_t10dif);

u8 crc7_be(u8 crc, const u8* buffer, size_t len) {
  while (len--) crc = crc7_be_byte(crc, *buffer++);
  return crc;
}
EXPORT_SYMBOL(crc7_be);

void crc8_populate_msb(u8 table[256], u8 polynomial) {
  u32 i;
  for (i = 0; i < 256; i++) table[i] = straight_value(i << 24, (u32)polynomial << 24) >> 24;
}
EXPORT_SYMBOL(crc8_populate_msb);
void crc8_populate_lsb(u8 table[256], u8 polynomial) {
  u32 i;
  for (i = 0; i < 256; i++) table[i] = reflected_value(i, polynomial);
}
EXPORT_SYMBOL(crc8_populate_lsb);
u8 crc8(const u8 table[256], const u8* pdata, size_t nbytes, u8 crc) {
  while (nbytes--) crc = table[(crc ^ *pdata++) & 0xff];
  return crc;
}
EXPORT_SYMBOL(crc8);

static u64 ecma_table[256], rocksoft_table[256];
u64 __pure crc64_be(u64 crc, const void* p, size_t len) {
  const u8* byte = p;
  int i, bit;
  for (i = 0; !ecma_table[255] && i < 256; i++) {
    u64 value = (u64)i << 56;
    for (bit = 0; bit < 8; bit++) value = (value << 1) ^ (value >> 63 ? 0x42f0e1eba9ea3693ULL : 0);
    ecma_table[i] = value;
  }
  while (len--) crc = (crc << 8) ^ ecma_table[(u8)(crc >> 56) ^ *byte++];
  return crc;
}
EXPORT_SYMBOL_GPL(crc64_be);
u64 __pure crc64_rocksoft_generic(u64 crc, const void* p, size_t len) {
  const u8* byte = p;
  int i, bit;
  for (i = 0; !rocksoft_table[255] && i < 256; i++) {
    u64 value = i;
    for (bit = 0; bit < 8; bit++) value = (value >> 1) ^ (value & 1 ? 0x9a6c9329ac4bc9b5ULL : 0);
    rocksoft_table[i] = value;
  }
  crc = ~crc;
  while (len--) crc = (crc >> 8) ^ rocksoft_table[(u8)crc ^ *byte++];
  return ~crc;
}
EXPORT_SYMBOL_GPL(crc64_rocksoft_generic);

unsigned _bcd2bin(unsigned char val) { return (val & 0x0f) + (val >> 4) * 10; }
EXPORT_SYMBOL(_bcd2bin);
unsigned char _bin2bcd(unsigned val) { return ((val / 10) << 4) + val % 10; }
EXPORT_SYMBOL(_bin2bcd);

// Linux asks its crypto layer, which has the same function.
u64 crc64_rocksoft_update(u64 crc, const unsigned char* buffer, size_t len) {
  return crc64_rocksoft_generic(crc, buffer, len);
}
EXPORT_SYMBOL_GPL(crc64_rocksoft_update);
u64 crc64_rocksoft(const unsigned char* buffer, size_t len) {
  return crc64_rocksoft_update(0, buffer, len);
}
EXPORT_SYMBOL_GPL(crc64_rocksoft);
