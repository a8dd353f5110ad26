// Binary-coded decimals.
#ifndef _LINUX_BCD_H
#define _LINUX_BCD_H

#include <linux/compiler.h>
unsigned _bcd2bin(unsigned char val) __attribute_const__;
unsigned char _bin2bcd(unsigned val) __attribute_const__;
#define bcd2bin(x) _bcd2bin(x)
#define bin2bcd(x) _bin2bcd(x)
#define bcd_is_valid(x) (((x)&0x0f) < 10 && ((x) >> 4) < 10)

#define const_bcd2bin(x) (((x)&0x0f) + ((x) >> 4) * 10)
#define const_bin2bcd(x) ((((x) / 10) << 4) + (x) % 10)

#endif
