// The same on a machine with PAE.
#include "rights_misuse.c"
