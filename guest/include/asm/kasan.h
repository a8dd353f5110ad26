// KASAN: not configured.
#ifndef _ASM_KASAN_H
#define _ASM_KASAN_H

#endif
