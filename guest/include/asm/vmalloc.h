// What the vmalloc area of i386 has of its own: nothing.
#ifndef _ASM_VMALLOC_H
#define _ASM_VMALLOC_H

#endif
