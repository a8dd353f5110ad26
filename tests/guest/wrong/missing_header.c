/* Includes a header that does not exist. */
#include <linux/there_is_no_such_header.h>

// mm32-expect: status 2
// mm32-expect: message does not compile$
