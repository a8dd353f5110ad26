// Miscellaneous character devices: the layout of 6.1 and the calls.
#ifndef _LINUX_MISCDEVICE_H
#define _LINUX_MISCDEVICE_H

#include <linux/device.h>
#include <linux/fs.h>
#include <linux/list.h>
#include <linux/types.h>

#define MISC_MAJOR 10
#define MISC_DYNAMIC_MINOR 255
struct miscdevice {
  int minor;
  const char* name;
  const struct file_operations* fops;
  struct list_head list;
  struct device* parent;
  struct device* this_device;
  const struct attribute_group** groups;
  const char* nodename;
  umode_t mode;
};
_Static_assert(sizeof(struct miscdevice) == 40, "struct miscdevice of 6.1 i386");
int misc_register(struct miscdevice* misc);
// Returned an int until 4.2.
void(misc_deregister)(struct miscdevice* misc);
#define misc_deregister(misc) \
  ({                          \
    (misc_deregister)(misc);  \
    0;                        \
  })
#define module_misc_device(misc) module_driver(misc, misc_register, (misc_deregister))

#endif
