// Sockets of the network stack.
#ifndef _NET_SOCK_H
#define _NET_SOCK_H

#include <linux/atomic.h>
#include <linux/bitops.h>
#include <linux/cache.h>
#include <linux/hardirq.h>
#include <linux/in.h>
#include <linux/kernel.h>
#include <linux/list.h>
#include <linux/list_nulls.h>
#include <linux/llist.h>
#include <linux/lockdep.h>
#include <linux/memcontrol.h>
#include <linux/mm.h>
#include <linux/net.h>
#include <linux/netdevice.h>
#include <linux/poll.h>
#include <linux/rbtree.h>
#include <linux/rculist_nulls.h>
#include <linux/refcount.h>
#include <linux/sched.h>
#include <linux/security.h>
#include <linux/skbuff.h>
#include <net/sock_api_mm32.h>
#include <net/sock_flags_mm32.h>
#include <net/sock_structs_mm32.h>

// Inline in Linux.
struct cgroup;
struct dst_entry;
struct file;
struct hlist_head;
struct hlist_node;
struct hlist_nulls_head;
struct inode;
struct iov_iter;
struct module;
struct msghdr;
struct neighbour;
struct net;
struct net_device;
struct page;
struct page_frag;
struct proto;
struct sk_buff;
struct sock;
struct sockcm_cookie;
struct socket;
struct socket_wq;
struct user_namespace;
bool sk_user_data_is_nocopy(const struct sock* sk);
struct net* sock_net(const struct sock* sk);
void sock_net_set(struct sock* sk, struct net* net);
int sk_peek_offset(const struct sock* sk, int flags);
void sk_peek_offset_bwd(struct sock* sk, int val);
void sk_peek_offset_fwd(struct sock* sk, int val);
struct sock* sk_entry(const struct hlist_node* node);
struct sock* sk_head(const struct hlist_head* head);
struct sock* sk_nulls_head(const struct hlist_nulls_head* head);
struct sock* sk_next(const struct sock* sk);
struct sock* sk_nulls_next(const struct sock* sk);
bool sk_unhashed(const struct sock* sk);
bool sk_hashed(const struct sock* sk);
void sk_node_init(struct hlist_node* node);
void sock_hold(struct sock* sk);
bool sk_del_node_init(struct sock* sk);
bool sk_nulls_del_node_init_rcu(struct sock* sk);
bool sk_nulls_replace_node_init_rcu(struct sock* old, struct sock* new);
void sk_add_node(struct sock* sk, struct hlist_head* list);
void sk_add_node_rcu(struct sock* sk, struct hlist_head* list);
void sk_add_node_tail_rcu(struct sock* sk, struct hlist_head* list);
void sk_nulls_add_node_rcu(struct sock* sk, struct hlist_nulls_head* list);
void sk_add_bind_node(struct sock* sk, struct hlist_head* list);
void sk_add_bind2_node(struct sock* sk, struct hlist_head* list);
struct user_namespace* sk_user_ns(const struct sock* sk);
void sock_copy_flags(struct sock* nsk, const struct sock* osk);
void sock_set_flag(struct sock* sk, enum sock_flags flag);
void sock_reset_flag(struct sock* sk, enum sock_flags flag);
void sock_valbool_flag(struct sock* sk, enum sock_flags bit, int valbool);
bool sock_flag(const struct sock* sk, enum sock_flags flag);
int sk_memalloc_socks(void);
gfp_t sk_gfp_mask(const struct sock* sk, gfp_t gfp_mask);
void sk_acceptq_removed(struct sock* sk);
void sk_acceptq_added(struct sock* sk);
bool sk_acceptq_is_full(const struct sock* sk);
int sk_stream_min_wspace(const struct sock* sk);
int sk_stream_wspace(const struct sock* sk);
void sk_wmem_queued_add(struct sock* sk, int val);
void sk_forward_alloc_add(struct sock* sk, int val);
bool sk_rcvqueues_full(const struct sock* sk, unsigned int limit);
int sk_add_backlog(struct sock* sk, struct sk_buff* skb, unsigned int limit);
int sk_backlog_rcv(struct sock* sk, struct sk_buff* skb);
void sk_incoming_cpu_update(struct sock* sk);
void sock_rps_record_flow_hash(__u32 hash);
void sock_rps_record_flow(const struct sock* sk);
void sock_rps_save_rxhash(struct sock* sk, const struct sk_buff* skb);
void sock_rps_reset_rxhash(struct sock* sk);
bool sk_flush_backlog(struct sock* sk);
void sk_prot_clear_nulls(struct sock* sk, int size);
int sk_forward_alloc_get(const struct sock* sk);
bool sk_stream_memory_free(const struct sock* sk);
bool sk_stream_is_writeable(const struct sock* sk);
int sk_under_cgroup_hierarchy(struct sock* sk, struct cgroup* ancestor);
bool sk_has_memory_pressure(const struct sock* sk);
bool sk_under_global_memory_pressure(const struct sock* sk);
bool sk_under_memory_pressure(const struct sock* sk);
long proto_memory_allocated(const struct proto* prot);
long sk_memory_allocated(const struct sock* sk);
void proto_memory_pcpu_drain(struct proto* proto);
void sk_memory_allocated_add(const struct sock* sk, int val);
void sk_memory_allocated_sub(const struct sock* sk, int val);
void sk_sockets_allocated_dec(struct sock* sk);
void sk_sockets_allocated_inc(struct sock* sk);
u64 sk_sockets_allocated_read_positive(struct sock* sk);
int proto_sockets_allocated_sum_positive(struct proto* prot);
bool proto_memory_pressure(struct proto* prot);
void sock_prot_inuse_add(const struct net* net, const struct proto* prot, int val);
void sock_inuse_add(const struct net* net, int val);
struct socket* SOCKET_I(struct inode* inode);
struct inode* SOCK_INODE(struct socket* socket);
long sk_prot_mem_limits(const struct sock* sk, int index);
int sk_mem_pages(int amt);
bool sk_has_account(struct sock* sk);
bool sk_wmem_schedule(struct sock* sk, int size);
bool sk_rmem_schedule(struct sock* sk, struct sk_buff* skb, int size);
int sk_unused_reserved_mem(const struct sock* sk);
void sk_mem_reclaim(struct sock* sk);
void sk_mem_reclaim_final(struct sock* sk);
void sk_mem_charge(struct sock* sk, int size);
void sk_mem_uncharge(struct sock* sk, int size);
void sk_owner_set(struct sock* sk, struct module* owner);
void sk_owner_clear(struct sock* sk);
void sk_owner_put(struct sock* sk);
bool lockdep_sock_is_held(const struct sock* sk);
void lock_sock(struct sock* sk);
bool lock_sock_fast(struct sock* sk);
bool lock_sock_fast_nested(struct sock* sk);
void unlock_sock_fast(struct sock* sk, bool slow);
void sock_owned_by_me(const struct sock* sk);
void sock_not_owned_by_me(const struct sock* sk);
bool sock_owned_by_user(const struct sock* sk);
bool sock_owned_by_user_nocheck(const struct sock* sk);
void sock_release_ownership(struct sock* sk);
bool sock_allow_reclassification(const struct sock* csk);
struct sk_buff* sock_alloc_send_skb(struct sock* sk, unsigned long size, int noblock, int* errcode);
void sock_replace_proto(struct sock* sk, struct proto* proto);
void sockcm_init(struct sockcm_cookie* sockc, const struct sock* sk);
void sock_put(struct sock* sk);
int sk_receive_skb(struct sock* sk, struct sk_buff* skb, const int nested);
void sk_tx_queue_set(struct sock* sk, int tx_queue);
void sk_tx_queue_clear(struct sock* sk);
int sk_tx_queue_get(const struct sock* sk);
void sk_rx_queue_set(struct sock* sk, const struct sk_buff* skb);
void sk_rx_queue_update(struct sock* sk, const struct sk_buff* skb);
void sk_rx_queue_clear(struct sock* sk);
int sk_rx_queue_get(const struct sock* sk);
void sk_set_socket(struct sock* sk, struct socket* sock);
wait_queue_head_t* sk_sleep(struct sock* sk);
void sock_orphan(struct sock* sk);
void sock_graft(struct sock* sk, struct socket* parent);
kuid_t sock_net_uid(const struct net* net, const struct sock* sk);
u32 net_tx_rndhash(void);
void sk_set_txhash(struct sock* sk);
bool sk_rethink_txhash(struct sock* sk);
struct dst_entry* sk_dst_get(struct sock* sk);
void dst_negative_advice(struct sock* sk);
void sk_dst_set(struct sock* sk, struct dst_entry* dst);
void sk_dst_reset(struct sock* sk);
void sk_dst_confirm(struct sock* sk);
void sock_confirm_neigh(struct sk_buff* skb, struct neighbour* n);
bool sk_can_gso(const struct sock* sk);
void sk_gso_disable(struct sock* sk);
int skb_do_copy_data_nocache(struct sock* sk, struct sk_buff* skb, struct iov_iter* from, char* to,
                             int copy, int offset);
