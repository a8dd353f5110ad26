// The size of a long.
#ifndef _ASM_BITSPERLONG_H
#define _ASM_BITSPERLONG_H

#ifndef __BITS_PER_LONG
#define __BITS_PER_LONG 32
#endif
#ifndef BITS_PER_LONG
#define BITS_PER_LONG 32
#endif

#endif
