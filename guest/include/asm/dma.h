// The ISA controller for transfers, which reaches 16 MB.
#ifndef _ASM_DMA_H
#define _ASM_DMA_H

#include <asm/io.h>
#include <linux/delay.h>
#include <linux/spinlock.h>

#define MAX_DMA_CHANNELS 8
#define MAX_DMA_PFN ((16UL * 1024 * 1024) >> PAGE_SHIFT)
#define MAX_DMA_ADDRESS (PAGE_OFFSET + 0x1000000)

int request_dma(unsigned int, const char*);
void free_dma(unsigned int);

#endif
