// CRC-16, polynomial x^16 + x^15 + x^2 + 1.
#ifndef __CRC16_H
#define __CRC16_H

#include <linux/types.h>
extern const u16 crc16_table[256];
u16 crc16(u16 crc, const u8* buffer, size_t len);
static inline u16 crc16_byte(u16 crc, const u8 data) {
  return (crc >> 8) ^ crc16_table[(crc ^ data) & 0xff];
}

#endif
