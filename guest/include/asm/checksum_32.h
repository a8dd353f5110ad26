#include <asm/checksum.h>
