#include <asm/processor-flags.h>
