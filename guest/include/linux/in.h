#ifndef _LINUX_IN_H
#define _LINUX_IN_H

#include <linux/errno.h>
#include <linux/in6.h>
#include <uapi/linux/in.h>

struct __kernel_sockaddr_storage;
struct group_filter;
struct group_req;
struct group_source_req;
struct in_addr;
struct in_pktinfo;
struct ip_mreq;
struct ip_mreq_source;
struct ip_mreqn;
struct ip_msfilter;

#define IP_TOS 1
#define IP_TTL 2
#define IP_HDRINCL 3
#define IP_OPTIONS 4
#define IP_ROUTER_ALERT 5
#define IP_RECVOPTS 6
#define IP_RETOPTS 7
#define IP_PKTINFO 8
#define IP_PKTOPTIONS 9
#define IP_MTU_DISCOVER 10
#define IP_RECVERR 11
#define IP_RECVTTL 12
#define IP_RECVTOS 13
#define IP_MTU 14
#define IP_FREEBIND 15
#define IP_IPSEC_POLICY 16
#define IP_XFRM_POLICY 17
#define IP_PASSSEC 18
#define IP_TRANSPARENT 19
#define IP_RECVRETOPTS IP_RETOPTS
#define IP_ORIGDSTADDR 20
#define IP_RECVORIGDSTADDR IP_ORIGDSTADDR
#define IP_MINTTL 21
#define IP_NODEFRAG 22
#define IP_CHECKSUM 23
#define IP_BIND_ADDRESS_NO_PORT 24
#define IP_RECVFRAGSIZE 25
#define IP_RECVERR_RFC4884 26
#define IP_PMTUDISC_DONT 0
#define IP_PMTUDISC_WANT 1
#define IP_PMTUDISC_DO 2
#define IP_PMTUDISC_PROBE 3
#define IP_PMTUDISC_INTERFACE 4
#define IP_PMTUDISC_OMIT 5
#define IP_MULTICAST_IF 32
#define IP_MULTICAST_TTL 33
#define IP_MULTICAST_LOOP 34
#define IP_ADD_MEMBERSHIP 35
#define IP_DROP_MEMBERSHIP 36
#define IP_UNBLOCK_SOURCE 37
#define IP_BLOCK_SOURCE 38
#define IP_ADD_SOURCE_MEMBERSHIP 39
#define IP_DROP_SOURCE_MEMBERSHIP 40
#define IP_MSFILTER 41
#define MCAST_JOIN_GROUP 42
#define MCAST_BLOCK_SOURCE 43
#define MCAST_UNBLOCK_SOURCE 44
#define MCAST_LEAVE_GROUP 45
#define MCAST_JOIN_SOURCE_GROUP 46
#define MCAST_LEAVE_SOURCE_GROUP 47
#define MCAST_MSFILTER 48
#define IP_MULTICAST_ALL 49
#define IP_UNICAST_IF 50
#define IP_LOCAL_PORT_RANGE 51
#define IP_PROTOCOL 52
#define MCAST_EXCLUDE 0
#define MCAST_INCLUDE 1
#define IP_DEFAULT_MULTICAST_TTL 1
#define IP_DEFAULT_MULTICAST_LOOP 1
#define __SOCK_SIZE__ 16
#define sin_zero __pad
#define IN_CLASSA_NET 0xff000000
#define IN_CLASSA_NSHIFT 24
#define IN_CLASSA_HOST (0xffffffff & ~IN_CLASSA_NET)
#define IN_CLASSA_MAX 128
#define IN_CLASSB_NET 0xffff0000
#define IN_CLASSB_NSHIFT 16
#define IN_CLASSB_HOST (0xffffffff & ~IN_CLASSB_NET)
#define IN_CLASSB_MAX 65536
#define IN_CLASSC_NET 0xffffff00
#define IN_CLASSC_NSHIFT 8
#define IN_CLASSC_HOST (0xffffffff & ~IN_CLASSC_NET)
#define IN_MULTICAST_NET 0xe0000000
#define IN_CLASSE_NET 0xffffffff
#define IN_CLASSE_NSHIFT 0
#define INADDR_ANY ((unsigned long int)0x00000000)
#define INADDR_BROADCAST ((unsigned long int)0xffffffff)
#define INADDR_NONE ((unsigned long int)0xffffffff)
#define INADDR_DUMMY ((unsigned long int)0xc0000008)
#define IN_LOOPBACKNET 127
#define INADDR_LOOPBACK 0x7f000001
#define INADDR_UNSPEC_GROUP 0xe0000000U
#define INADDR_ALLHOSTS_GROUP 0xe0000001U
#define INADDR_ALLRTRS_GROUP 0xe0000002U
#define INADDR_ALLSNOOPERS_GROUP 0xe000006aU
#define INADDR_MAX_LOCAL_GROUP 0xe00000ffU
enum {
  IPPROTO_IP,
  IPPROTO_ICMP,
  IPPROTO_IGMP,
  IPPROTO_IPIP = 4,
  IPPROTO_TCP = 6,
  IPPROTO_EGP = 8,
  IPPROTO_PUP = 12,
  IPPROTO_UDP = 0x11,
  IPPROTO_IDP = 0x16,
  IPPROTO_TP = 0x1d,
  IPPROTO_DCCP = 0x21,
  IPPROTO_IPV6 = 0x29,
  IPPROTO_RSVP = 0x2e,
  IPPROTO_GRE,
  IPPROTO_ESP = 0x32,
  IPPROTO_AH,
  IPPROTO_MTP = 0x5c,
  IPPROTO_BEETPH = 0x5e,
  IPPROTO_ENCAP = 0x62,
  IPPROTO_PIM = 0x67,
  IPPROTO_COMP = 0x6c,
  IPPROTO_L2TP = 0x73,
  IPPROTO_SCTP = 0x84,
  IPPROTO_UDPLITE = 0x88,
  IPPROTO_MPLS,
  IPPROTO_ETHERNET = 0x8f,
  IPPROTO_RAW = 0xff,
  IPPROTO_MPTCP = 0x106,
  IPPROTO_MAX
};
struct ip_mreq {
  struct in_addr imr_multiaddr;
  struct in_addr imr_interface;
};
struct ip_mreqn {
  struct in_addr imr_multiaddr;
  struct in_addr imr_address;
  int imr_ifindex;
};
struct ip_mreq_source {
  __be32 imr_multiaddr;
  __be32 imr_interface;
  __be32 imr_sourceaddr;
};
struct ip_msfilter {
  __be32 imsf_multiaddr;
  __be32 imsf_interface;
  __u32 imsf_fmode;
  __u32 imsf_numsrc;
  union {
    __be32 imsf_slist[1];
    struct {
      struct {
      } __empty_imsf_slist_flex;
      __be32 imsf_slist_flex[];
    };
  };
};
struct group_req {
  __u32 gr_interface;
  struct __kernel_sockaddr_storage gr_group;
};
struct group_source_req {
  __u32 gsr_interface;
  struct __kernel_sockaddr_storage gsr_group;
  struct __kernel_sockaddr_storage gsr_source;
};
struct group_filter {
  union {
    struct {
      __u32 gf_interface_aux;
      struct __kernel_sockaddr_storage gf_group_aux;
      __u32 gf_fmode_aux;
      __u32 gf_numsrc_aux;
      struct __kernel_sockaddr_storage gf_slist[1];
    };
    struct {
      __u32 gf_interface;
      struct __kernel_sockaddr_storage gf_group;
      __u32 gf_fmode;
      __u32 gf_numsrc;
      struct __kernel_sockaddr_storage gf_slist_flex[];
    };
  };
};
struct in_pktinfo {
  int ipi_ifindex;
  struct in_addr ipi_spec_dst;
  struct in_addr ipi_addr;
};

