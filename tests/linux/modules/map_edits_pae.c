// The same on a machine with PAE.
#include "map_edits.c"
