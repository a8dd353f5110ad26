// The lasting half of a terminal.
#ifndef _LINUX_TTY_PORT_H
#define _LINUX_TTY_PORT_H

#include <linux/kfifo.h>
#include <linux/kref.h>
#include <linux/mutex.h>
#include <linux/tty_buffer.h>
#include <linux/types.h>
#include <linux/wait.h>

struct __kfifo;
struct attribute_group;
struct device;
struct file;
struct kref;
struct mutex;
struct tty_bufhead;
struct tty_driver;
struct tty_port;
struct tty_port_client_operations;
struct tty_port_operations;
struct tty_struct;

#define TTY_PORT_INITIALIZED 0
#define TTY_PORT_SUSPENDED 1
#define TTY_PORT_ACTIVE 2
#define TTY_PORT_CTS_FLOW 3
#define TTY_PORT_CHECK_CD 4
#define TTY_PORT_KOPENED 5
struct tty_port_operations {
  int (*carrier_raised)(struct tty_port*);
  void (*dtr_rts)(struct tty_port*, int);
  void (*shutdown)(struct tty_port*);
  int (*activate)(struct tty_port*, struct tty_struct*);
  void (*destruct)(struct tty_port*);
};
struct tty_port_client_operations {
  int (*receive_buf)(struct tty_port*, const unsigned char*, const unsigned char*, size_t);
  void (*lookahead_buf)(struct tty_port*, const unsigned char*, const unsigned char*, unsigned int);
  void (*write_wakeup)(struct tty_port*);
};
extern const struct tty_port_client_operations tty_port_default_client_ops;
struct tty_port {
  struct tty_bufhead buf;
  struct tty_struct* tty;
  struct tty_struct* itty;
  const struct tty_port_operations* ops;
  const struct tty_port_client_operations* client_ops;
  spinlock_t lock;
  int blocked_open;
  int count;
  wait_queue_head_t open_wait;
  wait_queue_head_t delta_msr_wait;
  unsigned long flags;
  unsigned long iflags;
  unsigned char console : 1;
  struct mutex mutex;
  struct mutex buf_mutex;
  unsigned char* xmit_buf;
  struct {
    union {
      struct __kfifo kfifo;
      unsigned char* type;
      const unsigned char* const_type;
      char (*rectype)[0];
      unsigned char* ptr;
      const unsigned char* ptr_const;
    };
    unsigned char buf[0];
  } xmit_fifo;
  unsigned int close_delay;
  unsigned int closing_wait;
  int drain_delay;
  struct kref kref;
  void* client_data;
};
void tty_port_init(struct tty_port* port);
void tty_port_link_device(struct tty_port* port, struct tty_driver* driver, unsigned int index);
struct device* tty_port_register_device(struct tty_port* port, struct tty_driver* driver,
                                        unsigned int index, struct device* device);
struct device* tty_port_register_device_attr(struct tty_port* port, struct tty_driver* driver,
                                             unsigned int index, struct device* device,
                                             void* drvdata,
                                             const struct attribute_group** attr_grp);
struct device* tty_port_register_device_serdev(struct tty_port* port, struct tty_driver* driver,
                                               unsigned int index, struct device* device);
struct device* tty_port_register_device_attr_serdev(struct tty_port* port,
                                                    struct tty_driver* driver, unsigned int index,
                                                    struct device* device, void* drvdata,
                                                    const struct attribute_group** attr_grp);
void tty_port_unregister_device(struct tty_port* port, struct tty_driver* driver,
                                unsigned int index);
int tty_port_alloc_xmit_buf(struct tty_port* port);
void tty_port_free_xmit_buf(struct tty_port* port);
void tty_port_destroy(struct tty_port* port);
void tty_port_put(struct tty_port* port);
struct tty_struct* tty_port_tty_get(struct tty_port* port);
void tty_port_tty_set(struct tty_port* port, struct tty_struct* tty);
int tty_port_carrier_raised(struct tty_port* port);
void tty_port_raise_dtr_rts(struct tty_port* port);
void tty_port_lower_dtr_rts(struct tty_port* port);
void tty_port_hangup(struct tty_port* port);
void __tty_port_tty_hangup(struct tty_port* port, bool check_clocal, bool async);
void tty_port_tty_wakeup(struct tty_port* port);
int tty_port_block_til_ready(struct tty_port* port, struct tty_struct* tty, struct file* filp);
int tty_port_close_start(struct tty_port* port, struct tty_struct* tty, struct file* filp);
void tty_port_close_end(struct tty_port* port, struct tty_struct* tty);
void tty_port_close(struct tty_port* port, struct tty_struct* tty, struct file* filp);
int tty_port_install(struct tty_port* port, struct tty_driver* driver, struct tty_struct* tty);
int tty_port_open(struct tty_port* port, struct tty_struct* tty, struct file* filp);

// Inline in Linux.
struct tty_port* tty_port_get(struct tty_port* port);
bool tty_port_cts_enabled(const struct tty_port* port);
void tty_port_set_cts_flow(struct tty_port* port, bool val);
bool tty_port_active(const struct tty_port* port);
void tty_port_set_active(struct tty_port* port, bool val);
bool tty_port_check_carrier(const struct tty_port* port);
void tty_port_set_check_carrier(struct tty_port* port, bool val);
bool tty_port_suspended(const struct tty_port* port);
void tty_port_set_suspended(struct tty_port* port, bool val);
bool tty_port_initialized(const struct tty_port* port);
void tty_port_set_initialized(struct tty_port* port, bool val);
bool tty_port_kopened(const struct tty_port* port);
void tty_port_set_kopened(struct tty_port* port, bool val);
int tty_port_users(struct tty_port* port);
void tty_port_tty_hangup(struct tty_port* port, bool check_clocal);
void tty_port_tty_vhangup(struct tty_port* port);

#endif
