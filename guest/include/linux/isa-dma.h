// The DMA controller of ISA boards.
#ifndef _LINUX_ISA_DMA_H
#define _LINUX_ISA_DMA_H

#include <asm/dma.h>

#endif