// Where the ports of a transport protocol lie in its header; -EINVAL for those without.
static inline int proto_ports_offset(int proto) {
  switch (proto) {
    case IPPROTO_TCP:
    case IPPROTO_UDP:
    case IPPROTO_DCCP:
    case IPPROTO_ESP:
    case IPPROTO_SCTP:
    case IPPROTO_UDPLITE:
      return 0;
    case IPPROTO_AH:
      return 4;
    default:
      return -EINVAL;
  }
}
#define __MM32_IN_NET(name, mask, net) \
  static inline bool name(__be32 addr) { return (addr & htonl(mask)) == htonl(net); }
__MM32_IN_NET(ipv4_is_loopback, 0xff000000, 0x7f000000)
__MM32_IN_NET(ipv4_is_multicast, 0xf0000000, 0xe0000000)
__MM32_IN_NET(ipv4_is_local_multicast, 0xffffff00, 0xe0000000)
__MM32_IN_NET(ipv4_is_lbcast, 0xffffffff, 0xffffffff)
__MM32_IN_NET(ipv4_is_all_snoopers, 0xffffffff, 0xe000006a)
__MM32_IN_NET(ipv4_is_zeronet, 0xffffffff, 0)
__MM32_IN_NET(ipv4_is_private_10, 0xff000000, 0x0a000000)
__MM32_IN_NET(ipv4_is_private_172, 0xfff00000, 0xac100000)
__MM32_IN_NET(ipv4_is_private_192, 0xffff0000, 0xc0a80000)
__MM32_IN_NET(ipv4_is_linklocal_169, 0xffff0000, 0xa9fe0000)
__MM32_IN_NET(ipv4_is_anycast_6to4, 0xffffff00, 0xc0586300)
__MM32_IN_NET(ipv4_is_test_192, 0xffffff00, 0xc0000200)
__MM32_IN_NET(ipv4_is_test_198, 0xfffe0000, 0xc6120000)
#undef __MM32_IN_NET

#endif
