// Character devices: the layout of 6.1 and the calls.
#ifndef _LINUX_CDEV_H
#define _LINUX_CDEV_H

#include <linux/device.h>
#include <linux/kdev_t.h>
#include <linux/kobject.h>
#include <linux/list.h>
#include <linux/types.h>

struct file_operations;
struct module;
struct device;
struct cdev {
  struct kobject kobj;
  struct module* owner;
  const struct file_operations* ops;
  struct list_head list;
  dev_t dev;
  unsigned int count;
};
_Static_assert(sizeof(struct cdev) == 60, "struct cdev of 6.1 i386");
void cdev_init(struct cdev* cdev, const struct file_operations* fops);
struct cdev* cdev_alloc(void);
void cdev_put(struct cdev* p);
int cdev_add(struct cdev* p, dev_t dev, unsigned count);
void cdev_del(struct cdev* p);
int cdev_device_add(struct cdev* cdev, struct device* dev);
void cdev_device_del(struct cdev* cdev, struct device* dev);

struct inode;
struct kobject;

void cdev_set_parent(struct cdev* p, struct kobject* kobj);
void cd_forget(struct inode*);

#endif
