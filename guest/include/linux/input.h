// Input devices.
#ifndef _LINUX_INPUT_H
#define _LINUX_INPUT_H

#include <linux/device.h>
#include <linux/fs.h>
#include <linux/list.h>
#include <linux/mod_devicetable.h>
#include <linux/time.h>
#include <linux/timer.h>
#include <linux/types.h>

struct input_dev;

struct input_dev* input_allocate_device(void);
void input_free_device(struct input_dev*);
int input_register_device(struct input_dev*);
void input_unregister_device(struct input_dev*);
void input_event(struct input_dev*, unsigned int, unsigned int, int);

#endif
