// Sockets.
#ifndef _LINUX_NET_H
#define _LINUX_NET_H

#include <linux/fcntl.h>
#include <linux/fs.h>
#include <linux/once.h>
#include <linux/random.h>
#include <linux/rcupdate.h>
#include <linux/socket.h>
#include <linux/string.h>
#include <linux/stringify.h>
#include <linux/types.h>
#include <linux/wait.h>
#include <linux/wait_types_mm32.h>

struct fasync_struct;
struct file;
struct kvec;
struct msghdr;
struct net;
struct net_proto_family;
struct page;
struct proto_ops;
struct sock;
struct sockaddr;
struct socket;
struct socket_wq;

enum sock_type {
  SOCK_STREAM = 1,
  SOCK_DGRAM = 2,
  SOCK_RAW = 3,
  SOCK_RDM = 4,
  SOCK_SEQPACKET = 5,
  SOCK_DCCP = 6,
  SOCK_PACKET = 10
};
typedef enum {
  SS_FREE = 0,
  SS_UNCONNECTED = 1,
  SS_CONNECTING = 2,
  SS_CONNECTED = 3,
  SS_DISCONNECTING = 4
} socket_state;
struct socket_wq {
  wait_queue_head_t wait;
  struct fasync_struct* fasync_list;
  unsigned long flags;
  struct callback_head rcu;
} __aligned(64);
_Static_assert(sizeof(struct socket_wq) == 64, "struct socket_wq of 6.1 i386");
struct socket {
  socket_state state;
  short type;
  unsigned long flags;
  struct file* file;
  struct sock* sk;
  const struct proto_ops* ops;
  struct socket_wq wq __aligned(64);
};
_Static_assert(sizeof(struct socket) == 128, "struct socket of 6.1 i386");
enum sock_shutdown_cmd { SHUT_RD = 0, SHUT_WR = 1, SHUT_RDWR = 2 };

int sock_wake_async(struct socket_wq*, int, int);
int sock_register(const struct net_proto_family*);
void sock_unregister(int);
int __sock_create(struct net*, int, int, int, struct socket**, int);
int sock_create(int, int, int, struct socket**);
int sock_create_kern(struct net*, int, int, int, struct socket**);
int sock_create_lite(int, int, int, struct socket**);
struct socket* sock_alloc(void);
void sock_release(struct socket*);
int sock_sendmsg(struct socket*, struct msghdr*);
int sock_recvmsg(struct socket*, struct msghdr*, int);
struct file* sock_alloc_file(struct socket*, int, const char*);
struct socket* sockfd_lookup(int, int*);
struct socket* sock_from_file(struct file*);
int net_ratelimit(void);
int kernel_sendmsg(struct socket*, struct msghdr*, struct kvec*, size_t, size_t);
int kernel_sendmsg_locked(struct sock*, struct msghdr*, struct kvec*, size_t, size_t);
int kernel_recvmsg(struct socket*, struct msghdr*, struct kvec*, size_t, size_t, int);
int kernel_bind(struct socket*, struct sockaddr*, int);
int kernel_listen(struct socket*, int);
int kernel_accept(struct socket*, struct socket**, int);
int kernel_connect(struct socket*, struct sockaddr*, int, int);
int kernel_getsockname(struct socket*, struct sockaddr*);
int kernel_getpeername(struct socket*, struct sockaddr*);
int kernel_sendpage(struct socket*, struct page*, int, size_t, int);
int kernel_sendpage_locked(struct sock*, struct page*, int, size_t, int);
int kernel_sock_shutdown(struct socket*, enum sock_shutdown_cmd);
u32 kernel_sock_ip_overhead(struct sock*);

#endif
