#include <asm/local.h>
