// The same on a machine with PAE.
#include "zones.c"
