// The same on a machine with PAE.
#include "mapping_storms.c"
