// Values written where nobody should look any more.
#ifndef _LINUX_POISON_H
#define _LINUX_POISON_H

#define POISON_POINTER_DELTA 0
#define LIST_POISON1 ((void*)0x100)
#define LIST_POISON2 ((void*)0x122)
#define TIMER_ENTRY_STATIC ((void*)0x300)
#define PAGE_POISON 0xaa
#define SLUB_RED_INACTIVE 0xbb
#define SLUB_RED_ACTIVE 0xcc
#define POISON_INUSE 0x5a
#define POISON_FREE 0x6b
#define POISON_END 0xa5
#define POISON_FREE_INITMEM 0xcc

#endif
