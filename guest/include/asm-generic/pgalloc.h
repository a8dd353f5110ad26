#include <asm/pgalloc.h>
