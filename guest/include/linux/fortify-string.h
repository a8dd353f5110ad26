// String functions that check sizes: part of <linux/string.h>.
#ifndef _LINUX_FORTIFY_STRING_H
#define _LINUX_FORTIFY_STRING_H

#include <linux/string.h>

#endif
