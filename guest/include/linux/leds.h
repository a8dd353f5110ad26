// Lights.
#ifndef _LINUX_LEDS_H
#define _LINUX_LEDS_H

#include <linux/device.h>
#include <linux/kernel.h>
#include <linux/list.h>
#include <linux/mutex.h>
#include <linux/timer.h>

#endif
