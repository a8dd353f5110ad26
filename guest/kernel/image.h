/* The kernel image in memory. */
#ifndef MM32_IMAGE_H
#define MM32_IMAGE_H

/* Set by the host: text is [text_begin, text_end), read-only data goes from there to rodata_end. */
extern unsigned long __mm32_text_begin, __mm32_text_end, __mm32_rodata_end;

#endif
