// Address resolution.
#ifndef _NET_ARP_H
#define _NET_ARP_H

#include <linux/hash.h>
#include <linux/if_arp.h>
#include <linux/types.h>

struct neigh_table;
struct net;
struct net_device;
struct sk_buff;

extern struct neigh_table arp_tbl;
void arp_init(void);
int arp_ioctl(struct net* net, unsigned int cmd, void* arg);
void arp_send(int type, int ptype, __be32 dest_ip, struct net_device* dev, __be32 src_ip,
              const unsigned char* dest_hw, const unsigned char* src_hw, const unsigned char* th);
int arp_mc_map(__be32 addr, u8* haddr, struct net_device* dev, int dir);
void arp_ifdown(struct net_device* dev);
int arp_invalidate(struct net_device* dev, __be32 ip, bool force);
struct sk_buff* arp_create(int type, int ptype, __be32 dest_ip, struct net_device* dev,
                           __be32 src_ip, const unsigned char* dest_hw, const unsigned char* src_hw,
                           const unsigned char* target_hw);
void arp_xmit(struct sk_buff* skb);

// Inline in Linux.
u32 arp_hashfn(const void* pkey, const struct net_device* dev, u32* hash_rnd);

// Inline in Linux.
u32 arp_hashfn(const void* pkey, const struct net_device* dev, u32* hash_rnd);

#endif
