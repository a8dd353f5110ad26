// IPv6 headers and socket options.
#ifndef _LINUX_IPV6_H
#define _LINUX_IPV6_H

#include <linux/tcp.h>
#include <linux/types.h>
#include <linux/udp.h>

struct ctl_table_header;
struct icmp6_filter;
struct in6_addr;
struct in6_ifreq;
struct in6_pktinfo;
struct inet6_cork;
struct inet6_skb_parm;
struct inet_sock;
struct ip6_mtuinfo;
struct ipv6_ac_socklist;
struct ipv6_destopt_hao;
struct ipv6_devconf;
struct ipv6_fl_socklist;
struct ipv6_mc_socklist;
struct ipv6_opt_hdr;
struct ipv6_params;
struct ipv6_pinfo;
struct ipv6_rt_hdr;
struct ipv6_stable_secret;
struct ipv6_txoptions;
struct ipv6hdr;
struct raw6_sock;
struct rt0_hdr;
struct rt2_hdr;
struct sk_buff;
struct sock;
struct sockaddr_in6;
struct tcp6_request_sock;
struct tcp6_sock;
struct tcp6_timewait_sock;
struct tcp_request_sock;
struct tcp_sock;
struct tcp_timewait_sock;
struct udp6_sock;
struct udp_sock;

