#include <asm/sections.h>
