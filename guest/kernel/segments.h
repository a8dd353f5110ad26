/*
 * The segments of the kernel, as numbers that C, assembly and the host share.
 * Source: Linux 6.1 arch/x86/include/asm/segment.h (32-bit).
 */
#ifndef MM32_SEGMENTS_H
#define MM32_SEGMENTS_H

#include <asm/segment.h>

#define GDT_KERNEL_CS 12
#define GDT_KERNEL_DS 13
#define GDT_USER_CS 14
#define GDT_USER_DS 15
#define GDT_TSS 16
#define GDT_PERCPU 27

#define __KERNEL_TSS 0x80

#endif
