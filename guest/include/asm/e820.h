#include <asm/e820/api.h>
