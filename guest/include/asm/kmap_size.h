#include <asm/highmem.h>
