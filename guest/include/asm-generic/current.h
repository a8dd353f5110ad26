#include <asm/current.h>
