// Ethernet devices.
#ifndef _LINUX_ETHERDEVICE_H
#define _LINUX_ETHERDEVICE_H

#include <asm/bitsperlong.h>
#include <asm/unaligned.h>
#include <linux/crc32.h>
#include <linux/if_ether.h>
#include <linux/netdevice.h>
#include <linux/random.h>

static inline bool is_zero_ether_addr(const u8* addr) {
  return !(addr[0] | addr[1] | addr[2] | addr[3] | addr[4] | addr[5]);
}
static inline bool is_multicast_ether_addr(const u8* addr) { return addr[0] & 1; }
static inline bool is_valid_ether_addr(const u8* addr) {
  return !is_multicast_ether_addr(addr) && !is_zero_ether_addr(addr);
}
static inline void eth_random_addr(u8* addr) {
  get_random_bytes(addr, ETH_ALEN);
  addr[0] = (addr[0] & 0xfe) | 2;
}
#define random_ether_addr(addr) eth_random_addr(addr)
static inline void eth_zero_addr(u8* addr) { memset(addr, 0, ETH_ALEN); }
static inline void ether_addr_copy(u8* dst, const u8* src) { memcpy(dst, src, ETH_ALEN); }
static inline bool ether_addr_equal(const u8* a, const u8* b) { return !memcmp(a, b, ETH_ALEN); }

struct device;
struct fwnode_handle;
struct header_ops;
struct hh_cache;
struct list_head;
struct neighbour;
struct net_device;
struct sk_buff;

#define eth_stp_addr eth_reserved_addr_base
int eth_header_parse(const struct sk_buff* skb, unsigned char* haddr);
int eth_platform_get_mac_address(struct device* dev, u8* mac_addr);
int platform_get_ethdev_address(struct device* dev, struct net_device* netdev);
unsigned char* arch_get_platform_mac_address(void);
int nvmem_get_mac_address(struct device* dev, void* addrbuf);
int device_get_mac_address(struct device* dev, char* addr);
int device_get_ethdev_address(struct device* dev, struct net_device* netdev);
int fwnode_get_mac_address(struct fwnode_handle* fwnode, char* addr);
u32 eth_get_headlen(const struct net_device* dev, const void* data, u32 len);
__be16 eth_type_trans(struct sk_buff* skb, struct net_device* dev);
extern const struct header_ops eth_header_ops;
int eth_header(struct sk_buff* skb, struct net_device* dev, unsigned short type, const void* daddr,
               const void* saddr, unsigned int len);
int eth_header_cache(const struct neighbour* neigh, struct hh_cache* hh, __be16 type);
void eth_header_cache_update(struct hh_cache* hh, const struct net_device* dev,
                             const unsigned char* haddr);
__be16 eth_header_parse_protocol(const struct sk_buff* skb);
int eth_prepare_mac_addr_change(struct net_device* dev, void* p);
void eth_commit_mac_addr_change(struct net_device* dev, void* p);
int eth_mac_addr(struct net_device* dev, void* p);
int eth_validate_addr(struct net_device* dev);
struct net_device* alloc_etherdev_mqs(int sizeof_priv, unsigned int txqs, unsigned int rxqs);
struct net_device* devm_alloc_etherdev_mqs(struct device* dev, int sizeof_priv, unsigned int txqs,
                                           unsigned int rxqs);
struct sk_buff* eth_gro_receive(struct list_head* head, struct sk_buff* skb);
int eth_gro_complete(struct sk_buff* skb, int nhoff);

// Inline in Linux.
struct netdev_hw_addr;
int eth_skb_pad(struct sk_buff* skb);

#define alloc_etherdev(sizeof_priv) alloc_etherdev_mq(sizeof_priv, 1)
#define alloc_etherdev_mq(sizeof_priv, count) alloc_etherdev_mqs(sizeof_priv, count, count)

