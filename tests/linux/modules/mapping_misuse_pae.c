// The same on a machine with PAE.
#include "mapping_misuse.c"
