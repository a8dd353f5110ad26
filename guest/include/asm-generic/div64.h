#include <asm/div64.h>
