#include <asm/cmpxchg.h>
