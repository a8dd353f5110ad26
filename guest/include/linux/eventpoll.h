// What epoll asks of files.
#ifndef _LINUX_EVENTPOLL_H
#define _LINUX_EVENTPOLL_H

#include <linux/types.h>

struct epoll_event;
struct file;

#define EPOLL_CLOEXEC O_CLOEXEC
#define EPOLL_CTL_ADD 1
#define EPOLL_CTL_DEL 2
#define EPOLL_CTL_MOD 3
#define EPOLLNVAL (__force __poll_t)0x00000020
#define EPOLLMSG (__force __poll_t)0x00000400
#define EPOLL_URING_WAKE ((__force __poll_t)(1U << 27))
#define EPOLLEXCLUSIVE ((__force __poll_t)(1U << 28))
#define EPOLLWAKEUP ((__force __poll_t)(1U << 29))
#define EPOLLONESHOT ((__force __poll_t)(1U << 30))
#define EPOLLET ((__force __poll_t)(1U << 31))
struct epoll_event {
  __poll_t events;
  __u64 data;
};
struct file* get_epoll_tfile_raw_ptr(struct file* file, int tfd, unsigned long toff);
void eventpoll_release_file(struct file* file);
int do_epoll_ctl(int epfd, int op, int fd, struct epoll_event* epds, bool nonblock);

// Inline in Linux.
void ep_take_care_of_epollwakeup(struct epoll_event* epev);
void eventpoll_release(struct file* file);
int ep_op_has_event(int op);
struct epoll_event* epoll_put_uevent(__poll_t revents, __u64 data, struct epoll_event* uevent);

// Inline in Linux.
void ep_take_care_of_epollwakeup(struct epoll_event* epev);
void eventpoll_release(struct file* file);
int ep_op_has_event(int op);
struct epoll_event* epoll_put_uevent(__poll_t revents, __u64 data, struct epoll_event* uevent);

#endif
