// Sockets.
#ifndef _LINUX_NET_H
#define _LINUX_NET_H

#include <linux/fcntl.h>
#include <linux/fs.h>
#include <linux/mm.h>
#include <linux/once.h>
#include <linux/random.h>
#include <linux/rcupdate.h>
#include <linux/socket.h>
#include <linux/sockptr.h>
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

struct module;
struct net_proto_family;
struct pipe_inode_info;
struct poll_table_struct;
struct proto_ops;
struct seq_file;
struct sk_buff;
struct vm_area_struct;

#define NPROTO AF_MAX
#define SYS_SOCKET 1
#define SYS_BIND 2
#define SYS_CONNECT 3
#define SYS_LISTEN 4
#define SYS_ACCEPT 5
#define SYS_GETSOCKNAME 6
#define SYS_GETPEERNAME 7
#define SYS_SOCKETPAIR 8
#define SYS_SEND 9
#define SYS_RECV 10
#define SYS_SENDTO 11
#define SYS_RECVFROM 12
#define SYS_SHUTDOWN 13
#define SYS_SETSOCKOPT 14
#define SYS_GETSOCKOPT 15
#define SYS_SENDMSG 16
#define SYS_RECVMSG 17
#define SYS_ACCEPT4 18
#define SYS_RECVMMSG 19
#define SYS_SENDMMSG 20
#define __SO_ACCEPTCON (1 << 16)
#define SOCKWQ_ASYNC_NOSPACE 0
#define SOCKWQ_ASYNC_WAITDATA 1
#define SOCK_NOSPACE 2
#define SOCK_PASSCRED 3
#define SOCK_PASSSEC 4
#define SOCK_SUPPORT_ZC 5
#define SOCK_MAX (SOCK_PACKET + 1)
#define SOCK_TYPE_MASK 0xf
#define SOCK_CLOEXEC O_CLOEXEC
#define SOCK_NONBLOCK O_NONBLOCK
typedef struct {
  size_t written;
  size_t count;
  union {
    char* buf;
    void* data;
  } arg;
  int error;
} read_descriptor_t;
typedef int (*sk_read_actor_t)(read_descriptor_t*, struct sk_buff*, unsigned int, size_t);
typedef int (*skb_read_actor_t)(struct sock*, struct sk_buff*);
struct proto_ops {
  int family;
  struct module* owner;
  int (*release)(struct socket*);
  int (*bind)(struct socket*, struct sockaddr*, int);
  int (*connect)(struct socket*, struct sockaddr*, int, int);
  int (*socketpair)(struct socket*, struct socket*);
  int (*accept)(struct socket*, struct socket*, int, bool);
  int (*getname)(struct socket*, struct sockaddr*, int);
  __poll_t (*poll)(struct file*, struct socket*, struct poll_table_struct*);
  int (*ioctl)(struct socket*, unsigned int, unsigned long);
  int (*gettstamp)(struct socket*, void*, bool, bool);
  int (*listen)(struct socket*, int);
  int (*shutdown)(struct socket*, int);
  int (*setsockopt)(struct socket*, int, int, sockptr_t, unsigned int);
  int (*getsockopt)(struct socket*, int, int, char*, int*);
  void (*show_fdinfo)(struct seq_file*, struct socket*);
  int (*sendmsg)(struct socket*, struct msghdr*, size_t);
  int (*recvmsg)(struct socket*, struct msghdr*, size_t, int);
  int (*mmap)(struct file*, struct socket*, struct vm_area_struct*);
  ssize_t (*sendpage)(struct socket*, struct page*, int, size_t, int);
  ssize_t (*splice_read)(struct socket*, loff_t*, struct pipe_inode_info*, size_t, unsigned int);
  void (*splice_eof)(struct socket*);
  int (*set_peek_off)(struct sock*, int);
  int (*peek_len)(struct socket*);
  int (*read_sock)(struct sock*, read_descriptor_t*, sk_read_actor_t);
  int (*read_skb)(struct sock*, skb_read_actor_t);
  int (*sendpage_locked)(struct sock*, struct page*, int, size_t, int);
  int (*sendmsg_locked)(struct sock*, struct msghdr*, size_t);
  int (*set_rcvlowat)(struct sock*, int);
};
struct net_proto_family {
  int family;
  int (*create)(struct net*, struct socket*, int, int);
  struct module* owner;
};
enum { SOCK_WAKE_IO, SOCK_WAKE_WAITD, SOCK_WAKE_SPACE, SOCK_WAKE_URG };
bool sock_is_registered(int family);

// Inline in Linux.
bool sendpage_ok(struct page* page);

#endif