static inline bool is_link_local_ether_addr(const u8* addr) {
  static const u8 base[5] = {0x01, 0x80, 0xc2, 0x00, 0x00};
  return !memcmp(addr, base, 5) && !(addr[5] & 0xf0);
}
static inline bool is_multicast_ether_addr_64bits(const u8* addr) { return addr[0] & 1; }
static inline bool is_local_ether_addr(const u8* addr) { return addr[0] & 2; }
static inline bool is_broadcast_ether_addr(const u8* addr) {
  return (addr[0] & addr[1] & addr[2] & addr[3] & addr[4] & addr[5]) == 0xff;
}
static inline bool is_unicast_ether_addr(const u8* addr) { return !(addr[0] & 1); }
// Below 0x600 the word is a length; only its upper byte need be looked at.
static inline bool eth_proto_is_802_3(__be16 proto) {
  return (u16)(proto & htons(0xff00)) >= (u16)htons(ETH_P_802_3_MIN);
}
static inline void eth_broadcast_addr(u8* addr) { memset(addr, 0xff, ETH_ALEN); }
static inline void eth_hw_addr_set(struct net_device* dev, const u8* addr) {
  dev_addr_mod(dev, 0, addr, ETH_ALEN);
}
static inline void eth_hw_addr_random(struct net_device* dev) {
  u8 addr[ETH_ALEN];
  dev->addr_assign_type = NET_ADDR_RANDOM;
  eth_random_addr(addr);
  eth_hw_addr_set(dev, addr);
}
static inline u32 eth_hw_addr_crc(struct netdev_hw_addr* ha) {
  return ether_crc(ETH_ALEN, ha->addr);
}
static inline void eth_hw_addr_inherit(struct net_device* dst, struct net_device* src) {
  dst->addr_assign_type = src->addr_assign_type;
  eth_hw_addr_set(dst, src->dev_addr);
}
static inline bool ether_addr_equal_64bits(const u8* addr1, const u8* addr2) {
  return ether_addr_equal(addr1, addr2);
}
static inline bool ether_addr_equal_unaligned(const u8* addr1, const u8* addr2) {
  return ether_addr_equal(addr1, addr2);
}
static inline bool ether_addr_equal_masked(const u8* addr1, const u8* addr2, const u8* mask) {
  for (int i = 0; i < ETH_ALEN; i++)
    if ((addr1[i] ^ addr2[i]) & mask[i]) return false;
  return true;
}
static inline bool ether_addr_is_ipv4_mcast(const u8* addr) {
  return addr[0] == 0x01 && addr[1] == 0 && addr[2] == 0x5e && addr[3] < 0x80;
}
static inline bool ether_addr_is_ipv6_mcast(const u8* addr) {
  return addr[0] == 0x33 && addr[1] == 0x33;
}
static inline bool ether_addr_is_ip_mcast(const u8* addr) {
  return ether_addr_is_ipv4_mcast(addr) || ether_addr_is_ipv6_mcast(addr);
}
static inline u64 ether_addr_to_u64(const u8* addr) {
  u64 u = 0;
  for (int i = 0; i < ETH_ALEN; i++) u = u << 8 | addr[i];
  return u;
}
static inline void u64_to_ether_addr(u64 u, u8* addr) {
  for (int i = ETH_ALEN - 1; i >= 0; i--, u >>= 8) addr[i] = u & 0xff;
}
static inline void eth_addr_dec(u8* addr) { u64_to_ether_addr(ether_addr_to_u64(addr) - 1, addr); }
static inline void eth_addr_inc(u8* addr) { u64_to_ether_addr(ether_addr_to_u64(addr) + 1, addr); }
static inline bool is_etherdev_addr(const struct net_device* dev, const u8 addr[8]) {
  struct netdev_hw_addr* ha;
  bool found = false;
  rcu_read_lock();
  list_for_each_entry_rcu(ha, &dev->dev_addrs.list, list) {
    if (ether_addr_equal(addr, ha->addr)) found = true;
  }
  rcu_read_unlock();
  return found;
}
static inline unsigned long compare_ether_header(const void* a, const void* b) {
  const u32 *a32 = a + 2, *b32 = b + 2;
  return (*(const u16*)a ^ *(const u16*)b) | (a32[0] ^ b32[0]) | (a32[1] ^ b32[1]) |
         (a32[2] ^ b32[2]);
}
static inline void eth_hw_addr_gen(struct net_device* dev, const u8* base_addr, unsigned int id) {
  u8 addr[ETH_ALEN];
  u64_to_ether_addr(ether_addr_to_u64(base_addr) + id, addr);
  eth_hw_addr_set(dev, addr);
}

static inline void eth_skb_pkt_type(struct sk_buff* skb, const struct net_device* dev) {
  const u8* dest = skb_mac_header(skb);
  if (likely(ether_addr_equal_64bits(dest, dev->dev_addr))) return;
  if (!is_multicast_ether_addr_64bits(dest))
    skb->pkt_type = PACKET_OTHERHOST;
  else
    skb->pkt_type =
        ether_addr_equal_64bits(dest, dev->broadcast) ? PACKET_BROADCAST : PACKET_MULTICAST;
}

#endif
