// Drivers whose larger part is a program.
#ifndef _LINUX_UIO_DRIVER_H
#define _LINUX_UIO_DRIVER_H

#include <linux/device.h>
#include <linux/fs.h>
#include <linux/interrupt.h>
#include <linux/types.h>

struct device;
struct fasync_struct;
struct inode;
struct kobject;
struct module;
struct mutex;
struct uio_device;
struct uio_info;
struct uio_map;
struct uio_mem;
struct uio_port;
struct uio_portio;
struct vm_area_struct;

#define MAX_UIO_MAPS 5
#define MAX_UIO_PORT_REGIONS 5
#define UIO_IRQ_CUSTOM -1
#define UIO_IRQ_NONE 0
#define UIO_MEM_NONE 0
#define UIO_MEM_PHYS 1
#define UIO_MEM_LOGICAL 2
#define UIO_MEM_VIRTUAL 3
#define UIO_MEM_IOVA 4
#define UIO_PORT_NONE 0
#define UIO_PORT_X86 1
#define UIO_PORT_GPIO 2
#define UIO_PORT_OTHER 3
struct uio_mem {
  const char* name;
  phys_addr_t addr;
  unsigned long offs;
  resource_size_t size;
  int memtype;
  void* internal_addr;
  struct uio_map* map;
};
struct uio_port {
  const char* name;
  unsigned long start;
  unsigned long size;
  int porttype;
  struct uio_portio* portio;
};
struct uio_device {
  struct module* owner;
  struct device dev;
  int minor;
  atomic_t event;
  struct fasync_struct* async_queue;
  wait_queue_head_t wait;
  struct uio_info* info;
  struct mutex info_lock;
  struct kobject* map_dir;
  struct kobject* portio_dir;
};
struct uio_info {
  struct uio_device* uio_dev;
  const char* name;
  const char* version;
  struct uio_mem mem[5];
  struct uio_port port[5];
  long irq;
  unsigned long irq_flags;
  void* priv;
  irqreturn_t (*handler)(int, struct uio_info*);
  int (*mmap)(struct uio_info*, struct vm_area_struct*);
  int (*open)(struct uio_info*, struct inode*);
  int (*release)(struct uio_info*, struct inode*);
  int (*irqcontrol)(struct uio_info*, s32);
};
int __uio_register_device(struct module* owner, struct device* parent, struct uio_info* info);
void uio_unregister_device(struct uio_info* info);
void uio_event_notify(struct uio_info* info);
int __devm_uio_register_device(struct module* owner, struct device* parent, struct uio_info* info);

#endif
