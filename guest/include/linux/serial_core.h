// Serial lines.
#ifndef _LINUX_SERIAL_CORE_H
#define _LINUX_SERIAL_CORE_H

#include <linux/interrupt.h>
#include <linux/tty.h>

#endif
