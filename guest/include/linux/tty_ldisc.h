// Line disciplines.
#ifndef _LINUX_TTY_LDISC_H
#define _LINUX_TTY_LDISC_H

#include <linux/atomic.h>
#include <linux/fs.h>
#include <linux/list.h>
#include <linux/lockdep.h>
#include <linux/seq_file.h>
#include <linux/types.h>
#include <linux/wait.h>

struct file;
struct ktermios;
struct ld_semaphore;
struct list_head;
struct lock_class_key;
struct module;
struct poll_table_struct;
struct seq_operations;
struct tty_ldisc;
struct tty_ldisc_ops;
struct tty_struct;

struct ld_semaphore {
  atomic_long_t count;
  raw_spinlock_t wait_lock;
  unsigned int wait_readers;
  struct list_head read_wait;
  struct list_head write_wait;
};
void __init_ldsem(struct ld_semaphore* sem, const char* name, struct lock_class_key* key);
int ldsem_down_read(struct ld_semaphore* sem, long timeout);
int ldsem_down_read_trylock(struct ld_semaphore* sem);
int ldsem_down_write(struct ld_semaphore* sem, long timeout);
int ldsem_down_write_trylock(struct ld_semaphore* sem);
void ldsem_up_read(struct ld_semaphore* sem);
void ldsem_up_write(struct ld_semaphore* sem);
struct tty_ldisc_ops {
  char* name;
  int num;
  int (*open)(struct tty_struct*);
  void (*close)(struct tty_struct*);
  void (*flush_buffer)(struct tty_struct*);
  ssize_t (*read)(struct tty_struct*, struct file*, unsigned char*, size_t, void**, unsigned long);
  ssize_t (*write)(struct tty_struct*, struct file*, const unsigned char*, size_t);
  int (*ioctl)(struct tty_struct*, unsigned int, unsigned long);
  int (*compat_ioctl)(struct tty_struct*, unsigned int, unsigned long);
  void (*set_termios)(struct tty_struct*, const struct ktermios*);
  __poll_t (*poll)(struct tty_struct*, struct file*, struct poll_table_struct*);
  void (*hangup)(struct tty_struct*);
  void (*receive_buf)(struct tty_struct*, const unsigned char*, const char*, int);
  void (*write_wakeup)(struct tty_struct*);
  void (*dcd_change)(struct tty_struct*, bool);
  int (*receive_buf2)(struct tty_struct*, const unsigned char*, const char*, int);
  void (*lookahead_buf)(struct tty_struct*, const unsigned char*, const unsigned char*,
                        unsigned int);
  struct module* owner;
};
struct tty_ldisc {
  struct tty_ldisc_ops* ops;
  struct tty_struct* tty;
};
extern const struct seq_operations tty_ldiscs_seq_ops;
struct tty_ldisc* tty_ldisc_ref(struct tty_struct*);
void tty_ldisc_deref(struct tty_ldisc*);
struct tty_ldisc* tty_ldisc_ref_wait(struct tty_struct*);
void tty_ldisc_flush(struct tty_struct* tty);
int tty_register_ldisc(struct tty_ldisc_ops* new_ldisc);
void tty_unregister_ldisc(struct tty_ldisc_ops* ldisc);
int tty_set_ldisc(struct tty_struct* tty, int disc);

#endif
