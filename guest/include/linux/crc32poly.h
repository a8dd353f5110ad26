// Polynomials of the 32-bit checksums.
#ifndef _LINUX_CRC32POLY_H
#define _LINUX_CRC32POLY_H

#define CRC32_POLY_LE 0xedb88320
#define CRC32_POLY_BE 0x04c11db7
#define CRC32C_POLY_LE 0x82F63B78

#endif
