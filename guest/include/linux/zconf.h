// Sizes and types of deflate. Linux: 6.1 include/linux/zconf.h.
#ifndef _ZCONF_H
#define _ZCONF_H

#define MAX_MEM_LEVEL 8
#define MAX_WBITS 15
#define DEF_WBITS MAX_WBITS
#define DEF_MEM_LEVEL 8

typedef unsigned char Byte;
typedef unsigned int uInt;
typedef unsigned long uLong;
typedef void* voidp;

#endif
