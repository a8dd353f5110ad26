// What poll asks a file.
#ifndef _LINUX_POLL_H
#define _LINUX_POLL_H

#include <linux/compiler.h>
#include <linux/fs.h>
#include <linux/ktime.h>
#include <linux/string.h>
#include <linux/types.h>
#include <linux/uaccess.h>
#include <linux/wait.h>
#include <linux/wait_types_mm32.h>
#include <uapi/linux/poll.h>

struct poll_table_struct;
typedef void (*poll_queue_proc)(struct file*, struct wait_queue_head*, struct poll_table_struct*);
#define EPOLLIN ((__poll_t)0x00000001)
#define EPOLLPRI ((__poll_t)0x00000002)
#define EPOLLOUT ((__poll_t)0x00000004)
#define EPOLLERR ((__poll_t)0x00000008)
#define EPOLLHUP ((__poll_t)0x00000010)
#define EPOLLRDNORM ((__poll_t)0x00000040)
#define EPOLLRDBAND ((__poll_t)0x00000080)
#define EPOLLWRNORM ((__poll_t)0x00000100)
#define EPOLLWRBAND ((__poll_t)0x00000200)
#define EPOLLRDHUP ((__poll_t)0x00002000)
#define POLLIN 0x0001
#define POLLPRI 0x0002
#define POLLOUT 0x0004
#define POLLERR 0x0008
#define POLLHUP 0x0010
#define POLLNVAL 0x0020
#define POLLRDNORM 0x0040
#define POLLRDBAND 0x0080
#define POLLWRNORM 0x0100
#define POLLWRBAND 0x0200
#define POLLMSG 0x0400
#define POLLRDHUP 0x2000
#define DEFAULT_POLLMASK (EPOLLIN | EPOLLOUT | EPOLLRDNORM | EPOLLWRNORM)

struct file;
struct poll_table_struct;
struct poll_wqueues;

typedef void (*poll_queue_proc)(struct file*, wait_queue_head_t*, struct poll_table_struct*);
struct poll_table_struct {
  poll_queue_proc _qproc;
  __poll_t _key;
};
_Static_assert(sizeof(struct poll_table_struct) == 8, "struct poll_table_struct of 6.1 i386");

void poll_initwait(struct poll_wqueues*);
void poll_freewait(struct poll_wqueues*);

typedef struct poll_table_struct poll_table;
static inline void poll_wait(struct file* filp, struct wait_queue_head* wait_address,
                             poll_table* p) {
  if (p && p->_qproc && wait_address) p->_qproc(filp, wait_address, p);
}
static inline bool poll_does_not_wait(const poll_table* p) { return !p || !p->_qproc; }
static inline __poll_t poll_requested_events(const poll_table* p) {
  return p ? p->_key : ~(__poll_t)0;
}

struct poll_table_entry;
struct poll_table_page;
struct poll_wqueues;
struct task_struct;
struct timespec64;

#define MAX_STACK_ALLOC 832
#define FRONTEND_STACK_ALLOC 256
#define SELECT_STACK_ALLOC FRONTEND_STACK_ALLOC
#define POLL_STACK_ALLOC FRONTEND_STACK_ALLOC
#define WQUEUES_STACK_ALLOC (MAX_STACK_ALLOC - FRONTEND_STACK_ALLOC)
#define N_INLINE_POLL_ENTRIES (WQUEUES_STACK_ALLOC / sizeof(struct poll_table_entry))
struct poll_table_entry {
  struct file* filp;
  __poll_t key;
  wait_queue_entry_t wait;
  wait_queue_head_t* wait_address;
};
struct poll_wqueues {
  poll_table pt;
  struct poll_table_page* table;
  struct task_struct* polling_task;
  int triggered;
  int error;
  int inline_index;
  struct poll_table_entry inline_entries[18];
};
u64 select_estimate_accuracy(struct timespec64* tv);
int core_sys_select(int n, fd_set* inp, fd_set* outp, fd_set* exp, struct timespec64* end_time);
int poll_select_set_timeout(struct timespec64* to, time64_t sec, long nsec);

static inline void init_poll_funcptr(poll_table* pt, poll_queue_proc qproc) {
  pt->_qproc = qproc;
  pt->_key = ~(__poll_t)0;
}
static inline bool file_can_poll(struct file* file) { return file->f_op->poll; }
static inline __poll_t vfs_poll(struct file* file, struct poll_table_struct* pt) {
  if (unlikely(!file->f_op->poll)) return EPOLLIN | EPOLLOUT | EPOLLRDNORM | EPOLLWRNORM;
  return file->f_op->poll(file, pt);
}
static inline __u16 mangle_poll(__poll_t val) { return (__force __u16)val; }
static inline __poll_t demangle_poll(u16 val) { return (__force __poll_t)val; }

#endif
