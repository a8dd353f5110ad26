// Pulses.
#ifndef _LINUX_PWM_H
#define _LINUX_PWM_H

#include <linux/err.h>
#include <linux/mutex.h>

#endif
