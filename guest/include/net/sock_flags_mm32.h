// Flags and numbers of sockets. Part of <net/sock.h>.
#ifndef _NET_SOCK_FLAGS_MM32_H
#define _NET_SOCK_FLAGS_MM32_H

#include <linux/bits.h>
#include <linux/slab.h>
#include <linux/static_key.h>
#include <linux/timer.h>
#include <linux/uaccess.h>
#include <linux/wait.h>
#define sk_node __sk_common.skc_node
#define sk_nulls_node __sk_common.skc_nulls_node
#define sk_refcnt __sk_common.skc_refcnt
#define sk_tx_queue_mapping __sk_common.skc_tx_queue_mapping
#define sk_rx_queue_mapping __sk_common.skc_rx_queue_mapping
#define sk_dontcopy_begin __sk_common.skc_dontcopy_begin
#define sk_dontcopy_end __sk_common.skc_dontcopy_end
#define sk_hash __sk_common.skc_hash
#define sk_portpair __sk_common.skc_portpair
#define sk_num __sk_common.skc_num
#define sk_dport __sk_common.skc_dport
#define sk_addrpair __sk_common.skc_addrpair
#define sk_daddr __sk_common.skc_daddr
#define sk_rcv_saddr __sk_common.skc_rcv_saddr
#define sk_family __sk_common.skc_family
#define sk_state __sk_common.skc_state
#define sk_reuse __sk_common.skc_reuse
#define sk_reuseport __sk_common.skc_reuseport
#define sk_ipv6only __sk_common.skc_ipv6only
#define sk_net_refcnt __sk_common.skc_net_refcnt
#define sk_bound_dev_if __sk_common.skc_bound_dev_if
#define sk_bind_node __sk_common.skc_bind_node
#define sk_prot __sk_common.skc_prot
#define sk_net __sk_common.skc_net
#define sk_v6_daddr __sk_common.skc_v6_daddr
#define sk_v6_rcv_saddr __sk_common.skc_v6_rcv_saddr
#define sk_cookie __sk_common.skc_cookie
#define sk_incoming_cpu __sk_common.skc_incoming_cpu
#define sk_flags __sk_common.skc_flags
#define sk_rxhash __sk_common.skc_rxhash
#define sk_rmem_alloc sk_backlog.rmem_alloc
#define SK_USER_DATA_NOCOPY 1UL
#define SK_USER_DATA_BPF 2UL
#define SK_USER_DATA_PSOCK 4UL
#define SK_USER_DATA_PTRMASK ~(SK_USER_DATA_NOCOPY | SK_USER_DATA_BPF | SK_USER_DATA_PSOCK)
#define SK_NO_REUSE 0
#define SK_CAN_REUSE 1
#define SK_FORCE_REUSE 2
#define SK_FLAGS_TIMESTAMP ((1UL << SOCK_TIMESTAMP) | (1UL << SOCK_TIMESTAMPING_RX_SOFTWARE))
#define SK_MEMORY_PCPU_RESERVE (1 << (20 - PAGE_SHIFT))
#define SK_ALLOC_PERCPU_COUNTER_BATCH 16
#define PROTO_INUSE_NR 64
#define SOCK_DESTROY_TIME (10 * HZ)
#define PROT_SOCK 1024
#define SHUTDOWN_MASK 3
#define RCV_SHUTDOWN 1
#define SEND_SHUTDOWN 2
#define SOCK_BINDADDR_LOCK 4
#define SOCK_BINDPORT_LOCK 8
#define SK_MEM_SEND 0
#define SK_MEM_RECV 1
#define NO_QUEUE_MAPPING USHRT_MAX
#define TCP_SKB_MIN_TRUESIZE (2048 + SKB_DATA_ALIGN(sizeof(struct sk_buff)))
#define SOCK_MIN_SNDBUF (TCP_SKB_MIN_TRUESIZE * 2)
#define SOCK_MIN_RCVBUF TCP_SKB_MIN_TRUESIZE
#define SK_DEFAULT_STAMP (-1L * NSEC_PER_SEC)
#define TSFLAGS_ANY (SOF_TIMESTAMPING_SOFTWARE | SOF_TIMESTAMPING_RAW_HARDWARE)
#define _SK_MEM_PACKETS 256
#define _SK_MEM_OVERHEAD SKB_TRUESIZE(256)
#define SK_WMEM_MAX (_SK_MEM_OVERHEAD * _SK_MEM_PACKETS)
#define SK_RMEM_MAX (_SK_MEM_OVERHEAD * _SK_MEM_PACKETS)
#define SKB_FRAG_PAGE_ORDER get_order(32768)
enum sk_pacing { SK_PACING_NONE, SK_PACING_NEEDED, SK_PACING_FQ };
enum sock_flags {
  SOCK_DEAD,
  SOCK_DONE,
  SOCK_URGINLINE,
  SOCK_KEEPOPEN,
  SOCK_LINGER,
  SOCK_DESTROY,
  SOCK_BROADCAST,
  SOCK_TIMESTAMP,
  SOCK_ZAPPED,
  SOCK_USE_WRITE_QUEUE,
  SOCK_DBG,
  SOCK_RCVTSTAMP,
  SOCK_RCVTSTAMPNS,
  SOCK_LOCALROUTE,
  SOCK_MEMALLOC,
  SOCK_TIMESTAMPING_RX_SOFTWARE,
  SOCK_FASYNC,
  SOCK_RXQ_OVFL,
  SOCK_ZEROCOPY,
  SOCK_WIFI_STATUS,
  SOCK_NOFCS,
  SOCK_FILTER_LOCKED,
  SOCK_SELECT_ERR_QUEUE,
  SOCK_RCU_FREE,
  SOCK_TXTIME,
  SOCK_XDP,
  SOCK_TSTAMP_NEW,
  SOCK_RCVMARK
};

#endif
