#ifndef _LINUX_CRC8_H
#define _LINUX_CRC8_H

#include <linux/types.h>
#define CRC8_TABLE_SIZE 256
#define CRC8_INIT_VALUE 0xFF
#define DECLARE_CRC8_TABLE(_table) static u8 _table[CRC8_TABLE_SIZE]
u8 crc8(const u8 table[256], const u8* pdata, size_t nbytes, u8 crc);
void crc8_populate_msb(u8 table[256], u8 polynomial);
void crc8_populate_lsb(u8 table[256], u8 polynomial);

#endif
