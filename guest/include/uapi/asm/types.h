#include <asm/types.h>