#define IPV6_MIN_MTU 1280
#define IPV6_SRCRT_STRICT 0x01
#define IPV6_SRCRT_TYPE_0 0
#define IPV6_SRCRT_TYPE_2 2
#define IPV6_SRCRT_TYPE_3 3
#define IPV6_SRCRT_TYPE_4 4
#define ipv6_destopt_hdr ipv6_opt_hdr
#define ipv6_hopopt_hdr ipv6_opt_hdr
#define IPV6_OPT_ROUTERALERT_MLD 0x0000
#define rt0_type rt_hdr.type
#define rt2_type rt_hdr.type
#define IP6SKB_XFRM_TRANSFORMED 1
#define IP6SKB_FORWARDED 2
#define IP6SKB_REROUTED 4
#define IP6SKB_ROUTERALERT 8
#define IP6SKB_FRAGMENTED 16
#define IP6SKB_HOPBYHOP 32
#define IP6SKB_L3SLAVE 64
#define IP6SKB_JUMBOGRAM 128
#define IP6SKB_SEG6 256
#define IP6SKB_FAKEJUMBO 512
#define IP6SKB_MULTIPATH 1024
struct in6_pktinfo {
  struct in6_addr ipi6_addr;
  int ipi6_ifindex;
};
struct ip6_mtuinfo {
  struct sockaddr_in6 ip6m_addr;
  __u32 ip6m_mtu;
};
struct in6_ifreq {
  struct in6_addr ifr6_addr;
  __u32 ifr6_prefixlen;
  int ifr6_ifindex;
};
struct ipv6_rt_hdr {
  __u8 nexthdr;
  __u8 hdrlen;
  __u8 type;
  __u8 segments_left;
};
struct ipv6_opt_hdr {
  __u8 nexthdr;
  __u8 hdrlen;
};
struct rt0_hdr {
  struct ipv6_rt_hdr rt_hdr;
  __u32 reserved;
  struct in6_addr addr[0];
};
struct rt2_hdr {
  struct ipv6_rt_hdr rt_hdr;
  __u32 reserved;
  struct in6_addr addr;
};
struct ipv6_destopt_hao {
  __u8 type;
  __u8 length;
  struct in6_addr addr;
} __packed;
struct ipv6hdr {
  __u8 priority : 4;
  __u8 version : 4;
  __u8 flow_lbl[3];
  __be16 payload_len;
  __u8 nexthdr;
  __u8 hop_limit;
  union {
    struct {
      struct in6_addr saddr;
      struct in6_addr daddr;
    };
    struct {
      struct in6_addr saddr;
      struct in6_addr daddr;
    } addrs;
  };
};
enum {
  DEVCONF_FORWARDING,
  DEVCONF_HOPLIMIT,
  DEVCONF_MTU6,
  DEVCONF_ACCEPT_RA,
  DEVCONF_ACCEPT_REDIRECTS,
  DEVCONF_AUTOCONF,
  DEVCONF_DAD_TRANSMITS,
  DEVCONF_RTR_SOLICITS,
  DEVCONF_RTR_SOLICIT_INTERVAL,
  DEVCONF_RTR_SOLICIT_DELAY,
  DEVCONF_USE_TEMPADDR,
  DEVCONF_TEMP_VALID_LFT,
  DEVCONF_TEMP_PREFERED_LFT,
  DEVCONF_REGEN_MAX_RETRY,
  DEVCONF_MAX_DESYNC_FACTOR,
  DEVCONF_MAX_ADDRESSES,
  DEVCONF_FORCE_MLD_VERSION,
  DEVCONF_ACCEPT_RA_DEFRTR,
  DEVCONF_ACCEPT_RA_PINFO,
  DEVCONF_ACCEPT_RA_RTR_PREF,
  DEVCONF_RTR_PROBE_INTERVAL,
  DEVCONF_ACCEPT_RA_RT_INFO_MAX_PLEN,
  DEVCONF_PROXY_NDP,
  DEVCONF_OPTIMISTIC_DAD,
  DEVCONF_ACCEPT_SOURCE_ROUTE,
  DEVCONF_MC_FORWARDING,
  DEVCONF_DISABLE_IPV6,
  DEVCONF_ACCEPT_DAD,
  DEVCONF_FORCE_TLLAO,
  DEVCONF_NDISC_NOTIFY,
  DEVCONF_MLDV1_UNSOLICITED_REPORT_INTERVAL,
  DEVCONF_MLDV2_UNSOLICITED_REPORT_INTERVAL,
  DEVCONF_SUPPRESS_FRAG_NDISC,
  DEVCONF_ACCEPT_RA_FROM_LOCAL,
  DEVCONF_USE_OPTIMISTIC,
  DEVCONF_ACCEPT_RA_MTU,
  DEVCONF_STABLE_SECRET,
  DEVCONF_USE_OIF_ADDRS_ONLY,
  DEVCONF_ACCEPT_RA_MIN_HOP_LIMIT,
  DEVCONF_IGNORE_ROUTES_WITH_LINKDOWN,
  DEVCONF_DROP_UNICAST_IN_L2_MULTICAST,
  DEVCONF_DROP_UNSOLICITED_NA,
  DEVCONF_KEEP_ADDR_ON_DOWN,
  DEVCONF_RTR_SOLICIT_MAX_INTERVAL,
  DEVCONF_SEG6_ENABLED,
  DEVCONF_SEG6_REQUIRE_HMAC,
  DEVCONF_ENHANCED_DAD,
  DEVCONF_ADDR_GEN_MODE,
  DEVCONF_DISABLE_POLICY,
  DEVCONF_ACCEPT_RA_RT_INFO_MIN_PLEN,
  DEVCONF_NDISC_TCLASS,
  DEVCONF_RPL_SEG_ENABLED,
  DEVCONF_RA_DEFRTR_METRIC,
  DEVCONF_IOAM6_ENABLED,
  DEVCONF_IOAM6_ID,
  DEVCONF_IOAM6_ID_WIDE,
  DEVCONF_NDISC_EVICT_NOCARRIER,
  DEVCONF_ACCEPT_UNTRACKED_NA,
  DEVCONF_ACCEPT_RA_MIN_LFT,
  DEVCONF_MAX
};
struct ipv6_devconf {
  __s32 forwarding;
  __s32 hop_limit;
  __s32 mtu6;
  __s32 accept_ra;
  __s32 accept_redirects;
  __s32 autoconf;
  __s32 dad_transmits;
  __s32 rtr_solicits;
  __s32 rtr_solicit_interval;
  __s32 rtr_solicit_max_interval;
  __s32 rtr_solicit_delay;
  __s32 force_mld_version;
  __s32 mldv1_unsolicited_report_interval;
  __s32 mldv2_unsolicited_report_interval;
  __s32 use_tempaddr;
  __s32 temp_valid_lft;
  __s32 temp_prefered_lft;
  __s32 regen_max_retry;
  __s32 max_desync_factor;
  __s32 max_addresses;
  __s32 accept_ra_defrtr;
  __u32 ra_defrtr_metric;
  __s32 accept_ra_min_hop_limit;
  __s32 accept_ra_min_lft;
  __s32 accept_ra_pinfo;
  __s32 ignore_routes_with_linkdown;
  __s32 accept_ra_rtr_pref;
  __s32 rtr_probe_interval;
  __s32 accept_ra_rt_info_min_plen;
  __s32 accept_ra_rt_info_max_plen;
  __s32 proxy_ndp;
  __s32 accept_source_route;
  __s32 accept_ra_from_local;
  __s32 optimistic_dad;
  __s32 use_optimistic;
  atomic_t mc_forwarding;
  __s32 disable_ipv6;
  __s32 drop_unicast_in_l2_multicast;
  __s32 accept_dad;
  __s32 force_tllao;
  __s32 ndisc_notify;
  __s32 suppress_frag_ndisc;
  __s32 accept_ra_mtu;
  __s32 drop_unsolicited_na;
  __s32 accept_untracked_na;
  struct ipv6_stable_secret {
    bool initialized;
    struct in6_addr secret;
  } stable_secret;
  __s32 use_oif_addrs_only;
  __s32 keep_addr_on_down;
  __s32 seg6_enabled;
  __s32 seg6_require_hmac;
  __u32 enhanced_dad;
  __u32 addr_gen_mode;
  __s32 disable_policy;
  __s32 ndisc_tclass;
  __s32 rpl_seg_enabled;
  __u32 ioam6_id;
  __u32 ioam6_id_wide;
  __u8 ioam6_enabled;
  __u8 ndisc_evict_nocarrier;
  struct ctl_table_header* sysctl_header;
};
struct ipv6_params {
  __s32 disable_ipv6;
  __s32 autoconf;
};
extern struct ipv6_params ipv6_defaults;
struct inet6_skb_parm {
  int iif;
  __be16 ra;
  __u16 dst0;
  __u16 srcrt;
  __u16 dst1;
  __u16 lastopt;
  __u16 nhoff;
  __u16 flags;
  __u16 dsthao;
  __u16 frag_max_size;
  __u16 srhoff;
};
struct inet6_cork {
  struct ipv6_txoptions* opt;
  u8 hop_limit;
  u8 tclass;
};
struct ipv6_pinfo {
  struct in6_addr saddr;
  struct in6_pktinfo sticky_pktinfo;
  const struct in6_addr* daddr_cache;
  const struct in6_addr* saddr_cache;
  __be32 flow_label;
  __u32 frag_size;
  __u16 __unused_1 : 7;
  __s16 hop_limit : 9;
  __u16 mc_loop : 1;
  __u16 __unused_2 : 6;
  __s16 mcast_hops : 9;
  int ucast_oif;
  int mcast_oif;
  union {
    struct {
      __u16 srcrt : 1;
      __u16 osrcrt : 1;
      __u16 rxinfo : 1;
      __u16 rxoinfo : 1;
      __u16 rxhlim : 1;
      __u16 rxohlim : 1;
      __u16 hopopts : 1;
      __u16 ohopopts : 1;
      __u16 dstopts : 1;
      __u16 odstopts : 1;
      __u16 rxflow : 1;
      __u16 rxtclass : 1;
      __u16 rxpmtu : 1;
      __u16 rxorigdstaddr : 1;
      __u16 recvfragsize : 1;
    } bits;
    __u16 all;
  } rxopt;
  __u16 recverr : 1;
  __u16 sndflow : 1;
  __u16 repflow : 1;
  __u16 pmtudisc : 3;
  __u16 padding : 1;
  __u16 srcprefs : 3;
  __u16 dontfrag : 1;
  __u16 autoflowlabel : 1;
  __u16 autoflowlabel_set : 1;
  __u16 mc_all : 1;
  __u16 recverr_rfc4884 : 1;
  __u16 rtalert_isolate : 1;
  __u8 min_hopcount;
  __u8 tclass;
  __be32 rcv_flowinfo;
  __u32 dst_cookie;
  struct ipv6_mc_socklist* ipv6_mc_list;
  struct ipv6_ac_socklist* ipv6_ac_list;
  struct ipv6_fl_socklist* ipv6_fl_list;
  struct ipv6_txoptions* opt;
  struct sk_buff* pktoptions;
  struct sk_buff* rxpmtu;
  struct inet6_cork cork;
};
int inet6_sk_rebuild_header(struct sock* sk);
bool ipv6_mod_enabled(void);

