#include <asm/pgtable_types.h>
