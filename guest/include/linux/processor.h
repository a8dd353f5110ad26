#include <asm/processor.h>
