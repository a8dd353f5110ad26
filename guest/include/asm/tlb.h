#include <asm/tlbflush.h>
