#include <asm/cacheflush.h>