// Inline in Linux.
struct ipv6hdr* ipv6_hdr(const struct sk_buff* skb);
struct ipv6hdr* inner_ipv6_hdr(const struct sk_buff* skb);
struct ipv6hdr* ipipv6_hdr(const struct sk_buff* skb);
unsigned int ipv6_transport_len(const struct sk_buff* skb);
bool ipv6_l3mdev_skb(__u16 flags);
int inet6_iif(const struct sk_buff* skb);
bool inet6_is_jumbogram(const struct sk_buff* skb);
int inet6_sdif(const struct sk_buff* skb);
struct ipv6_pinfo* inet6_sk(const struct sock* __sk);
struct raw6_sock* raw6_sk(const struct sock* sk);
const struct in6_addr* inet6_rcv_saddr(const struct sock* sk);
int inet_v6_ipv6only(const struct sock* sk);

// Inline in Linux.
struct ipv6hdr* ipv6_hdr(const struct sk_buff* skb);
struct ipv6hdr* inner_ipv6_hdr(const struct sk_buff* skb);
struct ipv6hdr* ipipv6_hdr(const struct sk_buff* skb);
unsigned int ipv6_transport_len(const struct sk_buff* skb);
bool ipv6_l3mdev_skb(__u16 flags);
int inet6_iif(const struct sk_buff* skb);
bool inet6_is_jumbogram(const struct sk_buff* skb);
int inet6_sdif(const struct sk_buff* skb);
struct ipv6_pinfo* inet6_sk(const struct sock* __sk);
struct raw6_sock* raw6_sk(const struct sock* sk);
const struct in6_addr* inet6_rcv_saddr(const struct sock* sk);
int inet_v6_ipv6only(const struct sock* sk);

#endif
