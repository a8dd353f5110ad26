// The same on a machine with PAE.
#include "table_walk.c"