int skb_add_data_nocache(struct sock* sk, struct sk_buff* skb, struct iov_iter* from, int copy);
int skb_copy_to_page_nocache(struct sock* sk, struct iov_iter* from, struct sk_buff* skb,
                             struct page* page, int off, int copy);
int sk_wmem_alloc_get(const struct sock* sk);
int sk_rmem_alloc_get(const struct sock* sk);
bool sk_has_allocations(const struct sock* sk);
bool skwq_has_sleeper(struct socket_wq* wq);
void sock_poll_wait(struct file* filp, struct socket* sock, poll_table* p);
void skb_set_hash_from_sk(struct sk_buff* skb, struct sock* sk);
void skb_set_owner_r(struct sk_buff* skb, struct sock* sk);
bool skb_set_owner_sk_safe(struct sk_buff* skb, struct sock* sk);
struct sk_buff* skb_clone_and_charge_r(struct sk_buff* skb, struct sock* sk);
void skb_prepare_for_gro(struct sk_buff* skb);
int sock_queue_rcv_skb(struct sock* sk, struct sk_buff* skb);
int sock_error(struct sock* sk);
unsigned long sock_wspace(struct sock* sk);
void sk_set_bit(int nr, struct sock* sk);
void sk_clear_bit(int nr, struct sock* sk);
void sk_wake_async(const struct sock* sk, int how, int band);
void sk_stream_moderate_sndbuf(struct sock* sk);
struct page_frag* sk_page_frag(struct sock* sk);
bool sock_writeable(const struct sock* sk);
gfp_t gfp_any(void);
gfp_t gfp_memcg_charge(void);
long sock_rcvtimeo(const struct sock* sk, bool noblock);
long sock_sndtimeo(const struct sock* sk, bool noblock);
int sock_rcvlowat(const struct sock* sk, int waitall, int len);
int sock_intr_errno(long timeo);
void sock_skb_set_dropcount(const struct sock* sk, struct sk_buff* skb);
void sk_drops_add(struct sock* sk, const struct sk_buff* skb);
ktime_t sock_read_timestamp(struct sock* sk);
void sock_write_timestamp(struct sock* sk, ktime_t kt);
void sock_recv_timestamp(struct msghdr* msg, struct sock* sk, struct sk_buff* skb);
void sock_recv_cmsgs(struct msghdr* msg, struct sock* sk, struct sk_buff* skb);
void _sock_tx_timestamp(struct sock* sk, __u16 tsflags, __u8* tx_flags, __u32* tskey);
void sock_tx_timestamp(struct sock* sk, __u16 tsflags, __u8* tx_flags);
void skb_setup_tx_timestamp(struct sk_buff* skb, __u16 tsflags);
bool sk_is_inet(const struct sock* sk);
bool sk_is_tcp(const struct sock* sk);
bool sk_is_udp(const struct sock* sk);
bool sk_is_stream_unix(const struct sock* sk);
void sk_eat_skb(struct sock* sk, struct sk_buff* skb);
bool skb_sk_is_prefetched(struct sk_buff* skb);
bool sk_fullsock(const struct sock* sk);
bool sk_is_refcounted(struct sock* sk);
struct sock* skb_steal_sock(struct sk_buff* skb, bool* refcounted);
struct sk_buff* sk_validate_xmit_skb(struct sk_buff* skb, struct net_device* dev);
bool sk_listener(const struct sock* sk);
int sk_get_wmem0(const struct sock* sk, const struct proto* proto);
int sk_get_rmem0(const struct sock* sk, const struct proto* proto);
void sk_pacing_shift_update(struct sock* sk, int val);
bool sk_dev_equal_l3scope(struct sock* sk, int dif);
bool sk_is_readable(struct sock* sk);

#endif
