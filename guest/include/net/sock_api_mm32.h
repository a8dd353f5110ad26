// The calls of <net/sock.h> and the data it declares, as 6.1 declares them.
#include <net/sock.h>
#ifndef _NET_SOCK_API_MM32_H
#define _NET_SOCK_API_MM32_H

#include <net/sock_structs_mm32.h>

struct __kernel_sock_timeval;
struct cmsghdr;
struct dst_entry;
struct file;
struct msghdr;
struct net;
struct page;
struct page_frag;
struct proto;
struct sk_buff;
struct sk_buff_head;
struct so_timestamping;
struct sock;
struct sockaddr;
struct sockcm_cookie;
struct socket;
struct static_key_false;
struct timer_list;
struct user_namespace;
struct vm_area_struct;

int sk_set_peek_off(struct sock* sk, int val);
extern struct static_key_false memalloc_socks_key;
void __receive_sock(struct file* file);
void sk_stream_write_space(struct sock* sk);
int __sk_backlog_rcv(struct sock* sk, struct sk_buff* skb);
int tcp_v6_do_rcv(struct sock* sk, struct sk_buff* skb);
int sk_stream_wait_connect(struct sock* sk, long* timeo_p);
int sk_stream_wait_memory(struct sock* sk, long* timeo_p);
void sk_stream_wait_close(struct sock* sk, long timeo_p);
int sk_stream_error(struct sock* sk, int flags, int err);
void sk_stream_kill_queues(struct sock* sk);
void sk_set_memalloc(struct sock* sk);
void sk_clear_memalloc(struct sock* sk);
void __sk_flush_backlog(struct sock* sk);
int sk_wait_data(struct sock* sk, long* timeo, const struct sk_buff* skb);
int proto_register(struct proto* prot, int alloc_slab);
void proto_unregister(struct proto* prot);
int sock_load_diag_module(int family, int protocol);
extern int sysctl_mem_pcpu_rsv;
int sock_prot_inuse_get(struct net* net, struct proto* proto);
int sock_inuse_get(struct net* net);
int __sk_mem_raise_allocated(struct sock* sk, int size, int amt, int kind);
int __sk_mem_schedule(struct sock* sk, int size, int kind);
void __sk_mem_reduce_allocated(struct sock* sk, int amount);
void __sk_mem_reclaim(struct sock* sk, int amount);
void lock_sock_nested(struct sock* sk, int subclass);
void __lock_sock(struct sock* sk);
void __release_sock(struct sock* sk);
void release_sock(struct sock* sk);
bool __lock_sock_fast(struct sock* sk);
void sockopt_lock_sock(struct sock* sk);
void sockopt_release_sock(struct sock* sk);
bool sockopt_ns_capable(struct user_namespace* ns, int cap);
bool sockopt_capable(int cap);
struct sock* sk_alloc(struct net* net, int family, gfp_t priority, struct proto* prot, int kern);
void sk_free(struct sock* sk);
void sk_destruct(struct sock* sk);
struct sock* sk_clone_lock(const struct sock* sk, const gfp_t priority);
void sk_free_unlock_clone(struct sock* sk);
struct sk_buff* sock_wmalloc(struct sock* sk, unsigned long size, int force, gfp_t priority);
void __sock_wfree(struct sk_buff* skb);
void sock_wfree(struct sk_buff* skb);
struct sk_buff* sock_omalloc(struct sock* sk, unsigned long size, gfp_t priority);
void skb_orphan_partial(struct sk_buff* skb);
void sock_rfree(struct sk_buff* skb);
void sock_rmem_free(struct sk_buff* skb);
void sock_efree(struct sk_buff* skb);
void sock_edemux(struct sk_buff* skb);
void sock_pfree(struct sk_buff* skb);
int sk_setsockopt(struct sock* sk, int level, int optname, sockptr_t optval, unsigned int optlen);
int sock_setsockopt(struct socket* sock, int level, int op, sockptr_t optval, unsigned int optlen);
int sk_getsockopt(struct sock* sk, int level, int optname, sockptr_t optval, sockptr_t optlen);
int sock_getsockopt(struct socket* sock, int level, int op, char* optval, int* optlen);
int sock_gettstamp(struct socket* sock, void* userstamp, bool timeval, bool time32);
struct sk_buff* sock_alloc_send_pskb(struct sock* sk, unsigned long header_len,
                                     unsigned long data_len, int noblock, int* errcode,
                                     int max_page_order);
void* sock_kmalloc(struct sock* sk, int size, gfp_t priority);
void sock_kfree_s(struct sock* sk, void* mem, int size);
void sock_kzfree_s(struct sock* sk, void* mem, int size);
void sk_send_sigurg(struct sock* sk);
int __sock_cmsg_send(struct sock* sk, struct msghdr* msg, struct cmsghdr* cmsg,
                     struct sockcm_cookie* sockc);
