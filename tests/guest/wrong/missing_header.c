/* Includes a header that does not exist. */
#include <linux/there_is_no_such_header.h>
