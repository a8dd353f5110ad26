// Blocks set off against each other. Linux: 6.1 include/linux/raid/xor.h.
#ifndef _XOR_H
#define _XOR_H

#define MAX_XOR_BLOCKS 4

void xor_blocks(unsigned int count, unsigned int bytes, void* dest, void** srcs);

#endif
