// Drivers of terminals.
#ifndef _LINUX_TTY_DRIVER_H
#define _LINUX_TTY_DRIVER_H

#include <linux/cdev.h>
#include <linux/export.h>
#include <linux/fs.h>
#include <linux/kref.h>
#include <linux/list.h>
#include <linux/seq_file.h>
#include <linux/termios.h>
#include <linux/types.h>
#include <linux/uaccess.h>

struct attribute_group;
struct cdev;
struct device;
struct file;
struct kref;
struct ktermios;
struct list_head;
struct module;
struct proc_dir_entry;
struct seq_file;
struct serial_icounter_struct;
struct serial_struct;
struct tty_driver;
struct tty_operations;
struct tty_port;
struct tty_struct;
struct winsize;

#define TTY_DRIVER_INSTALLED 0x0001
#define TTY_DRIVER_RESET_TERMIOS 0x0002
#define TTY_DRIVER_REAL_RAW 0x0004
#define TTY_DRIVER_DYNAMIC_DEV 0x0008
#define TTY_DRIVER_DEVPTS_MEM 0x0010
#define TTY_DRIVER_HARDWARE_BREAK 0x0020
#define TTY_DRIVER_DYNAMIC_ALLOC 0x0040
#define TTY_DRIVER_UNNUMBERED_NODE 0x0080
#define TTY_DRIVER_TYPE_SYSTEM 0x0001
#define TTY_DRIVER_TYPE_CONSOLE 0x0002
#define TTY_DRIVER_TYPE_SERIAL 0x0003
#define TTY_DRIVER_TYPE_PTY 0x0004
#define TTY_DRIVER_TYPE_SCC 0x0005
#define TTY_DRIVER_TYPE_SYSCONS 0x0006
#define SYSTEM_TYPE_TTY 0x0001
#define SYSTEM_TYPE_CONSOLE 0x0002
#define SYSTEM_TYPE_SYSCONS 0x0003
#define SYSTEM_TYPE_SYSPTMX 0x0004
#define PTY_TYPE_MASTER 0x0001
#define PTY_TYPE_SLAVE 0x0002
#define SERIAL_TYPE_NORMAL 1
struct tty_operations {
  struct tty_struct* (*lookup)(struct tty_driver*, struct file*, int);
  int (*install)(struct tty_driver*, struct tty_struct*);
  void (*remove)(struct tty_driver*, struct tty_struct*);
  int (*open)(struct tty_struct*, struct file*);
  void (*close)(struct tty_struct*, struct file*);
  void (*shutdown)(struct tty_struct*);
  void (*cleanup)(struct tty_struct*);
  int (*write)(struct tty_struct*, const unsigned char*, int);
  int (*put_char)(struct tty_struct*, unsigned char);
  void (*flush_chars)(struct tty_struct*);
  unsigned int (*write_room)(struct tty_struct*);
  unsigned int (*chars_in_buffer)(struct tty_struct*);
  int (*ioctl)(struct tty_struct*, unsigned int, unsigned long);
  long (*compat_ioctl)(struct tty_struct*, unsigned int, unsigned long);
  void (*set_termios)(struct tty_struct*, const struct ktermios*);
  void (*throttle)(struct tty_struct*);
  void (*unthrottle)(struct tty_struct*);
  void (*stop)(struct tty_struct*);
  void (*start)(struct tty_struct*);
  void (*hangup)(struct tty_struct*);
  int (*break_ctl)(struct tty_struct*, int);
  void (*flush_buffer)(struct tty_struct*);
  int (*ldisc_ok)(struct tty_struct*, int);
  void (*set_ldisc)(struct tty_struct*);
  void (*wait_until_sent)(struct tty_struct*, int);
  void (*send_xchar)(struct tty_struct*, char);
  int (*tiocmget)(struct tty_struct*);
  int (*tiocmset)(struct tty_struct*, unsigned int, unsigned int);
  int (*resize)(struct tty_struct*, struct winsize*);
  int (*get_icount)(struct tty_struct*, struct serial_icounter_struct*);
  int (*get_serial)(struct tty_struct*, struct serial_struct*);
  int (*set_serial)(struct tty_struct*, struct serial_struct*);
  void (*show_fdinfo)(struct tty_struct*, struct seq_file*);
  int (*proc_show)(struct seq_file*, void*);
};
struct tty_driver {
  struct kref kref;
  struct cdev** cdevs;
  struct module* owner;
  const char* driver_name;
  const char* name;
  int name_base;
  int major;
  int minor_start;
  unsigned int num;
  short type;
  short subtype;
  struct ktermios init_termios;
  unsigned long flags;
  struct proc_dir_entry* proc_entry;
  struct tty_driver* other;
  struct tty_struct** ttys;
  struct tty_port** ports;
  struct ktermios** termios;
  void* driver_state;
  const struct tty_operations* ops;
  struct list_head tty_drivers;
};
extern struct list_head tty_drivers;
struct tty_driver* __tty_alloc_driver(unsigned int lines, struct module* owner,
                                      unsigned long flags);
struct tty_driver* tty_find_polling_driver(char* name, int* line);
void tty_driver_kref_put(struct tty_driver* driver);
int tty_register_driver(struct tty_driver* driver);
void tty_unregister_driver(struct tty_driver* driver);
struct device* tty_register_device(struct tty_driver* driver, unsigned int index,
                                   struct device* dev);
struct device* tty_register_device_attr(struct tty_driver* driver, unsigned int index,
                                        struct device* device, void* drvdata,
                                        const struct attribute_group** attr_grp);
void tty_unregister_device(struct tty_driver* driver, unsigned int index);
void proc_tty_register_driver(struct tty_driver*);
void proc_tty_unregister_driver(struct tty_driver*);

// Inline in Linux.
struct tty_driver* tty_driver_kref_get(struct tty_driver* d);
void tty_set_operations(struct tty_driver* driver, const struct tty_operations* op);

// Inline in Linux.
struct tty_driver* tty_driver_kref_get(struct tty_driver* d);
void tty_set_operations(struct tty_driver* driver, const struct tty_operations* op);

#endif
