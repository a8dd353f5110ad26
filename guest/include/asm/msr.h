#include <asm/timex.h>
