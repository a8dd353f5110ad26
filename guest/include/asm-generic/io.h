#include <asm/io.h>
