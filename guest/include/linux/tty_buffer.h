// Bytes on their way to a line discipline.
#ifndef _LINUX_TTY_BUFFER_H
#define _LINUX_TTY_BUFFER_H

#include <linux/atomic.h>
#include <linux/llist.h>
#include <linux/mutex.h>
#include <linux/types.h>
#include <linux/workqueue.h>

struct llist_head;
struct llist_node;
struct mutex;
struct tty_buffer;
struct tty_bufhead;
struct work_struct;

#define TTYB_NORMAL 1
#define TTY_NORMAL 0
#define TTY_BREAK 1
#define TTY_FRAME 2
#define TTY_PARITY 3
#define TTY_OVERRUN 4
struct tty_buffer {
  union {
    struct tty_buffer* next;
    struct llist_node free;
  };
  int used;
  int size;
  int commit;
  int lookahead;
  int read;
  int flags;
  unsigned long data[];
};
struct tty_bufhead {
  struct tty_buffer* head;
  struct work_struct work;
  struct mutex lock;
  atomic_t priority;
  struct tty_buffer sentinel;
  struct llist_head free;
  atomic_t mem_used;
  int mem_limit;
  struct tty_buffer* tail;
};

// Inline in Linux.
unsigned char* char_buf_ptr(struct tty_buffer* b, int ofs);
char* flag_buf_ptr(struct tty_buffer* b, int ofs);

#endif
