/*
 * The segments of the kernel, as numbers that C, assembly and the host share.
 * Source: Linux 6.1 arch/x86/include/asm/segment.h (32-bit).
 */
#ifndef MM32_SEGMENTS_H
#define MM32_SEGMENTS_H

#define GDT_KERNEL_CS 12
#define GDT_KERNEL_DS 13
#define GDT_USER_CS 14
#define GDT_USER_DS 15
#define GDT_TSS 16
#define GDT_PERCPU 27
#define GDT_ENTRIES 32

#define __KERNEL_CS 0x60
#define __KERNEL_DS 0x68
#define __USER_CS 0x73
#define __USER_DS 0x7b
#define __KERNEL_TSS 0x80
#define __KERNEL_PERCPU 0xd8

#endif
