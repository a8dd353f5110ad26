// The same on a machine with PAE, whose entries have 64 bits and no global bit.
#include "kernel_mappings.c"
