// Asynchronous requests.
#ifndef _LINUX_AIO_H
#define _LINUX_AIO_H

#include <linux/types.h>

#endif
