// The same with PAE.
#include "mapped_pages.c"
