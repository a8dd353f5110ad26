// Bounds of the kernel image's sections.
#ifndef _ASM_SECTIONS_H
#define _ASM_SECTIONS_H

extern char _text[], _stext[], _etext[], _sdata[], _edata[], __bss_start[], __bss_stop[], _end[];
extern char __start_rodata[], __end_rodata[];

#endif