int sock_cmsg_send(struct sock* sk, struct msghdr* msg, struct sockcm_cookie* sockc);
int sock_no_bind(struct socket*, struct sockaddr*, int);
int sock_no_connect(struct socket*, struct sockaddr*, int, int);
int sock_no_socketpair(struct socket*, struct socket*);
int sock_no_accept(struct socket*, struct socket*, int, bool);
int sock_no_getname(struct socket*, struct sockaddr*, int);
int sock_no_ioctl(struct socket*, unsigned int, unsigned long);
int sock_no_listen(struct socket*, int);
int sock_no_shutdown(struct socket*, int);
int sock_no_sendmsg(struct socket*, struct msghdr*, size_t);
int sock_no_sendmsg_locked(struct sock* sk, struct msghdr* msg, size_t len);
int sock_no_recvmsg(struct socket*, struct msghdr*, size_t, int);
int sock_no_mmap(struct file* file, struct socket* sock, struct vm_area_struct* vma);
ssize_t sock_no_sendpage(struct socket* sock, struct page* page, int offset, size_t size,
                         int flags);
ssize_t sock_no_sendpage_locked(struct sock* sk, struct page* page, int offset, size_t size,
                                int flags);
int sock_common_getsockopt(struct socket* sock, int level, int optname, char* optval, int* optlen);
int sock_common_recvmsg(struct socket* sock, struct msghdr* msg, size_t size, int flags);
int sock_common_setsockopt(struct socket* sock, int level, int optname, sockptr_t optval,
                           unsigned int optlen);
void sk_common_release(struct sock* sk);
void sock_init_data_uid(struct socket* sock, struct sock* sk, kuid_t uid);
void sock_init_data(struct socket* sock, struct sock* sk);
void sock_gen_put(struct sock* sk);
int __sk_receive_skb(struct sock* sk, struct sk_buff* skb, const int nested, unsigned int trim_cap,
                     bool refcounted);
kuid_t sock_i_uid(struct sock* sk);
unsigned long __sock_i_ino(struct sock* sk);
unsigned long sock_i_ino(struct sock* sk);
struct dst_entry* __sk_dst_check(struct sock* sk, u32 cookie);
struct dst_entry* sk_dst_check(struct sock* sk, u32 cookie);
bool sk_mc_loop(struct sock* sk);
void sk_setup_caps(struct sock* sk, struct dst_entry* dst);
void skb_set_owner_w(struct sk_buff* skb, struct sock* sk);
void sk_reset_timer(struct sock* sk, struct timer_list* timer, unsigned long expires);
void sk_stop_timer(struct sock* sk, struct timer_list* timer);
void sk_stop_timer_sync(struct sock* sk, struct timer_list* timer);
int __sk_queue_drop_skb(struct sock* sk, struct sk_buff_head* sk_queue, struct sk_buff* skb,
                        unsigned int flags, void (*destructor)(struct sock*, struct sk_buff*));
int __sock_queue_rcv_skb(struct sock* sk, struct sk_buff* skb);
int sock_queue_rcv_skb_reason(struct sock* sk, struct sk_buff* skb, enum skb_drop_reason* reason);
int sock_queue_err_skb(struct sock* sk, struct sk_buff* skb);
struct sk_buff* sock_dequeue_err_skb(struct sock* sk);
void sk_error_report(struct sock* sk);
bool sk_page_frag_refill(struct sock* sk, struct page_frag* pfrag);
void __sock_recv_timestamp(struct msghdr* msg, struct sock* sk, struct sk_buff* skb);
void __sock_recv_wifi_status(struct msghdr* msg, struct sock* sk, struct sk_buff* skb);
void __sock_recv_cmsgs(struct msghdr* msg, struct sock* sk, struct sk_buff* skb);
void __sock_tx_timestamp(__u16 tsflags, __u8* tx_flags);
void sock_enable_timestamp(struct sock* sk, enum sock_flags flag);
int sock_recv_errqueue(struct sock* sk, struct msghdr* msg, int len, int level, int type);
bool sk_ns_capable(const struct sock* sk, struct user_namespace* user_ns, int cap);
bool sk_capable(const struct sock* sk, int cap);
bool sk_net_capable(const struct sock* sk, int cap);
void sk_get_meminfo(const struct sock* sk, u32* meminfo);
extern __u32 sysctl_wmem_max;
extern __u32 sysctl_rmem_max;
extern int sysctl_tstamp_allow_data;
extern int sysctl_optmem_max;
extern __u32 sysctl_wmem_default;
extern __u32 sysctl_rmem_default;
extern struct static_key_false net_high_order_alloc_disable_key;
void sock_def_readable(struct sock* sk);
int sock_bindtoindex(struct sock* sk, int ifindex, bool lock_sk);
void sock_set_timestamp(struct sock* sk, int optname, bool valbool);
int sock_set_timestamping(struct sock* sk, int optname, struct so_timestamping timestamping);
void sock_enable_timestamps(struct sock* sk);
void sock_no_linger(struct sock* sk);
void sock_set_keepalive(struct sock* sk);
void sock_set_priority(struct sock* sk, u32 priority);
void sock_set_rcvbuf(struct sock* sk, int val);
void sock_set_mark(struct sock* sk, u32 val);
void sock_set_reuseaddr(struct sock* sk);
void sock_set_reuseport(struct sock* sk);
void sock_set_sndtimeo(struct sock* sk, s64 secs);
int sock_bind_add(struct sock* sk, struct sockaddr* addr, int addr_len);
int sock_get_timeout(long timeo, void* optval, bool old_timeval);
int sock_copy_user_timeval(struct __kernel_sock_timeval* tv, sockptr_t optval, int optlen,
                           bool old_timeval);

#endif
