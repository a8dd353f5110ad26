#include <asm/param.h>
