#include <asm/cpufeature.h>
