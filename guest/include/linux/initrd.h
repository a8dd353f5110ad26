// The initial file system.
#ifndef _LINUX_INITRD_H
#define _LINUX_INITRD_H

#include <linux/types.h>

#define INITRD_MINOR 250
extern int rd_image_start;
extern unsigned long rd_size;
extern int initrd_below_start_ok;
extern unsigned long initrd_start;
extern unsigned long initrd_end;
void free_initrd_mem(unsigned long, unsigned long);
void reserve_initrd_mem(void);
void wait_for_initramfs(void);
extern phys_addr_t phys_initrd_start;
extern unsigned long phys_initrd_size;
extern char __initramfs_start[];
extern unsigned long __initramfs_size;
void console_on_rootfs(void);

#endif
